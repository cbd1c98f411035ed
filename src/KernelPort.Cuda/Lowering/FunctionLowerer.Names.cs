using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>What a name stands for.</content>
internal sealed partial class FunctionLowerer
{
    private Operand OperandOf(LocalSymbol symbol) =>
        symbol.Constant is { } constant ? Operand.Of(symbol.Type, constant)
        : symbol.Home is not null && symbol.Home != this ? Elsewhere(symbol)
        : symbol.Place is { } place ? Operand.At(symbol.Type, place)
        : Operand.Of(symbol.Type, symbol.Value!) with { Local = symbol };

    /// <summary>Another function's local: its type is all that can be used of it.</summary>
    private Operand Elsewhere(LocalSymbol symbol)
    {
        if (_instance is not null && !IsEmpty(symbol.Type, symbol.Span))
        {
            throw new LoweringException(SemanticRules.NotCaptured.At(_at, symbol.Name).Note(symbol.Span, "declared here"));
        }
        var pointer = _model.Types.Lower(new PointerCType(symbol.Type), symbol.Span);
        return IsEmpty(symbol.Type, symbol.Span)
            ? Operand.Of(symbol.Type, EmptyValue(symbol.Type, symbol.Span))
            : Operand.At(symbol.Type, new Deref(((PointerType)pointer).Pointee, new Undefined(pointer)));
    }

    private Operand LowerName(NameExpr e)
    {
        var name = e.Name;
        if (OwnName(e) is { } own)
        {
            return Operand.At(new ArrayCType(CType.Char.Const(), own.Length + 1), (_module ?? _model.Constants).Text(own, e.Span));
        }
        foreach (object found in _model.Find(name, _scope))
        {
            switch (found)
            {
                case LocalSymbol local:
                    var operand = OperandOf(local);
                    return operand.Value is { } v ? operand with { Value = v with { From = e.Span } } : operand;
                case TemplateValue { Value: { } value } t:
                    return Operand.Of(t.ValueType ?? CTypeOfLiteral(value), value with { From = e.Span });
                case TemplateValue { Function: { } passed }:
                    return FunctionOperand(passed, e.Span);
                case EnumeratorSymbol x:
                    return EnumeratorOperand(x, e.Span);
                case LoweringException poisoned:
                    throw poisoned;
                case GlobalSymbol { Template: not null } x when x.Name.StartsWith("__kernelport_is_", StringComparison.Ordinal):
                    return Operand.Of(CType.Bool, Build.Bool(Trait(x, name)));
                case GlobalSymbol x:
                    return LowerGlobal(x.Template is null ? x : _model.Instance(x, name, _scope), e.Span);
                case MemberName m:
                    return OwnMember(m, e.Span);
                case FunctionSymbol f:
                    return FunctionOperand(ChosenFunction(f, name, e.Span), e.Span);
                case PackSymbol or TemplateValue { Pack: not null }:
                    throw Unsupported(e.Span, $"the pack '{name.Joined}' without '...'");
            }
        }
        if (name.IsSimple && name.Last == "warpSize")
        {
            return Operand.Of(CType.Int, new Cast(IrType.I32, new CoordinateOf(Coordinate.WarpSize) { From = e.Span }) { From = e.Span });
        }
        if (name.IsSimple && Coordinates.Base(name.Last) is { } first)
        {
            return WholeCoordinate(first, name.Last.EndsWith("Dim", StringComparison.Ordinal) ? "dim3" : "uint3", e.Span);
        }
        throw new LoweringException(SemanticRules.Undeclared.At(e.Span, name.Joined));
    }

    /// <summary>What the stub headers' type traits ask the compiler.</summary>
    private bool Trait(GlobalSymbol trait, NameSyntax name)
    {
        var values = TemplateArguments.Bind(_model, trait.Template!.Parameters, name.Segments[^1].Arguments ?? [], _scope, trait.Names)
            ?? throw new LoweringException(SemanticRules.CannotDeduce.At(name.Span, name.Joined));
        var type = values[0].Type!;
        return trait.Name switch
        {
            "__kernelport_is_class" => type is ClassCType,
            "__kernelport_is_enum" => type is EnumCType,
            "__kernelport_is_empty" => type is ClassCType && IsEmpty(type, name.Span),
            "__kernelport_is_trivially_copyable" => ClassTraits.IsTriviallyCopyable(_model, type.Unqualified),
            "__kernelport_is_standard_layout" => ClassTraits.IsStandardLayout(_model, type.Unqualified),
            "__kernelport_is_base_of" => type is ClassCType a && values[1].Type is ClassCType b && ClassPaths.ToBase(_model, b.Symbol, a.Symbol) is not null,
            _ => Overloads.Rank(_model, type, false, values[1].Type!) is not null,
        };
    }

    /// <summary>A data member named inside of a member function.</summary>
    private Operand OwnMember(MemberName m, Span at)
    {
        if (_self is not { Type: ClassCType } self)
        {
            if (_module is null && _scope.EnclosingClass is { } around && ClassPaths.ToField(_model, around, m.Name) is var (_, field))
            {
                // Only its type is asked for.
                return Operand.At(field.Type.Referred, new Deref(_model.Types.Lower(field.Type.Referred, at), new Undefined(_model.Types.Lower(new PointerCType(field.Type.Referred), at))));
            }
            throw new LoweringException(SemanticRules.NotAnObject.At(at, m.Name));
        }
        return MemberOf(self, m.Name, at);
    }

    /// <summary>The one function a name stands for where it is not called.</summary>
    private FunctionSymbol ChosenFunction(FunctionSymbol first, NameSyntax name, Span at)
    {
        var all = _model.Find(name, _scope).OfType<FunctionSymbol>().ToList();
        return all.Count == 1 && !first.IsTemplate ? first : throw Unsupported(at, $"the overloaded or templated function '{name.Joined}' as a value");
    }

    private Operand FunctionOperand(FunctionSymbol f, Span at)
    {
        var type = new FunctionNameCType(f);
        return Operand.Of(type, EmptyValue(type, at));
    }

    /// <summary>A value that takes no room: of a class without data members, or a function's name.</summary>
    private Expr EmptyValue(CType type, Span at) => new Aggregate(_model.Types.Lower(type.Unqualified, at), []) { From = at };

    private Operand EmptyObject(CType type, Span at) => new(type, EmptyValue(type, at), null) { IsEmptyObject = true };

    /// <summary>Whether a type has no data at all, so that nothing is passed for it.</summary>
    private bool IsEmpty(CType type, Span at) => type.Referred switch
    {
        FunctionNameCType => true,
        ClassCType { Symbol: { Definition.Members: not null, Template: null } or { Layout: not null } } c => _model.Types.Struct(c.Symbol, at) is { Fields.IsEmpty: true, IsUnion: false } && !c.Symbol.CastsItself,
        _ => false,
    };

    private Operand EnumeratorOperand(EnumeratorSymbol x, Span at) =>
        Operand.Of(new EnumCType(x.Enum), Build.Int(_model.Types.Lower(x.Enum.Underlying, at), x.Value) with { From = at });

    private static CType CTypeOfLiteral(Literal value) => ((ScalarType)value.Type).Kind switch
    {
        Scalar.Bool => CType.Bool,
        Scalar.I8 => CType.Char,
        Scalar.U8 => new ArithCType(Arith.UChar),
        Scalar.I16 => new ArithCType(Arith.Short),
        Scalar.U16 => new ArithCType(Arith.UShort),
        Scalar.I32 => CType.Int,
        Scalar.U32 => CType.UInt,
        Scalar.I64 => CType.Long,
        Scalar.U64 => CType.ULong,
        Scalar.F32 => CType.Float,
        _ => CType.Double,
    };

    private Operand WholeCoordinate(Coordinate first, string structName, Span at)
    {
        var type = BuiltinClass(structName, at);
        var parts = Enumerable.Range(0, 3).Select(i => (Expr)new CoordinateOf(first + i)).ToEquatable();
        return Operand.Of(type, new Aggregate(_model.Types.Lower(type, at), parts) { From = at });
    }

    private ClassCType BuiltinClass(string name, Span at) =>
        _model.Global.Members.TryGetValue(name, out var list) && list.OfType<ClassSymbol>().FirstOrDefault() is { } symbol
            ? new ClassCType(symbol)
            : throw new LoweringException(SemanticRules.UnknownType.At(at, name));

    private Operand LowerGlobal(GlobalSymbol g, Span at)
    {
        if (_model.Awaited >= TypeBinder.DeepestInstantiation)
        {
            throw new LoweringException(SemanticRules.TooDeep.At(at, $"the value of '{g.Name}'"));
        }
        _model.Awaited++;
        try
        {
            return ValueOfGlobal(g, at);
        }
        finally
        {
            _model.Awaited--;
        }
    }

    private Operand ValueOfGlobal(GlobalSymbol g, Span at)
    {
        if (g.Specifiers.Has(Specifier.Shared))
        {
            return FileShared(g, at);
        }
        if (g.IsDevice)
        {
            if (_module is null)
            {
                // In a constant or a type only: there is no module to put it in.
                g.Type ??= BindVariableType(g.Declarator, g.Names);
                return Operand.At(g.Type, new GlobalPlace(_model.Types.Lower(g.Type, at), g.Name));
            }
            var (type, place) = _module.GlobalVariable(g);
            return Operand.At(type, place);
        }
        if (ConstantOf(g) is { } constant)
        {
            return Operand.Of(g.Type!, constant with { From = at });
        }
        if (g.Type is { } known && IsEmpty(known, at))
        {
            return EmptyObject(known, at);
        }
        bool table = g.Specifiers.Has(Specifier.Constexpr) || g.Type is { IsConst: true } or ArrayCType { Element.IsConst: true };
        if (table && g.Type is ArrayCType or ClassCType or ArithCType && g.Declarator.Initializer is not null)
        {
            // A constant table of the program: device code reads a copy of it.
            var (type, place) = (_module ?? _model.Constants).GlobalVariable(g);
            return Operand.At(type.Const(), place);
        }
        if (g.Declarator.Type is NamedType { Name.Last: "texture" or "surface" })
        {
            throw Unsupported(at, "a texture reference (CUDA 12 has none: pass a texture object)");
        }
        throw new LoweringException(SemanticRules.HostCallInDevice.At(at, g.Name));
    }
}
