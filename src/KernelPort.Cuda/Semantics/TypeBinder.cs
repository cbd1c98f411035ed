using KernelPort.Core;
using KernelPort.Cuda.Lowering;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Turns written types into C++ types and C++ types into IR types.</summary>
public sealed class TypeBinder(SemanticModel model)
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

    private readonly Dictionary<ClassDecl, ClassSymbol> _anonymous = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<EnumDecl, EnumSymbol> _enums = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ClassSymbol> _layingOut = [];
    private int _anonymousCount;

    /// <summary>The structs met so far, in the order in which they were completed.</summary>
    public List<StructType> Structs { get; } = [];

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
                return new EnumCType(AddEnum(e, scope.Namespace, scope));
            case DecltypeType t:
                return new FunctionLowerer(model, scope).TypeOfOperand(t.Expression);
            default:
                throw Unsupported(type.Span, $"this kind of type ({type.GetType().Name})");
        }
    }

    private CType BindInlineClass(ClassDecl c, Scope scope)
    {
        if (c.Name is null)
        {
            return new ClassCType(AddAnonymous(c, scope.Namespace, null));
        }
        if (c.Members is not null && scope.Parent is not null)
        {
            return new ClassCType(AddLocalClass(c, scope));
        }
        return BindNamed(c.Name, scope);
    }

    private long ArrayLength(ExprSyntax size, Scope scope)
    {
        var (_, value) = new FunctionLowerer(model, scope).EvaluateConstant(size);
        return Build.AsInt(value);
    }

    private CType BindNamed(NameSyntax name, Scope scope)
    {
        if (name.IsSimple && TableFirst.Contains(name.Last))
        {
            return Known[name.Last];
        }
        if (name.IsSimple && scope.Find(name.Last) is { } local)
        {
            return local switch
            {
                TemplateValue { Type: { } t } => t,
                CType t => t,
                ClassSymbol c => new ClassCType(c),
                EnumSymbol e => new EnumCType(e),
                _ => throw new LoweringException(SemanticRules.UnknownType.At(name.Span, name.Joined)),
            };
        }
        foreach (var symbol in model.Lookup(name, scope.Namespace))
        {
            switch (symbol)
            {
                case AliasSymbol a:
                    return BindAlias(a, name);
                case ClassSymbol c:
                    if (c.Template is not null || name.Segments[^1].Arguments is not null)
                    {
                        throw Unsupported(name.Span, $"the class template '{name.Joined}' in device code");
                    }
                    return new ClassCType(c);
                case EnumSymbol e:
                    return new EnumCType(e);
            }
        }
        if (Known.TryGetValue(name.Last, out var known) && (name.IsSimple || name.Joined.StartsWith("std::", StringComparison.Ordinal) || name.Joined.StartsWith("cuda::std::", StringComparison.Ordinal)))
        {
            return known;
        }
        throw new LoweringException(SemanticRules.UnknownType.At(name.Span, name.Joined));
    }

    private CType BindAlias(AliasSymbol a, NameSyntax name)
    {
        if (a.Template is not null)
        {
            throw Unsupported(name.Span, $"the alias template '{name.Joined}'");
        }
        if (a.Bound is null)
        {
            if (a.Binding)
            {
                throw new LoweringException(SemanticRules.UnknownType.At(name.Span, name.Joined));
            }
            a.Binding = true;
            a.Bound = Bind(a.Target, new Scope(null, a.Scope));
            a.Binding = false;
        }
        return a.Bound;
    }

    public ClassSymbol AddAnonymous(ClassDecl c, NamespaceSymbol scope, string? name)
    {
        if (!_anonymous.TryGetValue(c, out var symbol))
        {
            name ??= Build.Invariant($"anonymous_{++_anonymousCount}");
            _anonymous[c] = symbol = new ClassSymbol(name, c.Span, scope) { Definition = c, IsBuiltin = c.Span.Source?.Path.StartsWith('<') ?? false };
        }
        return symbol;
    }

    /// <summary>A class defined inside a function.</summary>
    public ClassSymbol AddLocalClass(ClassDecl c, Scope scope)
    {
        var symbol = AddAnonymous(c, scope.Namespace, c.Name?.Last);
        scope.Add(symbol.Name, symbol);
        return symbol;
    }

    public EnumSymbol AddEnum(EnumDecl e, NamespaceSymbol scope, Scope? local = null)
    {
        if (_enums.TryGetValue(e, out var known))
        {
            return known;
        }
        var names = local ?? new Scope(null, scope);
        var underlying = e.Underlying is null ? CType.Int : Bind(e.Underlying, names);
        var symbol = new EnumSymbol(e.Name ?? Build.Invariant($"anonymous_{++_anonymousCount}"), e.Span, e.Scoped, underlying);
        _enums[e] = symbol;
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
                    next = Build.AsInt(new FunctionLowerer(model, inner).EvaluateConstant(m.Value).Value);
                }
                catch (LoweringException) when (m.Span.Source?.Path.StartsWith('<') ?? false)
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
            if (local is not null)
            {
                local.Add(s.Name, s);
            }
            else
            {
                scope.Add(s);
            }
        }
    }

    /// <summary>The IR type of a C++ type; references and pointers are generic pointers.</summary>
    public IrType Lower(CType type, Span at) => type switch
    {
        VoidCType => IrType.Void,
        ArithCType t => Layout.Scalar(t),
        PointerCType t => new PointerType(LowerPointee(t.Pointee, at), AddressSpace.Generic),
        ReferenceCType t => new PointerType(LowerPointee(t.Target, at), AddressSpace.Generic),
        ArrayCType t => new ArrayType(Lower(t.Element, at), t.Length ?? 0),
        EnumCType t => Lower(t.Symbol.Underlying, at),
        ClassCType t => Struct(t.Symbol, at),
        FunctionCType => throw Unsupported(at, "a function pointer"),
        _ => throw Unsupported(at, $"the type '{type}' in device code"),
    };

    // A pointer to a class needs no layout of it yet, so that a struct can point at itself.
    private IrType LowerPointee(CType type, Span at) => type is ClassCType { Symbol: { Layout: { } known } } ? known : Lower(type, at);

    public StructType Struct(ClassSymbol symbol, Span at)
    {
        if (symbol.Layout is { } done)
        {
            return done;
        }
        if (symbol.Definition is not { Members: { } members } definition)
        {
            throw new LoweringException(SemanticRules.IncompleteType.At(at, symbol.Name));
        }
        if (definition.Bases.Count > 0)
        {
            throw Unsupported(at, $"the class '{symbol.Name}' with base classes in device code");
        }
        if (!_layingOut.Add(symbol))
        {
            throw new LoweringException(SemanticRules.IncompleteType.At(at, symbol.Name));
        }
        string prefix = symbol.Scope.Qualified.Length == 0 ? "" : symbol.Scope.Qualified.Replace("::", "_", StringComparison.Ordinal) + "_";
        string name = prefix + symbol.Name;
        for (int n = 2; Structs.Any(s => s.Name == name); n++)
        {
            name = Build.Invariant($"{prefix}{symbol.Name}_{n}");
        }
        bool union = definition.Keyword == "union";
        var layout = new StructType(name) { IsBuiltin = symbol.IsBuiltin, IsUnion = union };
        symbol.Layout = layout;
        LayOut(symbol, definition, members, layout, union);
        Structs.Add(layout);
        return layout;
    }

    private void LayOut(ClassSymbol symbol, ClassDecl definition, EquatableArray<DeclSyntax> members, StructType layout, bool union)
    {
        var scope = new Scope(null, symbol.Scope);
        var fields = new List<StructField>();
        long offset = 0;
        long size = 0;
        int alignment = 1;
        foreach (var (name, type, at) in FieldsOf(symbol, members, scope))
        {
            var lowered = Lower(type, at);
            offset = union ? 0 : Align(offset, lowered.Alignment);
            fields.Add(new StructField(name, lowered, offset));
            symbol.Fields.Add(new FieldSymbol(name, type, fields.Count - 1));
            offset += lowered.Size;
            size = Math.Max(size, offset);
            alignment = Math.Max(alignment, lowered.Alignment);
        }
        foreach (var a in definition.Attributes)
        {
            if (a.Name is "__align__" or "alignas" or "aligned" && a.Arguments.Count == 1)
            {
                alignment = Math.Max(alignment, (int)Build.AsInt(new FunctionLowerer(model, scope).EvaluateConstant(a.Arguments[0]).Value));
            }
            else if (a.Name is "packed" or "__packed__")
            {
                throw Unsupported(a.Span, "a packed struct");
            }
        }
        layout.Complete(fields.ToEquatable(), Align(Math.Max(size, 1), alignment), alignment);
    }

    private IEnumerable<(string Name, CType Type, Span At)> FieldsOf(ClassSymbol symbol, EquatableArray<DeclSyntax> members, Scope scope)
    {
        foreach (var m in members)
        {
            switch (m)
            {
                case VariableDecl v when !v.Specifiers.Has(Specifier.Static):
                    foreach (var d in v.Variables)
                    {
                        if (d.BitWidth is not null)
                        {
                            throw Unsupported(d.Span, "a bit-field");
                        }
                        yield return (d.Name.Last, Bind(d.Type, scope), d.Span);
                    }
                    break;
                case AliasDecl a:
                    scope.Add(a.Name, Bind(a.Type, scope));
                    break;
                case ClassDecl { Name: null, Members: not null }:
                    throw Unsupported(m.Span, $"an anonymous struct or union inside '{symbol.Name}'");
                case ClassDecl { Name: not null, Members: not null } c:
                    AddLocalClass(c, scope);
                    break;
                case EnumDecl e:
                    AddEnum(e, symbol.Scope, scope);
                    break;
                case FunctionDecl { Specifiers: var s } when s.Has(Specifier.Virtual):
                    throw Unsupported(m.Span, $"the virtual function of '{symbol.Name}' in device code");
            }
        }
    }

    private static long Align(long offset, int alignment) => (offset + alignment - 1) / alignment * alignment;

    internal static LoweringException Unsupported(Span at, string what) => new(SemanticRules.NotSupported.At(at, what));
}
