using KernelPort.Core;
using KernelPort.Cuda.Lowering;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <content>Classes: names looked up through scopes and classes, and member definitions outside of their class.</content>
public sealed partial class SemanticModel
{
    private static readonly string[] VectorHeaders = ["vector_types.h", "cuda_fp16.h", "cuda_bf16.h"];

    private readonly Dictionary<string, List<OutOfClass>> _outOfClass = new(StringComparer.Ordinal);
    private ModuleLowerer? _constants;

    /// <summary>A member's definition that stands outside of its class; <paramref name="Inner"/> is the member template's own header.</summary>
    private sealed record OutOfClass(DeclSyntax Declaration, NamespaceSymbol Scope, TemplateDecl? Header, TemplateDecl? Inner);

    /// <summary>Where functions go that constants need; nothing of it reaches a program.</summary>
    internal FunctionAddresses Addresses { get; } = new();

    internal ModuleLowerer Constants => _constants ??= new ModuleLowerer(this, new DiagnosticBag());

    /// <summary>Numbers closure classes.</summary>
    internal int LambdaCount { get; set; }

    internal ClassMembers MembersOf(ClassSymbol c) => c.Members ??= new ClassMembers(this, c);

    /// <summary>What a name can mean where it is written, inner scopes first: locals, template arguments, types, members, and what namespaces declare.</summary>
    internal List<object> Find(NameSyntax name, Scope scope)
    {
        if (name.Segments.Count == 1)
        {
            if (!name.Rooted && scope.Find(name.Last) is { } found)
            {
                if (found is UsingSymbol u)
                {
                    return [.. Lookup(u.Target, u.Scope)];
                }
                if (found is List<Symbol> several)
                {
                    return [.. several];
                }
                return found is MemberGroup group ? [.. group.Members] : [found];
            }
            return [.. Lookup(name, scope.Namespace)];
        }
        switch (Container(name, name.Segments.Count - 1, scope))
        {
            case NamespaceSymbol ns:
                return [.. Members(ns, name.Last)];
            case EnumSymbol e:
                return e.Members.TryGetValue(name.Last, out var enumerator) ? [enumerator] : [];
            case ClassSymbol c:
                return MembersOf(c).Find(name.Last) switch
                {
                    null => [],
                    MemberGroup group => [.. group.Members],
                    { } one => [one],
                };
            default:
                return [];
        }
    }

    /// <summary>The namespace, class or enum that the first segments of a name stand for; null where they stand for nothing.</summary>
    internal object? Container(NameSyntax name, int count, Scope scope)
    {
        object? current = null;
        for (int i = 0; i < count; i++)
        {
            var segment = name.Segments[i];
            IEnumerable<object> found;
            if (i == 0)
            {
                found = Find(new NameSyntax(segment.Span, name.Rooted, false, [segment]), scope);
            }
            else
            {
                found = current switch
                {
                    NamespaceSymbol ns => Members(ns, segment.Identifier),
                    ClassSymbol c => MembersOf(c).Find(segment.Identifier) is { } m ? [m] : [],
                    _ => [],
                };
            }
            current = found.Select(f => AsContainer(f, segment, scope)).FirstOrDefault(c => c is not null);
            if (current is null && i == 0)
            {
                // A variable of the same name hides nothing from a name before `::`.
                current = Lookup(new NameSyntax(segment.Span, name.Rooted, false, [segment]), scope.Namespace).Select(f => AsContainer(f, segment, scope)).FirstOrDefault(c => c is not null);
            }
            if (current is null)
            {
                return null;
            }
        }
        return current;
    }

    private object? AsContainer(object found, NameSegment segment, Scope scope)
    {
        switch (found)
        {
            case NamespaceSymbol:
                return found;
            case NamespaceAliasSymbol a:
                return FindNamespace(a.Target, a.Scope);
            case EnumSymbol:
                return found;
        }
        var single = new NameSyntax(segment.Span, false, false, [segment]);
        return Types.Meaning(found, single, scope)?.Unqualified switch
        {
            ClassCType c => c.Symbol,
            EnumCType e => e.Symbol,
            _ => null,
        };
    }

    private void CollectOutOfClass(DeclSyntax declaration, NamespaceSymbol scope, TemplateDecl? header, TemplateDecl? inner)
    {
        var name = declaration switch { FunctionDecl f => f.Name, ClassDecl c => c.Name, _ => null };
        if (name is null || name.Segments.Count < 2)
        {
            return;
        }
        if (declaration is FunctionDecl { Body: null, Island: null, Special.Length: 0 })
        {
            return;
        }
        string key = name.Segments[^2].Identifier + "::" + name.Last;
        if (!_outOfClass.TryGetValue(key, out var list))
        {
            _outOfClass[key] = list = [];
        }
        list.Add(new OutOfClass(declaration, scope, header, inner));
    }

    /// <summary>Gives a member function that is only declared in its class the definition that stands outside.</summary>
    internal void Complete(FunctionSymbol member, ClassSymbol owner)
    {
        var declared = member.Declaration;
        if (!_outOfClass.TryGetValue(owner.Name + "::" + declared.Name.Last, out var list))
        {
            return;
        }
        var matching = new List<(FunctionDecl Definition, Scope Names, OutOfClass From)>();
        foreach (var candidate in list)
        {
            if (candidate.Declaration is not FunctionDecl f || f.Parameters.Count != declared.Parameters.Count || f.IsConst != declared.IsConst || !IsPathOf(f.Name, owner))
            {
                continue;
            }
            bool memberTemplate = member.Template is not null;
            bool hasInner = candidate.Inner is not null || (candidate.Header is not null && f.Name.Segments[^2].Arguments is null && owner.Primary is null);
            if (memberTemplate != hasInner || NamesFor(candidate, f.Name.Segments[^2], owner) is not { } names)
            {
                continue;
            }
            matching.Add((f, names, candidate));
        }
        if (matching.Count > 1)
        {
            // A definition for these very arguments goes before the general one; then the parameters' spelling tells overloads apart.
            var special = matching.Where(m => m.From.Header is { Parameters.Count: 0 }).ToList();
            matching = special.Count > 0 ? special : matching;
            var same = matching.Where(m => SameSignature(m.Definition, declared)).ToList();
            matching = same.Count > 0 ? same : matching;
        }
        if (matching.Count == 0)
        {
            return;
        }
        var (definition, scope, from) = matching[0];
        var parameters = definition.Parameters.Select((p, i) => p.Default is null ? p with { Default = declared.Parameters[i].Default } : p).ToEquatable();
        member.Declaration = definition with { Parameters = parameters, Specifiers = definition.Specifiers with { Flags = definition.Specifiers.Flags | declared.Specifiers.Flags } };
        member.Flags |= definition.Specifiers.Flags;
        member.Outer = scope;
        if (member.Template is not null)
        {
            member.Template = WithDefaultsOf(member.Template, from.Inner ?? from.Header!);
        }
    }

    private static bool IsPathOf(NameSyntax name, ClassSymbol owner)
    {
        var c = owner;
        for (int i = name.Segments.Count - 2; i >= 0 && c is not null; i--, c = c.Enclosing)
        {
            if (name.Segments[i].Identifier != c.Name)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The names for a definition outside of its class: its header's parameters stand for the class's arguments. Null where it is for other arguments.</summary>
    private Scope? NamesFor(OutOfClass candidate, NameSegment segment, ClassSymbol owner)
    {
        var members = MembersOf(owner).Scope;
        if (owner.Primary is null || segment.Arguments is null)
        {
            return members;
        }
        var parameters = candidate.Header?.Parameters ?? [];
        var bindings = TemplatePatterns.MatchArguments(this, parameters, segment.Arguments.Value, owner.Arguments, new Scope(null, candidate.Scope));
        if (bindings is null)
        {
            return null;
        }
        var scope = new Scope(members, owner.Scope);
        foreach (var (name, value) in bindings)
        {
            scope.Add(name, value);
        }
        return scope;
    }

    /// <summary>`template &lt;&gt; constexpr int v&lt;float&gt; = 4;`</summary>
    private void SpecialiseVariable(DeclaratorSyntax v, DeclSpecifiers specifiers, NamespaceSymbol scope, TemplateDecl? template)
    {
        if (scope.Members.TryGetValue(v.Name.Last, out var list) && list.OfType<GlobalSymbol>().FirstOrDefault(g => g.Template is not null) is { } primary && template is not null)
        {
            primary.Specialisations.Add((template, v, specifiers));
        }
    }

    /// <summary>An instance of a variable template.</summary>
    internal GlobalSymbol Instance(GlobalSymbol primary, NameSyntax name, Scope scope)
    {
        var arguments = TemplateArguments.Bind(this, primary.Template!.Parameters, name.Segments[^1].Arguments ?? [], scope, primary.Names)
            ?? throw new LoweringException(SemanticRules.CannotDeduce.At(name.Span, name.Joined));
        if (primary.Instances.TryGetValue(arguments, out var known))
        {
            return known;
        }
        foreach (var (header, declarator, specifiers) in primary.Specialisations)
        {
            if (TemplatePatterns.MatchArguments(this, header.Parameters, declarator.Name.Segments[^1].Arguments ?? [], arguments, primary.Names) is { } bindings)
            {
                return primary.Instances[arguments] = new GlobalSymbol(declarator, specifiers, primary.Scope) { Outer = TemplateArguments.Scope(primary.Outer, primary.Scope, bindings) };
            }
        }
        var outer = TemplateArguments.Scope(primary.Outer, primary.Scope, primary.Template.Parameters.Zip(arguments, (p, a) => (p.Name, a)));
        return primary.Instances[arguments] = new GlobalSymbol(primary.Declarator, primary.Specifiers, primary.Scope) { Outer = outer };
    }

    /// <summary>Functions that argument-dependent look-up finds: those beside the arguments' classes, and their friends.</summary>
    internal IEnumerable<FunctionSymbol> Associated(string name, IEnumerable<CType> types)
    {
        var seen = new HashSet<object>();
        foreach (var type in types)
        {
            var t = type;
            while (t is PointerCType or ReferenceCType or ArrayCType)
            {
                t = t switch { PointerCType p => p.Pointee, ReferenceCType r => r.Target, ArrayCType a => a.Element, _ => t };
            }
            if (t is EnumCType { Symbol: var e })
            {
                foreach (var f in Members(e.Scope, name).OfType<FunctionSymbol>().Where(seen.Add))
                {
                    yield return f;
                }
            }
            if (t is not ClassCType { Symbol: var c })
            {
                continue;
            }
            foreach (var f in AssociatedWith(c, name, seen))
            {
                yield return f;
            }
        }
    }

    private IEnumerable<FunctionSymbol> AssociatedWith(ClassSymbol c, string name, HashSet<object> seen)
    {
        if (!seen.Add(c))
        {
            yield break;
        }
        foreach (var f in Members(c.Scope, name).OfType<FunctionSymbol>().Where(seen.Add))
        {
            yield return f;
        }
        for (var around = c; around is not null; around = around.Enclosing)
        {
            foreach (var f in MembersOf(around).Friends.Where(f => f.Name == name && f.Declaration.Body is not null && seen.Add(f)))
            {
                yield return f;
            }
        }
        foreach (var b in MembersOf(c).Bases)
        {
            foreach (var f in AssociatedWith(b, name, seen))
            {
                yield return f;
            }
        }
    }
}
