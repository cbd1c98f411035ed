using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

internal sealed partial class FunctionLowerer
{
    /// <summary>Stands for a name whose declaration failed, and is thrown where it is used.</summary>
    private static readonly LoweringException Poisoned = new(SemanticRules.Undeclared.At(Span.None, ""));

    /// <summary>Lowers a statement; what is wrong in it is reported, and the next statement is looked at all the same.</summary>
    private void Statement(StmtSyntax statement)
    {
        GuardDepth(statement.Span);
        _at = statement.Span;
        try
        {
            StatementCore(statement);
        }
        catch (LoweringException e) when (_module is not null)
        {
            if (ReferenceEquals(e, Poisoned))
            {
                // Its declaration was reported.
                return;
            }
            _module.Bag.Add(_instance!.Symbol.IsTemplate ? e.Diagnostic.Note(_instance.Symbol.Span, $"in the instantiation {_instance.SourceName}") : e.Diagnostic);
        }
    }

    private void StatementCore(StmtSyntax statement)
    {
        switch (statement)
        {
            case CompoundStmt s:
                InScope(() =>
                {
                    foreach (var inner in s.Statements)
                    {
                        Statement(inner);
                    }
                });
                break;
            case ExprStmt s:
                Discard(s.Expression);
                break;
            case DeclStmt s:
                Declaration(s.Declaration);
                break;
            case IfStmt s:
                InScope(() => LowerIf(s));
                break;
            case ForStmt s:
                InScope(() =>
                {
                    if (s.Init is not null)
                    {
                        Statement(s.Init);
                    }
                    LowerLoop(s.Condition, s.Body, s.Step, s.Pragma);
                });
                break;
            case WhileStmt s:
                InScope(() => LowerLoop(s.Condition, s.Body, null, s.Pragma));
                break;
            case DoStmt s:
                LowerDo(s);
                break;
            case SwitchStmt s:
                InScope(() => LowerSwitch(s));
                break;
            case BreakStmt s:
                if (_loops + _switches == 0)
                {
                    throw new LoweringException(SemanticRules.MisplacedBreak.At(s.Span));
                }
                Emit(new Break());
                break;
            case ContinueStmt s:
                if (_loops == 0)
                {
                    throw new LoweringException(SemanticRules.MisplacedBreak.At(s.Span));
                }
                Emit(new Continue());
                break;
            case ReturnStmt s:
                LowerReturn(s);
                break;
            case EmptyStmt:
                break;
            case CaseLabel s:
                throw Unsupported(s.Span, "a case label inside a nested statement");
            case LabelStmt s:
                throw Unsupported(s.Span, "a label");
            case GotoStmt s:
                throw Unsupported(s.Span, "goto");
            case AsmStmt s:
                throw Unsupported(s.Span, "inline assembly");
            case RangeForStmt s:
                InScope(() => LowerRangeFor(s));
                break;
            default:
                throw Unsupported(statement.Span, $"this kind of statement ({statement.GetType().Name})");
        }
    }

    private void InScope(Action lower)
    {
        var outer = _scope;
        _scope = outer.Nested();
        try
        {
            lower();
        }
        finally
        {
            _scope = outer;
        }
    }

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
                _scope.Add(x.Name, _model.Types.Bind(x.Type, _scope));
                break;
            case ClassDecl { Members: not null } x:
                _model.Types.AddLocalClass(x, _scope);
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
                if (_model.FindNamespace(x.Name, _scope.Namespace) is { } used && !_scope.Namespace.Using.Contains(used))
                {
                    _scope.Namespace.Using.Add(used);
                }
                break;
            case UsingDecl x:
                if (_model.Lookup(x.Name, _scope.Namespace).FirstOrDefault() is { } symbol)
                {
                    _scope.Add(x.Name.Last, symbol);
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
        if (type is ReferenceCType reference)
        {
            BindReference(d, reference, name);
            return;
        }
        if (specifiers.Has(Specifier.Static) && !type.IsConst && !specifiers.Has(Specifier.Constexpr))
        {
            throw Unsupported(d.Span, "a static local variable in device code");
        }
        if (specifiers.Has(Specifier.Constexpr))
        {
            type = type.Const();
        }
        Local(d, type, name);
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
            return SubstituteAuto(d.Type, TypeOfOperand(value));
        }
        return BindVariableType(d, _scope);
    }

    private static bool Contains<T>(TypeSyntax type) => type switch
    {
        T => true,
        QualifiedType q => Contains<T>(q.Inner),
        PointerSyntax p => Contains<T>(p.Pointee),
        ReferenceType r => Contains<T>(r.Target),
        _ => false,
    };

    private CType SubstituteAuto(TypeSyntax type, CType deduced)
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
                return new ReferenceCType(inner, r.RightValue);
            default:
                return _model.Types.Bind(type, _scope);
        }
    }

    private void SharedVariable(DeclaratorSyntax d, DeclSpecifiers specifiers, string name)
    {
        var type = BindVariableType(d, _scope);
        bool dynamic = specifiers.Has(Specifier.Extern);
        if (dynamic && type is not ArrayCType)
        {
            throw Unsupported(d.Span, "an extern __shared__ variable that is no array");
        }
        var place = NewVariable(name, type, AddressSpace.Shared, d.Span, dynamic);
        _scope.Add(name, new LocalSymbol(name, d.Span, type) { Place = place });
    }

    private void BindReference(DeclaratorSyntax d, ReferenceCType type, string name)
    {
        if (d.Initializer is not { } written)
        {
            throw new LoweringException(SemanticRules.NotAssignable.At(d.Span));
        }
        var init = written is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : written;
        var operand = Lower(init);
        var symbol = new LocalSymbol(name, d.Span, type.Target);
        if (operand.Place is { } place)
        {
            // The address is fixed here: what the place computes must not be computed again later. Its parts are lets already.
            symbol.Place = place;
        }
        else
        {
            var temporary = NewVariable(name, type.Target.Unqualified, AddressSpace.Local, d.Span);
            Emit(new Store(temporary, ConvertOperand(operand, type.Target, init.Span)));
            symbol.Place = temporary;
        }
        _scope.Add(name, symbol);
    }

    private void Local(DeclaratorSyntax d, CType type, string name)
    {
        var symbol = new LocalSymbol(name, d.Span, type);
        bool inMemory = type is ArrayCType || _modified.Touches(name, type) || d.Initializer is null || type.IsVolatile;
        if (!inMemory && type is ClassCType && !(d.InitStyle == "=" && d.Initializer is not BraceExpr))
        {
            // A struct built in place is written field by field.
            inMemory = true;
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
            _scope.Add(name, symbol);
            return;
        }
        var place = NewVariable(name, type.Unqualified, AddressSpace.Local, d.Span);
        if (d.Initializer is not null)
        {
            Initialise(place, type, d.Initializer);
        }
        symbol.Place = place;
        _scope.Add(name, symbol);
    }

    private Literal Zero(CType type, Span at)
    {
        var lowered = _model.Types.Lower(type, at);
        return lowered is ScalarType or PointerType ? new Literal(lowered, 0) : throw Unsupported(at, $"a zero of type '{type}'");
    }

    private void Initialise(Place place, CType type, ExprSyntax init)
    {
        GuardDepth(init.Span);
        if (init is BraceExpr braces && type is ArrayCType or ClassCType)
        {
            if (type is ClassCType && braces.Elements.Count == 1 && SameClass(braces.Elements[0], type))
            {
                Emit(new Store(place, ReadAs(braces.Elements[0], type)));
                return;
            }
            int position = 0;
            InitialiseAggregate(place, type, braces.Elements, ref position, init.Span);
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
            foreach (var f in c.Symbol.Fields)
            {
                var member = new Member(_model.Types.Lower(f.Type, at), place, f.Index);
                if (position < elements.Count && elements[position] is DesignatedExpr { Path.Count: 1 } d)
                {
                    if (d.Path[0] != f.Name)
                    {
                        ZeroPlace(member, f.Type, at);
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
                    ZeroPlace(member, f.Type, at);
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
        bool nested = type is ArrayCType || (type is ClassCType && elements[position] is not BraceExpr && !SameClass(elements[position], type));
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
                ZeroPlace(new Element(element, place, Build.I64(i)), array.Element, at);
            }
            return;
        }
        var index = NewVariable("fill", CType.Int, AddressSpace.Local, at);
        Emit(new Store(index, Build.I32(from)));
        LetId read = default;
        var body = Capture(() =>
        {
            read = NewLet("k", IrType.I32);
            Emit(new Load(read, index));
            var k = new LetRef(IrType.I32, read);
            Emit(new If(new Binary(IrType.Bool, BinaryOp.Ge, k, Build.I32(to)), [new Break()], []));
            ZeroPlace(new Element(element, place, new Cast(IrType.I64, k)), array.Element, at);
        });
        var step = Capture(() => Emit(new Store(index, new Binary(IrType.I32, BinaryOp.Add, new LetRef(IrType.I32, read), Build.I32(1)))));
        Emit(new Loop(body, step));
    }

    private Expr Condition(ConditionSyntax condition)
    {
        if (condition.Declaration is VariableDecl { Variables.Count: 1 } d)
        {
            Declaration(d);
            var symbol = (LocalSymbol)_scope.Find(d.Variables[0].Name.Last)!;
            return Truth(Read(OperandOf(symbol), d.Span), symbol.Type, d.Span);
        }
        return Condition(condition.Expression ?? throw Unsupported(condition.Span, "this condition"));
    }

    private void LowerIf(IfStmt s)
    {
        if (s.Init is not null)
        {
            Statement(s.Init);
        }
        if (s.Constexpr)
        {
            bool taken = EvaluateConstant(s.Condition.Expression!).Value.Bits != 0;
            if (taken)
            {
                Statement(s.Then);
            }
            else if (s.Else is not null)
            {
                Statement(s.Else);
            }
            return;
        }
        if (s.Else is null && s.Condition.Expression is { } e && Unwrap(e) is BinaryExpr { Operator: "&&" } both && IsPlainLogic(both))
        {
            NestedIf(both, s);
            return;
        }
        var condition = Condition(s.Condition);
        var then = Capture(() => InScope(() => Statement(s.Then)));
        var otherwise = s.Else is null ? [] : Capture(() => InScope(() => Statement(s.Else)));
        Emit(new If(condition, then, otherwise) { From = s.Condition.Span });
    }

    /// <summary>`if (a &amp;&amp; b)` becomes two nested ifs where b needs statements of its own (a load).</summary>
    private void NestedIf(BinaryExpr both, IfStmt s)
    {
        var left = Condition(both.Left);
        Expr? right = null;
        var before = Capture(() => right = Condition(both.Right));
        var then = Capture(() => InScope(() => Statement(s.Then)));
        if (before.IsEmpty)
        {
            Emit(new If(new Binary(IrType.Bool, BinaryOp.LogicalAnd, left, right!) { From = both.Span }, then, []) { From = s.Condition.Span });
            return;
        }
        Emit(new If(left, [.. before, new If(right!, then, []) { From = both.Right.Span }], []) { From = s.Condition.Span });
    }

    private static ExprSyntax Unwrap(ExprSyntax e)
    {
        while (e is ParenthesizedExpr p)
        {
            e = p.Inner;
        }
        return e;
    }

    // An overloaded && is a call like any other.
    private bool IsPlainLogic(BinaryExpr e) => TypeOfOperand(e.Left).IsScalar && TypeOfOperand(e.Right).IsScalar;

    private void LowerLoop(ConditionSyntax? condition, StmtSyntax bodySyntax, ExprSyntax? step, PragmaSyntax? pragma)
    {
        _loops++;
        int switches = _switches;
        var at = _at;
        var body = Capture(() =>
        {
            if (condition is not null)
            {
                BreakUnless(condition);
            }
            InScope(() => Statement(bodySyntax));
        });
        var continuing = step is null ? [] : Capture(() =>
        {
            _at = step.Span;
            Discard(step);
        });
        _loops--;
        _switches = switches;
        Emit(new Loop(body, continuing) { From = at, Unroll = UnrollFactor(pragma) });
    }

    private void BreakUnless(ConditionSyntax condition)
    {
        if (condition.Expression is { } e && Unwrap(e) is BinaryExpr { Operator: "&&" } both && IsPlainLogic(both))
        {
            BreakUnless(new ConditionSyntax(both.Left.Span, both.Left, null));
            BreakUnless(new ConditionSyntax(both.Right.Span, both.Right, null));
            return;
        }
        var value = Condition(condition);
        if (value is Literal { Bits: 1 })
        {
            return;
        }
        Emit(new If(Not(value), [new Break()], []) { From = condition.Span });
    }

    private int? UnrollFactor(PragmaSyntax? pragma)
    {
        if (pragma is null)
        {
            return null;
        }
        return pragma.Factor is null ? 0 : (int)Build.AsInt(EvaluateConstant(pragma.Factor).Value);
    }

    private void LowerDo(DoStmt s)
    {
        _loops++;
        var at = _at;
        var body = Capture(() => InScope(() => Statement(s.Body)));
        var continuing = Capture(() =>
        {
            _at = s.Condition.Span;
            var value = Condition(s.Condition);
            if (value is not Literal { Bits: 1 })
            {
                Emit(new If(Not(value), [new Break()], []));
            }
        });
        _loops--;
        Emit(new Loop(body, continuing) { From = at, Unroll = UnrollFactor(s.Pragma) });
    }

    private void LowerRangeFor(RangeForStmt s)
    {
        var range = Lower(s.Range);
        if (range.Type is not ArrayCType { Length: { } length } array || range.Place is not { } place || s.Variable is not VariableDecl { Variables.Count: 1 } v)
        {
            throw Unsupported(s.Span, "a range-based for over anything but an array");
        }
        var d = v.Variables[0];
        var element = _model.Types.Lower(array.Element, s.Span);
        var index = NewVariable("index", CType.Int, AddressSpace.Local, s.Span);
        Emit(new Store(index, Build.I32(0)));
        _loops++;
        LetId read = NewLet("k", IrType.I32);
        var k = new LetRef(IrType.I32, read);
        var body = Capture(() =>
        {
            Emit(new Load(read, index));
            Emit(new If(new Binary(IrType.Bool, BinaryOp.Ge, k, Build.I32(length)), [new Break()], []));
            var at = Operand.At(array.Element, new Element(element, place, new Cast(IrType.I64, k)));
            var type = Contains<AutoType>(d.Type) ? SubstituteAuto(d.Type, array.Element) : _model.Types.Bind(d.Type, _scope);
            var symbol = new LocalSymbol(d.Name.Last, d.Span, type.Referred);
            if (type is ReferenceCType)
            {
                symbol.Place = at.Place;
            }
            else
            {
                symbol.Place = NewVariable(d.Name.Last, type.Unqualified, AddressSpace.Local, d.Span);
                Emit(new Store(symbol.Place, ConvertOperand(at, type, d.Span)));
            }
            _scope.Add(symbol.Name, symbol);
            InScope(() => Statement(s.Body));
        });
        var step = Capture(() => Emit(new Store(index, new Binary(IrType.I32, BinaryOp.Add, k, Build.I32(1)))));
        _loops--;
        Emit(new Loop(body, step));
    }

    private void LowerSwitch(SwitchStmt s)
    {
        if (s.Init is not null)
        {
            Statement(s.Init);
        }
        var condition = s.Condition.Expression ?? throw Unsupported(s.Span, "a declaration as the condition of a switch");
        var operand = Lower(condition);
        var promoted = operand.Type is EnumCType e ? e.Symbol.Underlying : operand.Type;
        if (promoted is not ArithCType { Kind: <= Arith.ULongLong } integer)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(condition.Span, operand.Type.ToString(), "int"));
        }
        var type = Layout.Promote(integer);
        var value = ConvertOperand(operand, type, condition.Span);
        if (s.Body is not CompoundStmt body)
        {
            throw Unsupported(s.Span, "a switch whose body is no block");
        }
        _switches++;
        var cases = new List<SwitchCase>();
        var labels = new List<ulong>();
        bool isDefault = false;
        bool open = false;
        var statements = new List<StmtSyntax>();
        foreach (var inner in body.Statements)
        {
            if (inner is not CaseLabel label)
            {
                if (!open)
                {
                    throw Unsupported(inner.Span, "a statement before the first case label");
                }
                statements.Add(inner);
                continue;
            }
            if (open && statements.Count > 0)
            {
                Close();
            }
            open = true;
            if (label.Value is null)
            {
                isDefault = true;
            }
            else
            {
                AddLabels(label, type, labels);
            }
        }
        Close();
        _switches--;
        Emit(new Switch(value, cases.ToEquatable()) { From = s.Condition.Span });

        void Close()
        {
            var lowered = Capture(() =>
            {
                foreach (var inner in statements)
                {
                    Statement(inner);
                }
            });
            cases.Add(new SwitchCase(labels.ToEquatable(), isDefault, lowered));
            labels.Clear();
            isDefault = false;
            statements.Clear();
        }
    }

    private void AddLabels(CaseLabel label, ArithCType type, List<ulong> labels)
    {
        var (from, value) = EvaluateConstant(label.Value!);
        var first = (Literal)ConstantFolding.FoldTree(Convert(value, from, type, label.Span));
        if (label.UpTo is null)
        {
            labels.Add(first.Bits);
            return;
        }
        var (toType, toValue) = EvaluateConstant(label.UpTo);
        long last = Build.AsInt((Literal)ConstantFolding.FoldTree(Convert(toValue, toType, type, label.Span)));
        long start = Build.AsInt(first);
        if (last - start > 1024)
        {
            throw Unsupported(label.Span, "a case range of more than 1024 values");
        }
        for (long i = start; i <= last; i++)
        {
            labels.Add(Build.Int(first.Type, i).Bits);
        }
    }

    private void LowerReturn(ReturnStmt s)
    {
        if (_instance is null)
        {
            throw Unsupported(s.Span, "a return here");
        }
        if (s.Value is null)
        {
            _instance.Return ??= CType.Void;
            Emit(new Return(null));
            return;
        }
        if (_instance.Return is null)
        {
            var type = TypeOfOperand(s.Value).Unqualified;
            _instance.Return = type is ArrayCType a ? new PointerCType(a.Element) : type;
        }
        if (_instance.Return is VoidCType)
        {
            Discard(s.Value);
            Emit(new Return(null));
            return;
        }
        if (_instance.Return is ReferenceCType r)
        {
            var operand = Lower(s.Value);
            Emit(new Return(Generic(AddressOfPlace(operand.Place ?? throw new LoweringException(SemanticRules.NotAssignable.At(s.Span)), r.Target, s.Span))));
            return;
        }
        if (s.Value is BraceExpr b && _instance.Return is ClassCType)
        {
            var temporary = NewVariable("result", _instance.Return, AddressSpace.Local, s.Span);
            Initialise(temporary, _instance.Return, b);
            Emit(new Return(Read(Operand.At(_instance.Return, temporary), s.Span)));
            return;
        }
        Emit(new Return(Generic(ReadAs(s.Value, _instance.Return))));
    }
}
