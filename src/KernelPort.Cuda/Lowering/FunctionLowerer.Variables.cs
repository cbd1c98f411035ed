using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Declared variables and their initialisers.</content>
internal sealed partial class FunctionLowerer
{
    private void Declaration(DeclSyntax declaration)
    {
        switch (declaration)
        {
            case VariableDecl x:
                foreach (var d in x.Variables)
                {
                    try
                    {
                        Variable(d, x.Specifiers);
                    }
                    catch (LoweringException)
                    {
                        // One report is enough: uses of the name are passed over.
                        _scope.Add(d.Name.Last, Poisoned);
                        throw;
                    }
                }
                break;
            case AliasDecl x:
                _scope.Add(x.Name, x.Type is InlineType { Declaration: ClassDecl { Name: null } c } ? new ClassCType(_model.Types.AddAnonymous(c, _scope, x.Name)) : _model.Types.Bind(x.Type, _scope));
                break;
            case ClassDecl { Members: not null } x:
                _model.Types.AddLocalClass(x, _scope);
                break;
            case StructuredBindingDecl x:
                Bindings(x);
                break;
            case NamespaceAliasDecl x:
                _scope.Add(x.Name, (object?)_model.FindNamespace(x.Target, _scope.Namespace) ?? throw new LoweringException(SemanticRules.Undeclared.At(x.Span, x.Target.Joined)));
                break;
            case FunctionDecl:
                // Declares what stands elsewhere.
                break;
            case EnumDecl x:
                _model.Types.AddEnum(x, _scope.Namespace, _scope);
                break;
            case StaticAssertDecl x:
                if (EvaluateConstant(x.Condition).Value.Bits == 0)
                {
                    throw new LoweringException(SemanticRules.StaticAssertFailed.At(x.Span, x.Message ?? ""));
                }
                break;
            case EmptyDecl:
                break;
            case UsingDecl { IsNamespace: true } x:
                // Names of that namespace become visible; for a whole namespace the file's scope is close enough.
                if ((_model.Container(x.Name, x.Name.Segments.Count, _scope) as NamespaceSymbol ?? _model.FindNamespace(x.Name, _scope.Namespace)) is { } used && !_scope.Namespace.Using.Contains(used) && used != _scope.Namespace)
                {
                    _scope.Namespace.Using.Add(used);
                }
                break;
            case UsingDecl x:
                if (_model.Find(x.Name, _scope) is { Count: > 0 } meant)
                {
                    _scope.Add(x.Name.Last, meant.Count == 1 && meant[0] is not FunctionSymbol ? meant[0] : meant.OfType<Symbol>().ToList());
                }
                break;
            default:
                throw Unsupported(declaration.Span, $"this declaration in a function ({declaration.GetType().Name})");
        }
    }

    private void Variable(DeclaratorSyntax d, DeclSpecifiers specifiers)
    {
        _at = d.Span;
        string name = d.Name.Last;
        if (_scope.HasOwn(name))
        {
            throw new LoweringException(SemanticRules.Redeclared.At(d.Name.Span, name));
        }
        if (specifiers.Has(Specifier.Shared))
        {
            SharedVariable(d, specifiers, name);
            return;
        }
        if (specifiers.Has(Specifier.Extern))
        {
            throw Unsupported(d.Span, "an extern declaration inside a function");
        }
        var type = DeclaredType(d);
        if (type is PointerCType { Pointee: FunctionCType } && d.Initializer is { } named && !_modified.Touches(name, type) && FunctionNamed(named) is { } function)
        {
            // Nothing is stored: every use is the function.
            type = new FunctionNameCType(function);
        }
        if (IsEmpty(type, d.Span))
        {
            EmptyVariable(d, type, name);
            return;
        }
        if (type is ReferenceCType reference)
        {
            BindReference(d, reference, name);
            return;
        }
        if (specifiers.Has(Specifier.Static) && !type.IsConst && !specifiers.Has(Specifier.Constexpr))
        {
            StaticVariable(d, specifiers, type, name);
            return;
        }
        if (specifiers.Has(Specifier.Constexpr))
        {
            type = type.Const();
        }
        Local(d, type, name, specifiers.Has(Specifier.Constexpr), _model.Types.Alignment(specifiers, _scope));
    }

    /// <summary>A variable of a class without data: nothing lies anywhere, but its constructor may do something.</summary>
    private void EmptyVariable(DeclaratorSyntax d, CType type, string name)
    {
        var target = type.Referred;
        if (target is ClassCType c && d.Initializer is { } init && type is not ReferenceCType)
        {
            ConstructInto(EmptyObject(target, d.Span), (ClassCType)c.Unqualified, ArgumentsOf(d, init), d.Span);
        }
        else if (d.Initializer is { } expression and not BraceExpr)
        {
            Discard(expression);
        }
        else if (target is ClassCType plain && UserConstructors(plain.Symbol).Any() && type is not ReferenceCType)
        {
            CallConstructor(EmptyObject(target, d.Span), plain.Symbol, [], null, d.Span);
        }
        Declare(new LocalSymbol(name, d.Span, target) { Value = EmptyValue(target, d.Span) });
        if (type is not ReferenceCType)
        {
            Lives(EmptyObject(target, d.Span), d.Span);
        }
    }

    private FunctionSymbol? FunctionNamed(ExprSyntax init)
    {
        var e = Unwrap(init is BraceExpr { Elements: [var one] } ? one : init);
        return TypeOfOperand(e is PrefixExpr { Operator: "&" } address ? Unwrap(address.Operand) : e) is FunctionNameCType f ? f.Symbol : null;
    }

    /// <summary>A static variable of a function: one for all threads, and it keeps its value from launch to launch.</summary>
    private void StaticVariable(DeclaratorSyntax d, DeclSpecifiers specifiers, CType type, string name)
    {
        if (_module is null || _instance is null || (ElementOf(type) is ClassCType c && (NeedsConstruction(c.Symbol) || HasDestructor(type))))
        {
            throw Unsupported(d.Span, "this static local variable");
        }
        var g = _module.StaticLocal(_instance, d, () => new GlobalSymbol(d, specifiers with { Flags = specifiers.Flags | (type.IsConstThrough ? Specifier.Constant : Specifier.Device) }, _scope.Namespace) { Outer = _scope, Type = type });
        Declare(new LocalSymbol(name, d.Span, type) { Place = _module.GlobalVariable(g).Place });
    }

    private static EquatableArray<ExprSyntax> ArgumentsOf(DeclaratorSyntax d, ExprSyntax init) => init is BraceExpr b ? b.Elements : [init];

    /// <summary>A variable's type with `auto` deduced and array lengths filled in.</summary>
    private CType DeclaredType(DeclaratorSyntax d)
    {
        if (Contains<AutoType>(d.Type))
        {
            if (d.Initializer is not { } init)
            {
                throw new LoweringException(SemanticRules.CannotDeduce.At(d.Span, d.Name.Last));
            }
            var value = init is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : init;
            return SubstituteAuto(d.Type, TypeOfOperand(value), !OperandIsRightValue(d.Type, value));
        }
        if (d.Type is NamedType { Name: var name } && name.Segments[^1].Arguments is null && d.Initializer is not null
            && _model.Find(name, _scope) is [ClassSymbol { Template: not null } template])
        {
            return Deduced(template, LowerForTypes(ArgumentsOf(d, d.Initializer)), d.Span);
        }
        return BindVariableType(d, _scope);
    }

    private List<CType> LowerForTypes(EquatableArray<ExprSyntax> arguments) => [.. arguments.Select(TypeOfOperand)];

    /// <summary>Class template argument deduction: from a constructor's parameters, or from the same template.</summary>
    private CType Deduced(ClassSymbol template, List<CType> types, Span at)
    {
        if (types is [ClassCType { Symbol: { Primary: { } primary } }] && primary == template)
        {
            return types[0].Unqualified;
        }
        var header = template.Template!;
        foreach (var m in template.Definition?.Members ?? [])
        {
            if (m is FunctionDecl f && f.ReturnType is null && f.Name.Last == template.Name && f.Parameters.Count == types.Count)
            {
                var maker = new FunctionSymbol(f, template.Scope, header) { Outer = template.Outer };
                if (Overloads.Deduce(_model, maker, null, [.. types], _scope) is { } arguments)
                {
                    return new ClassCType(_model.Types.Instance(template, arguments, at));
                }
            }
        }
        throw Unsupported(at, $"the deduction of the class template arguments of '{template.Name}'");
    }

    // `auto &&` binds to an lvalue as an lvalue reference.
    private bool OperandIsRightValue(TypeSyntax type, ExprSyntax value)
    {
        if (type is not ReferenceType { RightValue: true })
        {
            return false;
        }
        var outer = _current;
        _current = [];
        bool right = !Lower(value).IsLvalue;
        _current = outer;
        return right;
    }

    private static bool Contains<T>(TypeSyntax type) => type switch
    {
        T => true,
        QualifiedType q => Contains<T>(q.Inner),
        PointerSyntax p => Contains<T>(p.Pointee),
        ReferenceType r => Contains<T>(r.Target),
        _ => false,
    };

    private CType SubstituteAuto(TypeSyntax type, CType deduced, bool fromPlace = true)
    {
        switch (type)
        {
            case AutoType:
                return deduced is ArrayCType a ? new PointerCType(a.Element) : deduced.Unqualified;
            case QualifiedType q:
                return SubstituteAuto(q.Inner, deduced).Qualified(q.Const, q.Volatile);
            case PointerSyntax p:
                var pointer = deduced is ArrayCType array ? new PointerCType(array.Element) : deduced;
                return pointer is PointerCType target ? new PointerCType(SubstituteAuto(p.Pointee, target.Pointee)) : throw Unsupported(type.Span, "auto * of something that is no pointer");
            case ReferenceType r:
                // Keeps the constness of what it refers to, as C++ does.
                var inner = r.Target is AutoType ? deduced : SubstituteAuto(r.Target, deduced);
                return new ReferenceCType(inner, r.RightValue && !fromPlace);
            default:
                return _model.Types.Bind(type, _scope);
        }
    }

    private void BindReference(DeclaratorSyntax d, ReferenceCType type, string name)
    {
        if (d.Initializer is not { } written)
        {
            throw new LoweringException(SemanticRules.NotAssignable.At(d.Span));
        }
        var init = written is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : written;
        CheckNotJumpedOver(d.Span);
        var operand = LowerObject(init);
        var symbol = new LocalSymbol(name, d.Span, type.Target);
        if (operand.Type is ClassCType from && type.Target is ClassCType to && from.Symbol != to.Symbol && ClassPaths.ToBase(_model, from.Symbol, to.Symbol) is not null)
        {
            operand = ToBase(InMemory(operand, d.Span), to.Symbol, d.Span);
        }
        if (operand.Place is null && operand.Local is { Constant: null } local && !type.Target.IsConst && operand.Type.Bare == type.Target.Bare)
        {
            operand = operand with { Place = AddressNeeded(local, d.Span) };
        }
        if (operand.Bits is not null && !type.Target.IsConst)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(d.Span, $"{operand.Type} bit-field", type.ToString()));
        }
        if (operand.Place is { } place && operand.Type.Bare == type.Target.Bare)
        {
            // What the place computes is made of lets: it means the same wherever it is written again.
            symbol.Place = place;
        }
        else
        {
            var temporary = NewVariable(name, type.Target.Unqualified, AddressSpace.Local, d.Span);
            Emit(new Store(temporary, ConvertOperand(operand, type.Target, init.Span)));
            symbol.Place = temporary;
        }
        Declare(symbol);
    }

    private void Local(DeclaratorSyntax d, CType type, string name, bool isConstexpr, int alignment = 1)
    {
        var symbol = new LocalSymbol(name, d.Span, type);
        bool constructed = ElementOf(type) is ClassCType made && NeedsConstruction(made.Symbol);
        bool inMemory = type is ArrayCType || constructed || HasMethods(type) || HasDestructor(type) || _modified.Touches(name, type) || d.Initializer is null || type.IsVolatile;
        if (!inMemory && type is ClassCType && !(d.InitStyle == "=" && d.Initializer is not BraceExpr))
        {
            // A struct built in place is written field by field.
            inMemory = true;
        }
        if (isConstexpr && type.IsScalar && d.Initializer is { } written && Computed(written is BraceExpr { Elements.Count: 1 } only ? only.Elements[0] : written, type).Value is Literal computed)
        {
            // No room and no name in the output: every use is the number.
            symbol.Constant = computed;
            Declare(symbol);
            return;
        }
        if (!inMemory)
        {
            var init = d.Initializer is BraceExpr { Elements.Count: <= 1 } b ? (b.Elements.Count == 1 ? b.Elements[0] : null) : d.Initializer;
            var value = init is null ? Zero(type, d.Span) : ReadAs(init, type);
            if (type.IsConst && ConstantFolding.FoldTree(value) is Literal literal)
            {
                symbol.Constant = literal;
            }
            var id = NewLet(name, value.Type, null, type);
            Emit(new Let(id, value) { From = d.Span });
            symbol.Value = new LetRef(value.Type, id) { From = d.Span };
            Declare(symbol);
            return;
        }
        var place = NewVariable(name, type.Unqualified, AddressSpace.Local, d.Span, alignment: alignment);
        // Its own initialiser may name it, as an address.
        symbol.Place = place;
        Declare(symbol);
        int before = _current.Count;
        if (d.Initializer is not null)
        {
            InitialiseField(place, type.Unqualified, d.Initializer, d.InitStyle);
        }
        else if (constructed)
        {
            DefaultObject(Operand.At(type.Unqualified, place), type.Unqualified, d.Span, zero: false);
        }
        if (type.IsConst && isConstexpr && new ConstantEvaluation(_module ?? _model.Constants, _constantMemory).Memory([.. _current.Skip(before)], _variables, place) is { } bytes)
        {
            _constantMemory[place.Id.Index] = bytes;
        }
        Lives(Operand.At(type.Unqualified, place), d.Span);
    }
}
