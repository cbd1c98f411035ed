using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Parameter packs: expansions and folds.</content>
internal sealed partial class FunctionLowerer
{
    /// <summary>Reads a pattern once for each element of its packs.</summary>
    private void Expand(ExprSyntax pattern, Action<ExprSyntax> each)
    {
        var (scope, types) = (_scope, _types);
        try
        {
            foreach (var element in Packs.Each(_model, scope, SyntaxNames.In(pattern), pattern.Span))
            {
                // The same syntax has another type for each element.
                _scope = element;
                _types = new Dictionary<ExprSyntax, CType>(ReferenceEqualityComparer.Instance);
                each(pattern);
            }
        }
        finally
        {
            (_scope, _types) = (scope, types);
        }
    }

    private int ExpandedCount(EquatableArray<ExprSyntax> elements, Scope scope) =>
        elements.Sum(e => e is PackExpansionExpr { Pattern: { } pattern } ? Packs.Each(_model, scope, SyntaxNames.In(pattern), pattern.Span).Count() : 1);

    private void InitialiseFromPack(Place place, ArrayCType array, EquatableArray<ExprSyntax> elements, ref int position, Span at)
    {
        var element = _model.Types.Lower(array.Element, at);
        long i = 0;
        for (; position < elements.Count; position++)
        {
            if (elements[position] is PackExpansionExpr { Pattern: { } pattern })
            {
                Expand(pattern, one => Emit(new Store(new Element(element, place, Build.I64(i++)), Generic(ReadAs(one, array.Element))) { From = at }));
            }
            else
            {
                Emit(new Store(new Element(element, place, Build.I64(i++)), Generic(ReadAs(elements[position], array.Element))) { From = at });
            }
        }
        ZeroFill(place, array, element, i, array.Length ?? i, at);
    }

    /// <summary>`(pack + ...)`, `(... + pack)`, `(init + ... + pack)`; null where this is no fold.</summary>
    private Operand? LowerFold(ExprSyntax inner)
    {
        if (inner is not BinaryExpr b)
        {
            return null;
        }
        var dots = b.Left is PackExpansionExpr { Pattern: null } ? b.Right : b.Right is PackExpansionExpr { Pattern: null } ? b.Left : null;
        if (dots is not null)
        {
            bool rightToLeft = b.Right is PackExpansionExpr { Pattern: null };
            if (rightToLeft && dots is BinaryExpr { Operator: var op2 } two && op2 == b.Operator && !HasPack(dots))
            {
                return null;
            }
            return Folded(b.Operator, null, dots, rightToLeft, b.Span);
        }
        // (init op ... op pack): the dots stand in the middle, wherever the tree leans.
        if (b.Left is BinaryExpr { Right: PackExpansionExpr { Pattern: null }, Operator: var op } left && op == b.Operator)
        {
            return HasPack(b.Right) ? Folded(op, left.Left, b.Right, rightToLeft: false, b.Span) : Folded(op, b.Right, left.Left, rightToLeft: true, b.Span);
        }
        if (b.Right is BinaryExpr { Left: PackExpansionExpr { Pattern: null }, Operator: var op1 } right && op1 == b.Operator)
        {
            return HasPack(right.Right) ? Folded(op1, b.Left, right.Right, rightToLeft: false, b.Span) : Folded(op1, right.Right, b.Left, rightToLeft: true, b.Span);
        }
        return null;
    }

    private bool HasPack(ExprSyntax e) => SyntaxNames.In(e).Any(_scope.IsPack);

    private Operand Folded(string op, ExprSyntax? init, ExprSyntax pattern, bool rightToLeft, Span at)
    {
        if (op == ",")
        {
            if (init is not null && !rightToLeft)
            {
                Discard(init);
            }
            Expand(pattern, Discard);
            if (init is not null && rightToLeft)
            {
                return Lower(init);
            }
            return Operand.Nothing;
        }
        if (op is "&&" or "||")
        {
            return FoldedLogic(op, init, pattern, rightToLeft, at);
        }
        var operands = new List<Operand>();
        if (init is not null && !rightToLeft)
        {
            operands.Add(FixedScalar(Lower(init), init.Span));
        }
        Expand(pattern, e => operands.Add(FixedScalar(Lower(e), e.Span)));
        if (init is not null && rightToLeft)
        {
            operands.Add(FixedScalar(Lower(init), init.Span));
        }
        if (operands.Count == 0)
        {
            throw new LoweringException(SemanticRules.BadOperand.At(at, op, "an empty pack"));
        }
        if (rightToLeft)
        {
            operands.Reverse();
        }
        var result = operands[0];
        foreach (var next in operands.Skip(1))
        {
            var (l, r) = rightToLeft ? (next, result) : (result, next);
            result = l.Type is ClassCType || r.Type is ClassCType ? OperatorCall("operator" + op, [l, r], at) : Arithmetic(op, l, r, at);
        }
        return result;
    }

    // A scalar's value is taken now, before the next element's effects.
    private Operand FixedScalar(Operand operand, Span at) => operand.IsPlace && operand.Type.IsScalar ? Fixed(operand, at) : operand;

    private Operand FoldedLogic(string op, ExprSyntax? init, ExprSyntax pattern, bool rightToLeft, Span at)
    {
        bool and = op == "&&";
        var result = NewVariable(and ? "all" : "any", CType.Bool, AddressSpace.Local, at);
        var whole = Build.Bool(and);
        Expr? pure = whole;
        var statements = Capture(() =>
        {
            Emit(new Store(result, whole));
            if (init is not null && !rightToLeft)
            {
                Next(init);
            }
            Expand(pattern, Next);
            if (init is not null && rightToLeft)
            {
                Next(init);
            }
        });
        if (pure is not null)
        {
            return Operand.Of(CType.Bool, ConstantFolding.FoldTree(pure));
        }
        foreach (var s in statements)
        {
            Emit(s);
        }
        return Operand.Of(CType.Bool, Read(Operand.At(CType.Bool, result), at));

        void Next(ExprSyntax e)
        {
            Expr? value = null;
            var look = Capture(() => value = Condition(e));
            pure = pure is not null && look.IsEmpty ? new Binary(IrType.Bool, and ? BinaryOp.LogicalAnd : BinaryOp.LogicalOr, pure, value!) { From = e.Span } : null;
            var test = new LetRef(IrType.Bool, NewLet("t", IrType.Bool));
            Emit(new Load(test.Id, result));
            Emit(new If(and ? test : Not(test), [.. look, new Store(result, value!)], []) { From = e.Span });
        }
    }
}
