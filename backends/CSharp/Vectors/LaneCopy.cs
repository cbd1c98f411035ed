using KernelPort.Ir;

namespace KernelPort.Backends.CSharp.Vectors;

/// <summary>Statements of one thread once more, with names of their own and values put in place of others.</summary>
internal sealed class LaneCopy(List<NamedValue> lets) : Rewriter
{
    public Dictionary<LetId, Expr> Values { get; } = [];

    /// <summary>How far behind the first the thread is.</summary>
    public Expr? Lane { get; init; }

    public Core.EquatableArray<Stmt> Of(Core.EquatableArray<Stmt> body) => Statements(body);

    protected override LetId Binder(LetId id)
    {
        lets.Add(lets[id.Index]);
        var fresh = new LetId(lets.Count - 1);
        Values[id] = new LetRef(lets[id.Index].Type, fresh);
        return fresh;
    }

    protected override Expr Leave(Expr expression) => expression switch
    {
        LetRef r when Values.TryGetValue(r.Id, out var value) => value,
        CoordinateOf { Which: Coordinate.ThreadX } when Lane is not null => new Binary(IrType.U32, BinaryOp.Add, expression, Lane),
        _ => expression,
    };
}
