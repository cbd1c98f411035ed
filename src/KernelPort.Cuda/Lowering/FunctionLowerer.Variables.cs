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
        if (type is PointerCType { Pointee: FunctionCType } && d.Initializer is { } named && FunctionNamed(named) is { } function)
        {
            if (_modified.Touches(name, type))
            {
                throw Unsupported(d.Span, "a function pointer that changes");
            }
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
        Local(d, type, name, specifiers.Has(Specifier.Constexpr));
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
        var g = _module.StaticLocal(_instance, d, () => new GlobalSymbol(d, specifiers with { Flags = specifiers.Flags | Specifier.Device }, _scope.Namespace) { Outer = _scope, Type = type });
        Declare(new LocalSymbol(name, d.Span, type) { Place = _module.GlobalVariable(g).Place });
    }

    private static EquatableArray<ExprSyntax> ArgumentsOf(DeclaratorSyntax d, ExprSyntax init) => init is BraceExpr b ? b.Elements : [init];

    /// <summary>`auto [a, b] = e;`: names for the parts of an object.</summary>
    private void Bindings(StructuredBindingDecl x)
    {
        var init = x.Initializer is BraceExpr { Elements.Count: 1 } braces ? braces.Elements[0] : x.Initializer;
        var whole = Lower(init);
        if (!x.ByReference || whole.Place is null)
        {
            var copy = NewVariable("bound", whole.Type.Unqualified, AddressSpace.Local, x.Span);
            if (whole.Type is ArrayCType { Length: { } count } copied)
            {
                var element = _model.Types.Lower(copied.Element, x.Span);
                for (long i = 0; i < count; i++)
                {
                    Emit(new Store(new Element(element, copy, Build.I64(i)), Generic(Read(Operand.At(copied.Element, new Element(element, whole.Place!, Build.I64(i))), x.Span))) { From = x.Span });
                }
            }
            else
            {
                Emit(new Store(copy, Generic(Read(whole, x.Span))) { From = x.Span });
            }
            whole = Operand.At(whole.Type.Unqualified, copy);
        }
        for (int i = 0; i < x.Names.Count; i++)
        {
            Operand part;
            if (whole.Type is ArrayCType { Length: { } length } array && length == x.Names.Count)
            {
                part = Operand.At(array.Element, new Element(_model.Types.Lower(array.Element, x.Span), whole.Place!, Build.I64(i)));
            }
            else if (whole.Type is ClassCType c && c.Symbol.Fields.Count == x.Names.Count && c.Symbol.Bases.All(b => b.Index < 0))
            {
                part = MemberOf(whole, c.Symbol.Fields[i].Name, x.Span);
            }
            else
            {
                throw Unsupported(x.Span, $"this structured binding of a '{whole.Type}'");
            }
            Declare(new LocalSymbol(x.Names[i], x.Span, part.Type) { Place = part.Place });
        }
    }

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

    private void Local(DeclaratorSyntax d, CType type, string name, bool isConstexpr)
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
        var place = NewVariable(name, type.Unqualified, AddressSpace.Local, d.Span);
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

    private Literal Zero(CType type, Span at)
    {
        var lowered = _model.Types.Lower(type, at);
        return lowered is ScalarType or PointerType ? new Literal(lowered, 0) : throw Unsupported(at, $"a zero of type '{type}'");
    }

    private void Initialise(Place place, CType type, ExprSyntax init)
    {
        GuardDepth(init.Span);
        if (Characters(init, type) is { } characters)
        {
            InitialiseText(place, (ArrayCType)type, characters, init.Span);
            return;
        }
        if (init is BraceExpr braces && type is ArrayCType)
        {
            int position = 0;
            InitialiseAggregate(place, type, braces.Elements, ref position, init.Span);
            return;
        }
        if (type is ClassCType { Symbol: { } symbol } made && (init is BraceExpr || NeedsConstruction(symbol)))
        {
            ConstructInto(Operand.At(type.Unqualified, place), (ClassCType)made.Unqualified, init is BraceExpr list ? list.Elements : [init], init.Span);
            return;
        }
        if (init is BraceExpr { Elements.Count: <= 1 } one)
        {
            Emit(new Store(place, one.Elements.Count == 0 ? Zero(type, init.Span) : ReadAs(one.Elements[0], type)));
            return;
        }
        if (type is ArrayCType)
        {
            throw Unsupported(init.Span, "this initialiser of an array");
        }
        Emit(new Store(place, Generic(ReadAs(init, type))));
    }

    private bool SameClass(ExprSyntax element, CType type) => element is not BraceExpr and not DesignatedExpr && TypeOfOperand(element).Unqualified == type.Unqualified;

    private void InitialiseAggregate(Place place, CType type, EquatableArray<ExprSyntax> elements, ref int position, Span at)
    {
        if (type is ArrayCType { Length: { } length } array)
        {
            var element = _model.Types.Lower(array.Element, at);
            long i = 0;
            if (elements.Any(e => e is PackExpansionExpr))
            {
                InitialiseFromPack(place, array, elements, ref position, at);
                return;
            }
            for (; i < length && position < elements.Count; i++)
            {
                InitialisePart(new Element(element, place, Build.I64(i)), array.Element, elements, ref position, at);
            }
            ZeroFill(place, array, element, i, length, at);
            return;
        }
        if (type is ClassCType c)
        {
            _model.Types.Struct(c.Symbol, at);
            if (position < elements.Count && elements[position] is PackExpansionExpr && c.Symbol.Bases.Count == 0)
            {
                var operands = LowerArguments([.. elements.Skip(position)]);
                position = elements.Count;
                for (int k = 0; k < c.Symbol.Fields.Count && k < operands.Count; k++)
                {
                    Emit(new Store(new Member(_model.Types.Lower(c.Symbol.Fields[k].Type, at), place, k), Generic(ConvertOperand(operands[k], c.Symbol.Fields[k].Type, at))) { From = at });
                }
                return;
            }
            foreach (var b in c.Symbol.Bases.Where(b => b.Index >= 0))
            {
                var part = new Member(_model.Types.Struct(b.Class, at), place, b.Index);
                if (position < elements.Count)
                {
                    InitialisePart(part, new ClassCType(b.Class), elements, ref position, at);
                }
                else
                {
                    DefaultObject(Operand.At(new ClassCType(b.Class), part), new ClassCType(b.Class), at, zero: true);
                }
            }
            foreach (var f in c.Symbol.Fields)
            {
                if (IsEmpty(f.Type, at))
                {
                    position += position < elements.Count ? 1 : 0;
                    continue;
                }
                var member = new Member(_model.Types.Lower(f.Type, at), place, f.Index);
                if (position < elements.Count && elements[position] is DesignatedExpr { Path.Count: 1 } d)
                {
                    if (d.Path[0] != f.Name)
                    {
                        if (!c.Symbol.Layout!.IsUnion)
                        {
                            DefaultField(Operand.At(c, place), f, at, zero: true);
                        }
                        continue;
                    }
                    position++;
                    Initialise(member, f.Type, d.Value);
                }
                else if (position < elements.Count)
                {
                    InitialisePart(member, f.Type, elements, ref position, at);
                }
                else
                {
                    DefaultField(Operand.At(c, place), f, at, zero: true);
                }
                if (c.Symbol.Layout!.IsUnion)
                {
                    return;
                }
            }
        }
    }

    private void InitialisePart(Place place, CType type, EquatableArray<ExprSyntax> elements, ref int position, Span at)
    {
        if (type is ReferenceCType)
        {
            InitialiseField(place, type, elements[position++], "=");
            return;
        }
        bool nested = (type is ArrayCType && Characters(elements[position], type) is null) || (type is ClassCType c && elements[position] is not BraceExpr && !UserConstructors(c.Symbol).Any() && !SameClass(elements[position], type)
            && !(TypeOfOperand(elements[position]) is ClassCType from && Overloads.Rank(_model, from, false, type) is not null));
        if (nested && elements[position] is not BraceExpr)
        {
            // Braces left out: the inner aggregate takes as many values as it has parts.
            InitialiseAggregate(place, type, elements, ref position, at);
            return;
        }
        Initialise(place, type, elements[position++]);
    }

    private void ZeroPlace(Place place, CType type, Span at)
    {
        if (type is ArrayCType { Length: { } length } array)
        {
            ZeroFill(place, array, _model.Types.Lower(array.Element, at), 0, length, at);
        }
        else if (IsEmpty(type, at))
        {
            return;
        }
        else if (type is ClassCType)
        {
            int none = 0;
            InitialiseAggregate(place, type, [], ref none, at);
        }
        else
        {
            Emit(new Store(place, Zero(type, at)));
        }
    }

    private void ZeroFill(Place place, ArrayCType array, IrType element, long from, long to, Span at)
    {
        if (to - from <= 8)
        {
            for (long i = from; i < to; i++)
            {
                ZeroPart(new Element(element, place, Build.I64(i)), array.Element, at);
            }
            return;
        }
        Repeat(from, to, at, k => ZeroPart(new Element(element, place, k), array.Element, at));
    }

    private void ZeroPart(Place place, CType type, Span at) => DefaultObject(Operand.At(type, place), type, at, zero: true);

    private void ForEachElement(Place place, ArrayCType array, long length, Span at, Action<Place> each)
    {
        var element = _model.Types.Lower(array.Element, at);
        if (length <= 4)
        {
            for (long i = 0; i < length; i++)
            {
                each(new Element(element, place, Build.I64(i)));
            }
            return;
        }
        Repeat(0, length, at, k => each(new Element(element, place, k)));
    }

    /// <summary>A counted loop over an index.</summary>
    private void Repeat(long from, long to, Span at, Action<Expr> each)
    {
        var index = NewVariable("fill", CType.Int, AddressSpace.Local, at);
        Emit(new Store(index, Build.I32(from)));
        LetId read = default;
        var body = Capture(() =>
        {
            read = NewLet("k", IrType.I32);
            Emit(new Load(read, index));
            var k = new LetRef(IrType.I32, read);
            Emit(new If(new Binary(IrType.Bool, BinaryOp.Ge, k, Build.I32(to)), [new Break()], []));
            each(new Cast(IrType.I64, k));
        });
        var step = Capture(() => Emit(new Store(index, new Binary(IrType.I32, BinaryOp.Add, new LetRef(IrType.I32, read), Build.I32(1)))));
        Emit(new Loop(body, step));
    }
}
