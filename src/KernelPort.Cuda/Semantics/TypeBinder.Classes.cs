using KernelPort.Core;
using KernelPort.Cuda.Lowering;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <content>Instances of class templates, and how classes lie in memory.</content>
public sealed partial class TypeBinder
{
    internal const int DeepestInstantiation = 300;

    private readonly HashSet<ClassSymbol> _layingOut = [];
    private readonly HashSet<string> _structNames = new(StringComparer.Ordinal);
    private int _instantiating;

    /// <summary>The structs met so far, in the order in which they were completed.</summary>
    public List<StructType> Structs { get; } = [];

    internal ClassSymbol Instance(ClassSymbol primary, EquatableArray<TemplateArgumentSyntax> written, Scope scope, Span at)
    {
        if (primary.Template is not { } header)
        {
            throw new LoweringException(SemanticRules.UnknownType.At(at, primary.Name));
        }
        if (++_instantiating > DeepestInstantiation)
        {
            _instantiating = 0;
            throw new LoweringException(SemanticRules.TooDeep.At(at, $"the instantiation of '{primary.Name}'"));
        }
        try
        {
            var outer = primary.Outer ?? new Scope(null, primary.Scope);
            var values = TemplateArguments.Bind(model, header.Parameters, written, scope, outer)
                ?? throw new LoweringException(SemanticRules.CannotDeduce.At(at, primary.Name));
            return Instance(primary, values, at);
        }
        finally
        {
            _instantiating = Math.Max(0, _instantiating - 1);
        }
    }

    internal ClassSymbol Instance(ClassSymbol primary, EquatableArray<TemplateValue> values, Span at)
    {
        if (primary.Instances.TryGetValue(values, out var known))
        {
            return known;
        }
        var outer = primary.Outer ?? new Scope(null, primary.Scope);
        var symbol = new ClassSymbol(primary.Name, primary.Span, primary.Scope) { Primary = primary, Arguments = values, Outer = primary.Outer, Enclosing = primary.Enclosing };
        var matching = new List<(int Weight, ClassDecl Definition, List<(string, TemplateValue)> Bindings, Scope? Outer)>();
        foreach (var (header, definition, names) in primary.Specialisations)
        {
            var arguments = definition.Name!.Segments[^1].Arguments!.Value;
            List<(string, TemplateValue)>? bindings;
            try
            {
                bindings = TemplatePatterns.MatchArguments(model, header.Parameters, arguments, values, names ?? outer);
                if (bindings is not null)
                {
                    CheckSubstitution(arguments, header, bindings, names ?? outer, primary, values, ref bindings);
                }
            }
            catch (LoweringException)
            {
                // Substitution failed: this specialisation is not for these arguments.
                continue;
            }
            if (bindings is not null)
            {
                matching.Add((arguments.Sum(a => TemplatePatterns.Weight(a, header.Parameters)) + (header.Parameters.IsEmpty ? 1000 : 0), definition, bindings, names));
            }
        }
        if (matching.Count > 0)
        {
            int best = matching.Max(m => m.Weight);
            var chosen = matching.Where(m => m.Weight == best).ToList();
            if (chosen.Count > 1)
            {
                throw new LoweringException(chosen.Aggregate(SemanticRules.AmbiguousCall.At(at, symbol.Display), (d, c) => d.Note(c.Definition.Span, "candidate")));
            }
            symbol.Definition = chosen[0].Definition;
            symbol.Bindings = chosen[0].Bindings;
            symbol.Outer = chosen[0].Outer ?? symbol.Outer;
        }
        else
        {
            symbol.Definition = primary.Definition;
            symbol.Bindings = [.. primary.Template!.Parameters.Zip(values, (p, v) => (p.Name, v))];
        }
        primary.Instances[values] = symbol;
        return symbol;
    }

    /// <summary>A pattern's non-deduced parts (`enable_if_t&lt;…T…&gt;`, `T::type`) are substituted and must give the argument.</summary>
    private void CheckSubstitution(
        EquatableArray<TemplateArgumentSyntax> written, TemplateDecl header, List<(string, TemplateValue)> found, Scope outer, ClassSymbol primary, EquatableArray<TemplateValue> values, ref List<(string, TemplateValue)>? bindings)
    {
        if (written.Any(a => a.Expansion) || values.Any(v => v.Pack is not null))
        {
            return;
        }
        var scope = TemplateArguments.Scope(outer, primary.Scope, found);
        for (int i = 0; i < written.Count && i < values.Count; i++)
        {
            bool plain = written[i].Expression is NameExpr { Name.IsSimple: true } or null && written[i].Type is NamedType { Name.IsSimple: true } n && n.Name.Segments[0].Arguments is null;
            if (plain)
            {
                continue;
            }
            if (values[i].Type is { } wanted && written[i].Type is { } type)
            {
                if (Bind(type, scope) != wanted)
                {
                    bindings = null;
                    return;
                }
            }
            else if (values[i].Value is { } value && written[i].Expression is { } expression
                && Build.AsInt(FunctionLowerer.Within(model, scope, l => l.EvaluateConstant(expression)).Value) != Build.AsInt(value))
            {
                bindings = null;
                return;
            }
        }
    }

    public StructType Struct(ClassSymbol symbol, Span at)
    {
        if (symbol.Layout is { } done)
        {
            return done;
        }
        if (symbol.Definition is not { Members: { } members } definition || symbol.Template is not null)
        {
            throw new LoweringException(SemanticRules.IncompleteType.At(at, symbol.Display));
        }
        if (!_layingOut.Add(symbol))
        {
            throw new LoweringException(SemanticRules.IncompleteType.At(at, symbol.Display));
        }
        string name = Mangling.Identifier(symbol.QualifiedName);
        string unique = name;
        for (int n = 2; !_structNames.Add(unique); n++)
        {
            unique = Build.Invariant($"{name}_{n}");
        }
        bool union = definition.Keyword == "union";
        var layout = new StructType(unique) { IsBuiltin = symbol.IsBuiltin, IsUnion = union };
        symbol.Layout = layout;
        bool laidOut = false;
        try
        {
            LayOut(symbol, definition, members, layout, union);
            laidOut = true;
        }
        finally
        {
            _layingOut.Remove(symbol);
            if (!laidOut)
            {
                symbol.Layout = null;
                symbol.Fields.Clear();
                symbol.Bases.Clear();
                _structNames.Remove(unique);
            }
        }
        Structs.Add(layout);
        return layout;
    }

    private void LayOut(ClassSymbol symbol, ClassDecl definition, EquatableArray<DeclSyntax> members, StructType layout, bool union)
    {
        var scope = model.MembersOf(symbol).Scope;
        var builder = new StructBuilder(symbol, union, definition.Packing, definition.Attributes.Any(a => a.IsPacked), members.OfType<VariableDecl>().Any(v => v.Specifiers.Attributes.Any(a => a.IsPacked)));
        foreach (var b in model.MembersOf(symbol).Bases)
        {
            var lowered = Struct(b, symbol.Span);
            if (lowered.Fields.IsEmpty)
            {
                builder.AlignTo(lowered.Alignment);
                symbol.Bases.Add(new BaseSymbol(b, -1));
                continue;
            }
            builder.PlaceBase($"base_{b.Name}", lowered, ClassTraits.DataEnd(model, b));
            symbol.Bases.Add(new BaseSymbol(b, builder.LastField));
        }
        foreach (var (field, at, alignas, width, packed) in FieldsOf(symbol, members, scope))
        {
            if (field.Type is ArrayCType { Length: null })
            {
                throw Unsupported(at, "a flexible array member");
            }
            if (width is { } bits)
            {
                bool named = field.Name.Length > 0;
                builder.PlaceBits(named ? symbol.Fields.Count : null, Lower(field.Type, at), bits, IsSignedBits(field.Type, at), packed, at);
                if (named)
                {
                    symbol.Fields.Add(field);
                }
                continue;
            }
            builder.Place(field.Name, Lower(field.Type, at), alignas, packed);
            symbol.Fields.Add(field with { Index = builder.LastField });
        }
        foreach (var a in definition.Attributes)
        {
            if (a.Name is "__align__" or "alignas" or "aligned" && a.Arguments.Count == 1)
            {
                builder.AlignTo(Alignment(a, scope));
            }
        }
        builder.Finish(layout);
        foreach (var (member, bits) in builder.Bits)
        {
            symbol.Fields[member] = symbol.Fields[member] with { Index = bits.Pieces[0].FieldIndex, Bits = bits };
        }
        CheckEmptyParts(symbol);
    }

    /// <summary>Whether the highest bit of a bit-field is a sign. An enumeration without negative values and of no type of its own has none.</summary>
    private static bool IsSignedBits(CType type, Span at) => type.Unqualified switch
    {
        ArithCType { IsFloating: false } a => !Layout.IsUnsigned(a),
        EnumCType { Symbol: { IsTyped: false, IsScoped: false } e } => e.Members.Values.Any(m => m.Value < 0),
        EnumCType e => !Layout.IsUnsigned((ArithCType)e.Symbol.Underlying),
        _ => throw Unsupported(at, $"a bit-field of type '{type}'"),
    };

    /// <summary>Two objects of one class without data have different addresses: the host moves one of them, we would not.</summary>
    private void CheckEmptyParts(ClassSymbol symbol)
    {
        var seen = new HashSet<ClassSymbol>();
        if (symbol.Bases.Count > 0 && ClassTraits.EmptyAtStart(model, symbol).FirstOrDefault(c => !seen.Add(c)) is { } twice)
        {
            throw new LoweringException(SemanticRules.EmptyTwice.At(symbol.Span, symbol.Display, twice.Display));
        }
    }

    /// <summary>The largest alignment that a declaration asks for; 1 where it asks for none.</summary>
    public int Alignment(DeclSpecifiers specifiers, Scope scope) => specifiers.Attributes
        .Where(a => a.Name is "__align__" or "alignas" or "aligned" && a.Arguments.Count == 1).Select(a => Alignment(a, scope)).Append(1).Max();

    private int Alignment(AttributeSyntax a, Scope scope) =>
        a.Arguments[0] is NameExpr n && model.Find(n.Name, scope).Select(f => Meaning(f, n.Name, scope)).FirstOrDefault(t => t is not null) is { } type
            ? Lower(type, a.Span).Alignment
            : (int)Build.AsInt(new FunctionLowerer(model, scope).EvaluateConstant(a.Arguments[0]).Value);

    private IEnumerable<(FieldSymbol Field, Span At, int Alignment, int? Width, bool Packed)> FieldsOf(ClassSymbol symbol, EquatableArray<DeclSyntax> members, Scope scope)
    {
        int unnamed = 0;
        foreach (var m in members)
        {
            switch (m)
            {
                case VariableDecl v when !v.Specifiers.Has(Specifier.Static):
                    foreach (var d in v.Variables)
                    {
                        int alignment = Alignment(v.Specifiers, scope);
                        int? width = d.BitWidth is null ? null : (int)Build.AsInt(new FunctionLowerer(model, scope).EvaluateConstant(d.BitWidth).Value);
                        if (width is not null && alignment > 1)
                        {
                            throw Unsupported(d.Span, "an aligned bit-field");
                        }
                        var type = new FunctionLowerer(model, scope).BindVariableType(d, scope);
                        yield return (new FieldSymbol(d.Name.Last, type, 0) { Declarator = d.Initializer is null ? null : d, IsMutable = v.Specifiers.Has(Specifier.Mutable) }, d.Span, alignment, width, v.Specifiers.Attributes.Any(a => a.IsPacked));
                    }
                    break;
                case ClassDecl { Name: null, Members: not null } c:
                    var inner = AddAnonymous(c, scope, Build.Invariant($"unnamed_{++unnamed}"), isMember: true);
                    yield return (new FieldSymbol(inner.Name, new ClassCType(inner), 0) { IsAnonymous = true }, c.Span, 1, null, false);
                    break;
                case FunctionDecl { Specifiers: var s } when s.Has(Specifier.Virtual):
                    throw new LoweringException(SemanticRules.VirtualFunction.At(m.Span, $"a function of '{symbol.Name}'"));
            }
        }
    }
}
