using System.Text.RegularExpressions;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Classification;

/// <summary>
/// Leaves those declarations of our stub headers out that nothing can name: neither the user's text nor, over any number of
/// steps, a declaration that is kept. Only names count, not scopes, so that too much is kept and never too little.
/// </summary>
internal sealed partial class NamedDeclarations
{
    /// <summary>What a text uses without its name: the types of the built-in variables, and what range-for and structured bindings call.</summary>
    private static readonly string[] Unwritten = ["dim3", "uint3", "begin", "end", "get", "tuple_size", "tuple_element"];

    private readonly ClassifiedToken[] _tokens;
    private readonly NameTable _names;
    private readonly Dictionary<Name, List<OutlineItem>> _declaring = [];
    private readonly HashSet<Name> _named = [];
    private readonly Queue<Name> _pending = [];
    private readonly HashSet<OutlineItem> _kept = [];

    private NamedDeclarations(ClassifiedUnit unit, NameTable names)
    {
        _tokens = unit.Tokens;
        _names = names;
    }

    public static ClassifiedUnit Of(ClassifiedUnit unit, NameTable names, IEnumerable<string> alsoNamed)
    {
        var named = new NamedDeclarations(unit, names);
        foreach (var item in unit.Outline.Where(i => i.Kind == OutlineKind.Declaration && i.To > i.From))
        {
            if (!named.IsStub(item) || !named.Declare(item))
            {
                named.Keep(item);
            }
        }
        foreach (string name in Unwritten.Concat(alsoNamed.SelectMany(text => Word().Matches(text)).Select(m => m.Value)))
        {
            named.Use(names.Get(name));
        }
        while (named._pending.TryDequeue(out var name))
        {
            if (named._declaring.Remove(name, out var items))
            {
                items.ForEach(named.Keep);
            }
        }
        return unit with { Outline = unit.Outline.Where(i => i.Kind != OutlineKind.Declaration || named._kept.Contains(i)).ToList() };
    }

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();

    // what inline assembly names stands in its text
    private bool IsStub(OutlineItem item) => _tokens[item.From].Token.Root.Source is { IsEmbedded: true, Path: not SourceCache.AssemblyHeader };

    private void Keep(OutlineItem item)
    {
        if (!_kept.Add(item))
        {
            return;
        }
        for (int i = item.From; i < item.To; i++)
        {
            if (_tokens[i].Token.Name is { IsKeyword: false } name)
            {
                Use(name);
            }
        }
    }

    private void Use(Name name)
    {
        if (!_named.Add(name))
        {
            return;
        }
        _pending.Enqueue(name);
        // the compiler makes a vector for `make_float4` by itself
        if (name.Text.StartsWith("make_", StringComparison.Ordinal))
        {
            Use(_names.Get(name.Text.AsSpan(5)));
        }
    }

    /// <summary>Enters a declaration under the names that it may declare, which stand outside of all brackets.
    /// False where there is none, or where it works without its name, as operators do.</summary>
    private bool Declare(OutlineItem item)
    {
        var names = new List<(Name Name, bool IsType)>();
        int depth = 0;
        bool type = false, inside = false;
        for (int i = item.From; i < item.To; i++)
        {
            var token = _tokens[i];
            switch (token.Kind)
            {
                case TokenKind.LParen or TokenKind.LBrace or TokenKind.LBrack or TokenKind.ClassBrace or TokenKind.BodyBrace or TokenKind.TemplateOpen:
                    depth++;
                    break;
                case TokenKind.AttributeOpen:
                    depth += 2;
                    break;
                case TokenKind.RParen or TokenKind.RBrace or TokenKind.RBrack or TokenKind.TemplateClose:
                    depth--;
                    break;
                case TokenKind.KwOperator or TokenKind.KwNamespace or TokenKind.KwStaticAssert when depth == 0:
                    return false;
                case TokenKind.KwStruct or TokenKind.KwClass or TokenKind.KwUnion or TokenKind.KwUsing when depth == 0:
                    type = true;
                    break;
                case TokenKind.KwTypedef or TokenKind.KwEnum when depth == 0:
                    // enumerators stand in braces, the name of a pointer to a function in parentheses
                    type = inside = true;
                    break;
            }
            if ((depth == 0 || inside) && token.Token.Name is { IsKeyword: false } name)
            {
                names.Add((name, token.Kind != TokenKind.Identifier));
            }
        }
        // what declares a function or a variable says its type first
        bool skipTypes = !type && names.Exists(n => !n.IsType);
        foreach (var (name, isType) in names)
        {
            if (!skipTypes || !isType)
            {
                (_declaring.TryGetValue(name, out var items) ? items : _declaring[name] = []).Add(item);
            }
        }
        return names.Count > 0;
    }
}
