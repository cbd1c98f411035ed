using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes;

/// <summary>Copies statements so that they can stand beside the original: what they bind gets new numbers, what they use may be replaced.</summary>
internal sealed class FreshCopy(IReadOnlyList<NamedValue> source, List<NamedValue> lets) : Rewriter
{
    private readonly Dictionary<LetId, LetId> _renamed = [];

    /// <summary>Values to put in place of lets; read while copying.</summary>
    public Dictionary<LetId, Expr> Values { get; } = [];

    /// <summary>Where the variables of the copied function begin in the other one's table.</summary>
    public int FirstVariable { get; init; }

    /// <summary>The variables of the copied function that stand elsewhere in the other one's table.</summary>
    public Dictionary<VariableId, VariableId> Elsewhere { get; } = [];

    public EquatableArray<Stmt> Copy(EquatableArray<Stmt> body) => Statements(body);

    public Stmt Copy(Stmt statement) => Children(statement);

    public LetId Rename(LetId id)
    {
        if (!_renamed.TryGetValue(id, out var fresh))
        {
            fresh = new LetId(lets.Count);
            lets.Add(source[id.Index]);
            _renamed[id] = fresh;
        }
        return fresh;
    }

    protected override LetId Binder(LetId id) => Rename(id);

    protected override Expr Leave(Expr expression) => expression is LetRef r
        ? Values.TryGetValue(r.Id, out var value) ? value : _renamed.TryGetValue(r.Id, out var id) ? r with { Id = id } : expression
        : expression;

    protected override Place Leave(Place place) => place is not VariablePlace v ? place
        : Elsewhere.TryGetValue(v.Id, out var id) ? v with { Id = id } : FirstVariable > 0 ? v with { Id = new VariableId(v.Id.Index + FirstVariable) } : place;
}
