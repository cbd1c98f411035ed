using KernelPort.Ir;

namespace KernelPort.Semantics.Tests;

/// <summary>All operators and conversions on all types at their edges.</summary>
internal static class OperationCatalogue
{
    public static readonly Scalar[] Numbers = [.. Enum.GetValues<Scalar>().Where(s => s != Scalar.Bool)];

    private static string Word(Scalar s) => new ScalarType(s).ToString();

    private static bool IsFloat(Scalar s) => new ScalarType(s).IsFloat;

    /// <summary>Operators on a type.</summary>
    public static IEnumerable<Operation> Operators(Scalar kind)
    {
        var type = new ScalarType(kind);
        string[] edges = Edges.Of(kind);
        foreach (var op in Enum.GetValues<BinaryOp>().Where(o => o is not (BinaryOp.LogicalAnd or BinaryOp.LogicalOr) && Has(kind, o)))
        {
            string word = op.ToString().ToLowerInvariant();
            bool shift = op is BinaryOp.Shl or BinaryOp.Shr;
            var operands = Operation.Pairs((kind, edges), shift ? (Scalar.U32, Edges.ShiftAmounts) : (kind, edges));
            IrType result = Build.IsComparison(op) ? IrType.Bool : type;
            yield return new Operation($"{word}_{Word(kind)}", $"{word}({Operation.X}, {Operation.Y})", result, operands);
        }
        yield return new Operation($"negate_{Word(kind)}", $"negate({Operation.X})", type, [(kind, edges)]);
        if (!IsFloat(kind))
        {
            yield return new Operation($"bitnot_{Word(kind)}", $"bitnot({Operation.X})", type, [(kind, edges)]);
        }
    }

    private static bool Has(Scalar kind, BinaryOp op) => !IsFloat(kind) || op is BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul or BinaryOp.Div || Build.IsComparison(op);

    /// <summary>Conversions from a type to every other.</summary>
    public static IEnumerable<Operation> Conversions(Scalar from)
    {
        foreach (var to in Enum.GetValues<Scalar>().Where(t => t != from))
        {
            yield return new Operation($"{Word(from)}_to_{Word(to)}", $"cast:{Word(to)}({Operation.X})", new ScalarType(to), [(from, Edges.Of(from))]);
        }
    }

    /// <summary>The literal expression of an operation at one place.</summary>
    public static Expr Expression(Operation o, int at)
    {
        string word = o.Name.Split('_')[0];
        if (o.Name.Contains("_to_", StringComparison.Ordinal))
        {
            return new Cast(o.Result, o.Operand(0, at));
        }
        if (Enum.TryParse<UnaryOp>(word, true, out var unary))
        {
            return new Unary(unary, o.Operand(0, at));
        }
        return new Binary(o.Result, Enum.Parse<BinaryOp>(word, true), o.Operand(0, at), o.Operand(1, at));
    }
}
