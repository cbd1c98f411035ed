using System.Diagnostics.CodeAnalysis;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>What loops over a row leave in tensors for later loops over the same row: values by what they are made of, as long as nothing is stored that could change them.</summary>
internal sealed class RowValues
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
    private RowKeys? _keys;
    private string _extent = "";

    /// <summary>The tensors that are kept.</summary>
    public IEnumerable<int> Slots => _values.Values.SelectMany(v => v.Slots);

    public void Clear() => _values.Clear();

    /// <summary>A row is about to be written; what its later loops look at again is kept.</summary>
    public void Begin(RowLoop row, string extent, (EquatableArray<Stmt> Body, int At, bool IsTurn) place)
    {
        _keys = new RowKeys(row);
        _extent = extent;
        _wanted.Clear();
        if (row.Stores)
        {
            return;
        }
        foreach (var s in place.Body.Skip(place.At + 1))
        {
            if (s is Loop x && RowLoop.Of(x) is { } later)
            {
                _wanted.UnionWith(new RowKeys(later).All);
            }
            if (!IsQuiet(s))
            {
                break;
            }
        }
    }

    public void End() => _keys = null;

    public bool Find(string key, [NotNullWhen(true)] out Value? value) => _values.TryGetValue($"{_extent} {key}", out value);

    public string KeyOf(Expr e) => _keys!.Of(e);

    public string KeyOf(Load x) => _keys!.Of(x);

    public bool IsWanted(string key) => _wanted.Contains(key);

    public void Keep(string key, Value value) => _values[$"{_extent} {key}"] = value;

    /// <summary>It writes nothing but a block's own memory.</summary>
    public static bool IsQuiet(Stmt s) => s switch
    {
        Let or Load { Volatile: false } or Yield or Break or Continue => true,
        Store x => Build.VariableOf(x.Target) is not null,
        Call x => x.Result is not null || x.Intrinsic == Intrinsics.Barrier || x.Intrinsic == Intrinsics.WarpBarrier,
        If x => x.Then.All(IsQuiet) && x.Else.All(IsQuiet),
        Loop x => x.Body.All(IsQuiet) && x.Continuing.All(IsQuiet),
        _ => false,
    };
}

/// <summary>What the values of a row loop's turn are made of, as text that is the same in another loop over the row.</summary>
internal sealed class RowKeys
{
    private readonly Dictionary<LetId, string> _lets = [];
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);

    public RowKeys(RowLoop row)
    {
        _lets[row.Index] = "c";
        foreach (var s in row.Body)
        {
            switch (s)
            {
                case Let x:
                    _lets[x.Id] = Of(x.Value);
                    break;
                case Load x:
                    _lets[x.Id] = Of(x);
                    break;
                case Store x:
                    Of(x.Value);
                    break;
            }
        }
        foreach (var fold in row.Folds)
        {
            Of(fold.Value);
        }
    }

    public IReadOnlySet<string> All => _all;

    public string Of(Load x) => Known($"[{(x.Source is Deref d ? Of(d.Pointer) : Unlike(x))}] {x.Source.Type}");

    public string Of(Expr e) => Known(e switch
    {
        LetRef x => _lets.GetValueOrDefault(x.Id) ?? Build.Invariant($"%{x.Id.Index}"),
        Literal x => Build.Invariant($"{x.Bits}:{x.Type}"),
        CoordinateOf x => $"{x.Which}",
        Unary x => $"{x.Op}({Of(x.Operand)})",
        Binary x => $"{x.Op}:{x.Type}({Of(x.Left)}, {Of(x.Right)})",
        Ir.Select x => $"Select({Of(x.Condition)}, {Of(x.Then)}, {Of(x.Else)})",
        Cast x => $"Cast:{x.Type}({Of(x.Operand)})",
        BitCast x => $"BitCast:{x.Type}({Of(x.Operand)})",
        Pure x => $"{x.Intrinsic.Name}:{x.Type}({string.Join(", ", x.Arguments.Select(Of))})",
        PointerOffset x => $"{Of(x.Pointer)} + {Of(x.Index)}",
        _ => Unlike(e),
    });

    private string Known(string key)
    {
        _all.Add(key);
        return key;
    }

    // Like nothing else.
    private string Unlike(object of) => Build.Invariant($"{of.GetType().Name} {_all.Count} {GetHashCode()}");
}
