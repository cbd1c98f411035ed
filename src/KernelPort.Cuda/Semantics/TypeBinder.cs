using KernelPort.Core;
using KernelPort.Cuda.Lowering;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Turns written types into C++ types and C++ types into IR types.</summary>
public sealed partial class TypeBinder(SemanticModel model)
{
    private static readonly Dictionary<string, CType> Builtins = new(StringComparer.Ordinal)
    {
        ["void"] = CType.Void,
        ["bool"] = CType.Bool,
        ["char"] = CType.Char,
        ["signed char"] = new ArithCType(Arith.SChar),
        ["unsigned char"] = new ArithCType(Arith.UChar),
        ["char8_t"] = new ArithCType(Arith.UChar),
        ["short"] = new ArithCType(Arith.Short),
        ["unsigned short"] = new ArithCType(Arith.UShort),
        ["char16_t"] = new ArithCType(Arith.UShort),
        ["int"] = CType.Int,
        ["wchar_t"] = CType.Int,
        ["unsigned int"] = CType.UInt,
        ["char32_t"] = CType.UInt,
        ["long"] = CType.Long,
        ["unsigned long"] = CType.ULong,
        ["long long"] = CType.LongLong,
        ["unsigned long long"] = CType.ULongLong,
        ["float"] = CType.Float,
        ["double"] = CType.Double,
        ["long double"] = CType.Double,
    };

    /// <summary>Names that CUDA's own headers make known in every file.</summary>
    private static readonly Dictionary<string, CType> Known = new(StringComparer.Ordinal)
    {
        ["size_t"] = CType.ULong,
        ["ptrdiff_t"] = CType.Long,
        ["ssize_t"] = CType.Long,
        ["int8_t"] = new ArithCType(Arith.SChar),
        ["uint8_t"] = new ArithCType(Arith.UChar),
        ["int16_t"] = new ArithCType(Arith.Short),
        ["uint16_t"] = new ArithCType(Arith.UShort),
        ["int32_t"] = CType.Int,
        ["uint32_t"] = CType.UInt,
        ["int64_t"] = CType.Long,
        ["uint64_t"] = CType.ULong,
        ["intptr_t"] = CType.Long,
        ["uintptr_t"] = CType.ULong,
        ["uint"] = CType.UInt,
        ["ushort"] = new ArithCType(Arith.UShort),
        ["ulong"] = CType.ULong,
        ["__half"] = CType.Half,
        ["half"] = CType.Half,
        ["__nv_bfloat16"] = CType.BFloat16,
        ["nv_bfloat16"] = CType.BFloat16,
    };

    /// <summary>The known types that a stub header may declare as an empty class; the table goes before it.</summary>
    private static readonly HashSet<string> TableFirst = ["__half", "half", "__nv_bfloat16", "nv_bfloat16"];

    // What a function or a class instance defines is its own: the same syntax in another instance is another type.
    private readonly Dictionary<(ClassDecl, object), ClassSymbol> _anonymous = new(PairComparer.Instance);
    private readonly Dictionary<(EnumDecl, object), EnumSymbol> _enums = new(PairComparer.Instance);
    private int _anonymousCount;

    public CType Bind(TypeSyntax type, Scope scope)
    {
        switch (type)
        {
            case BuiltinType t:
                return Builtins.TryGetValue(t.Name, out var builtin) ? builtin : throw Unsupported(t.Span, $"the type {t.Name}");
            case NamedType t:
                return BindNamed(t.Name, scope);
            case QualifiedType t:
                return Bind(t.Inner, scope).Qualified(t.Const, t.Volatile);
            case PointerSyntax t:
                return new PointerCType(Bind(t.Pointee, scope));
            case ReferenceType t:
                var target = Bind(t.Target, scope);
                return target is ReferenceCType inner ? inner with { RightValue = inner.RightValue && t.RightValue } : new ReferenceCType(target, t.RightValue);
            case ArraySyntax t:
                return new ArrayCType(Bind(t.Element, scope), t.Size is null ? null : ArrayLength(t.Size, scope));
            case FunctionSyntax t:
                return new FunctionCType(Bind(t.Return, scope), t.Parameters.Select(p => Bind(p.Type, scope)).ToEquatable());
            case InlineType { Declaration: ClassDecl c }:
                return BindInlineClass(c, scope);
            case InlineType { Declaration: EnumDecl e }:
                return new EnumCType(AddEnum(e, scope.Namespace, scope.Parent is null && scope.Class is null ? null : scope));
            case DecltypeType t:
                return FunctionLowerer.Within(model, scope, l => l.DecltypeOf(t.Expression));
            default:
                throw Unsupported(type.Span, $"this kind of type ({type.GetType().Name})");
        }
    }

    private CType BindInlineClass(ClassDecl c, Scope scope)
    {
        if (c.Name is null)
        {
            return new ClassCType(AddAnonymous(c, scope, null));
        }
        if (c.Members is not null && scope.Owner is { IsFunction: true })
        {
            return new ClassCType(AddLocalClass(c, scope));
        }
        return BindNamed(c.Name, scope);
    }

    private long ArrayLength(ExprSyntax size, Scope scope)
    {
        var (_, value) = FunctionLowerer.Within(model, scope, l => l.EvaluateConstant(size));
        return Build.AsInt(value);
    }

    private CType BindNamed(NameSyntax name, Scope scope)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (name.IsSimple && TableFirst.Contains(name.Last))
        {
            return Known[name.Last];
        }
        if (name.Last == "__underlying_type" && name.Segments[^1].Arguments is { Count: 1 } one && one[0].Type is { } of)
        {
            return Bind(of, scope) is EnumCType e ? e.Symbol.Underlying : throw new LoweringException(SemanticRules.UnknownType.At(name.Span, name.Joined));
        }
        foreach (object found in model.Find(name, scope))
        {
            if (Meaning(found, name, scope) is { } type)
            {
                return type;
            }
        }
        if (Known.TryGetValue(name.Last, out var known) && (name.IsSimple || name.Joined.StartsWith("std::", StringComparison.Ordinal) || name.Joined.StartsWith("cuda::std::", StringComparison.Ordinal)))
        {
            return known;
        }
        throw new LoweringException(SemanticRules.UnknownType.At(name.Span, name.Joined));
    }

    /// <summary>The type that something found by name is; null where it is none.</summary>
    internal CType? Meaning(object found, NameSyntax name, Scope scope)
    {
        var arguments = name.Segments[^1].Arguments;
        switch (found)
        {
            case TemplateValue { Type: { } t }:
                return t;
            case TemplateValue { Template: { } template } when arguments is { } written:
                return new ClassCType(Instance(template, written, scope, name.Span));
            case CType t:
                return t;
            case AliasSymbol a:
                return BindAlias(a, name, scope);
            case EnumSymbol e:
                return new EnumCType(e);
            case ClassSymbol c:
                if (arguments is { } given)
                {
                    return new ClassCType(Instance(c.Primary ?? c, given, scope, name.Span));
                }
                return c.Template is null ? new ClassCType(c) : WithDefaults(c, name, scope);
            case LoweringException poisoned:
                throw poisoned;
            default:
                return null;
        }
    }

    // A template's name alone: fine where its own arguments are all defaults, else its arguments would have to be deduced from a constructor.
    private ClassCType WithDefaults(ClassSymbol c, NameSyntax name, Scope scope)
    {
        if (c.Template!.Parameters.All(p => p.Pack || p.DefaultType is not null || p.DefaultValue is not null))
        {
            return new ClassCType(Instance(c, [], scope, name.Span));
        }
        throw Unsupported(name.Span, $"the deduction of the class template arguments of '{name.Joined}'");
    }

    private CType BindAlias(AliasSymbol a, NameSyntax name, Scope scope)
    {
        var outer = a.Outer ?? new Scope(null, a.Scope);
        if (a.Template is not null)
        {
            var values = TemplateArguments.Bind(model, a.Template.Parameters, name.Segments[^1].Arguments ?? [], scope, outer)
                ?? throw new LoweringException(SemanticRules.CannotDeduce.At(name.Span, name.Joined));
            return Bind(a.Target, TemplateArguments.Scope(outer, a.Scope, a.Template.Parameters.Zip(values, (p, v) => (p.Name, v))));
        }
        if (a.Bound is null)
        {
            if (a.Binding)
            {
                throw new LoweringException(SemanticRules.UnknownType.At(name.Span, name.Joined));
            }
            a.Binding = true;
            try
            {
                a.Bound = Bind(a.Target, outer);
            }
            finally
            {
                a.Binding = false;
            }
        }
        return a.Bound;
    }

    /// <summary>The types of a base clause's entry.</summary>
    internal IEnumerable<CType> BindBase(TypeSyntax type, Scope scope)
    {
        if (SyntaxNames.In(type).Any(scope.IsPack))
        {
            foreach (var inner in Packs.Each(model, scope, SyntaxNames.In(type), type.Span))
            {
                yield return Bind(type, inner);
            }
            yield break;
        }
        yield return Bind(type, scope);
    }

    public ClassSymbol AddAnonymous(ClassDecl c, Scope scope, string? name, bool isMember = false)
    {
        var owner = scope.Owner;
        object key = (object?)owner.Class ?? (owner.IsFunction ? owner : scope.Namespace);
        if (!_anonymous.TryGetValue((c, key), out var symbol))
        {
            name ??= Build.Invariant($"anonymous_{++_anonymousCount}");
            bool nested = owner.Class is not null || owner.IsFunction;
            _anonymous[(c, key)] = symbol = new ClassSymbol(name, c.Span, scope.Namespace) { Definition = c, Outer = nested ? scope : null, Enclosing = owner.Class, IsAnonymous = isMember };
        }
        return symbol;
    }

    /// <summary>A class defined inside a function.</summary>
    public ClassSymbol AddLocalClass(ClassDecl c, Scope scope)
    {
        var symbol = AddAnonymous(c, scope, c.Name?.Last);
        scope.Add(symbol.Name, symbol);
        return symbol;
    }

    public EnumSymbol AddEnum(EnumDecl e, NamespaceSymbol scope, Scope? local = null, Action<Symbol>? member = null)
    {
        var owner = local?.Owner;
        object key = (object?)owner?.Class ?? (owner is { IsFunction: true } ? owner : scope);
        if (_enums.TryGetValue((e, key), out var known))
        {
            return known;
        }
        if (e.Enumerators is null && e.Name is not null && local is not null && local.Find(e.Name) is EnumSymbol declared)
        {
            return declared;
        }
        var names = local ?? new Scope(null, scope);
        var underlying = e.Underlying is null ? CType.Int : Bind(e.Underlying, names);
        var symbol = new EnumSymbol(e.Name ?? Build.Invariant($"anonymous_{++_anonymousCount}"), e.Span, e.Scoped, underlying, scope) { IsTyped = e.Underlying is not null };
        _enums[(e, key)] = symbol;
        if (e.Name is not null)
        {
            Declare(symbol);
        }
        long next = 0;
        foreach (var m in e.Enumerators ?? [])
        {
            if (m.Value is not null)
            {
                var inner = names.Nested();
                foreach (var (n, earlier) in symbol.Members)
                {
                    inner.Add(n, earlier);
                }
                try
                {
                    next = Build.AsInt(FunctionLowerer.Within(model, inner, l => l.EvaluateConstant(m.Value)).Value);
                }
                catch (LoweringException) when (m.Span.Source is { IsEmbedded: true })
                {
                    // A stub header's enumerator that needs more than we evaluate: its exact value is not used in device code.
                }
            }
            var enumerator = new EnumeratorSymbol(m.Name, m.Span, symbol, next++);
            symbol.Members[m.Name] = enumerator;
            if (!e.Scoped)
            {
                Declare(enumerator);
            }
        }
        return symbol;

        void Declare(Symbol s)
        {
            if (member is not null)
            {
                member(s);
            }
            else if (local is not null)
            {
                local.Add(s.Name, s);
            }
            else
            {
                scope.Add(s);
            }
        }
    }

    private static readonly StructType NoData = Complete(new StructType("no_data"));

    private static StructType Complete(StructType type)
    {
        type.Complete([], 1, 1);
        return type;
    }

    /// <summary>The IR type of a C++ type; references and pointers are generic pointers.</summary>
    public IrType Lower(CType type, Span at) => type switch
    {
        VoidCType => IrType.Void,
        ArithCType t => Layout.Scalar(t),
        // A number that stands for the function: see FunctionAddresses.
        PointerCType { Pointee: FunctionCType } => IrType.U64,
        PointerCType t => new PointerType(LowerPointee(t.Pointee, at), AddressSpace.Generic),
        ReferenceCType t => new PointerType(LowerPointee(t.Target, at), AddressSpace.Generic),
        ArrayCType t => new ArrayType(Lower(t.Element, at), t.Length ?? 0),
        EnumCType t => Lower(t.Symbol.Underlying, at),
        ClassCType t => Struct(t.Symbol, at),
        FunctionNameCType => NoData,
        FunctionCType => throw Unsupported(at, "a function pointer"),
        _ => throw Unsupported(at, $"the type '{type}' in device code"),
    };

    // A pointer to a class needs no layout of it yet, so that a struct can point at itself.
    private IrType LowerPointee(CType type, Span at) => type switch
    {
        ClassCType { Symbol: { Layout: { } known } } => known,
        // Nothing can be read through it: the address is all there is.
        ClassCType { Symbol: { Definition: not { Members: not null } } } or FunctionCType or OpaqueCType => IrType.Void,
        _ => Lower(type, at),
    };

    internal static LoweringException Unsupported(Span at, string what) => new(SemanticRules.NotSupported.At(at, what));
}

/// <summary>Pairs of things that are the same only when they are the very same.</summary>
internal sealed class PairComparer : IEqualityComparer<(ClassDecl, object)>, IEqualityComparer<(EnumDecl, object)>
{
    public static readonly PairComparer Instance = new();

    public bool Equals((ClassDecl, object) a, (ClassDecl, object) b) => ReferenceEquals(a.Item1, b.Item1) && ReferenceEquals(a.Item2, b.Item2);

    public int GetHashCode((ClassDecl, object) pair) => HashCode.Combine(Of(pair.Item1), Of(pair.Item2));

    public bool Equals((EnumDecl, object) a, (EnumDecl, object) b) => ReferenceEquals(a.Item1, b.Item1) && ReferenceEquals(a.Item2, b.Item2);

    public int GetHashCode((EnumDecl, object) pair) => HashCode.Combine(Of(pair.Item1), Of(pair.Item2));

    private static int Of(object item) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(item);
}
