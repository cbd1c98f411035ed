using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Steps of trees in shared memory: `if (t &lt; d) part[t] += part[t + d]` is one operation of the memory's own parts where these begin where operands may.</content>
internal sealed partial class VectorEmitter
{
    /// <summary>False, and nothing printed, where a branch is no such step.</summary>
    private bool FoldStep(If x, Value condition)
    {
        if (!_m.CountsAreExact || x.Results.Count > 0 || !x.Else.IsEmpty || _block.Y * _block.Z > 1 || x.Then.Count is < 3 or > 12 || x.Then[^1] is not Store store || x.Then.Count(s => s is Load) != 2)
        {
            return false;
        }
        var state = Save();
        var before = _mask;
        Keep(condition);
        _mask = Both(before, condition.Lanes!);
        bool done;
        try
        {
            done = Fold(x.Then, store);
        }
        catch (NotVectorised)
        {
            // An address that depends on what is read: the branch as it stands says what has no form.
            done = false;
        }
        _mask = before;
        if (!done)
        {
            Restore(state);
        }
        return done;
    }

    /// <summary>What a branch does to the memory's own parts: the operation, the part that is changed, the one taken in, and how many elements.</summary>
    private (string Operation, Value Own, Value Other, string Count)? FoldOf(EquatableArray<Stmt> body, Store store)
    {
        if (Prefix(_mask) is not { } count)
        {
            return null;
        }
        var loads = new Dictionary<int, Value>();
        Let? combined = null;
        foreach (var s in body.Take(body.Count - 1))
        {
            switch (s)
            {
                case Load { Source.Type: ScalarType { Kind: Scalar.F32 or Scalar.I32 } } l:
                    loads[l.Id.Index] = Address(l.Source);
                    break;
                case Let l when Combined(l.Value, loads) is not null:
                    combined = l;
                    break;
                case Let l when IsIndex(l.Value, loads):
                    Bind(l.Id, Expression(l.Value));
                    break;
                default:
                    return null;
            }
        }
        var value = store.Value is LetRef r && combined is not null && r.Id == combined.Id ? combined.Value : store.Value;
        if (Combined(value, loads) is not var (operation, first, second))
        {
            return null;
        }
        var target = Address(store.Target);
        var (own, other) = IsSamePlace(first, target) ? (first, second) : (second, first);
        if (!IsSamePlace(own, target) || other.Memory != own.Memory || own.Memory!.IsGlobal || own.Memory.Length < 0 || !IsLinear(own.Strides) || !IsLinear(other.Strides) || !other.IsStraight
            || !Scalars.TryInt(own.Text, out long start) || start % 8 != 0 || own.Memory.Element.Size != 4)
        {
            return null;
        }
        return (operation, own, other, count);
    }

    private bool Fold(EquatableArray<Stmt> body, Store store)
    {
        if (FoldOf(body, store) is not var (operation, own, other, count))
        {
            return false;
        }
        string at = NewName();
        Line($"const int64_t {at} = {other.Text};");
        Line($"if ({count} > 0) {{");
        _indent++;
        // Parts that do not lie on each other; where the other one begins between operands, it is gathered first.
        Line($"if ({at} % 8 == 0 && {at} - {own.Text} >= {count}) {{");
        _indent++;
        Vector(operation, Piece(own.Memory!, own.Text), Piece(own.Memory!, own.Text), _m.From(Tensor(own.Memory!), $"uint32_t({at})"), count);
        _indent--;
        Raw("} else {");
        _indent++;
        var gathered = Value.Tensor(own.Memory!.Element, NewSlot());
        Gather(other with { Text = at }, gathered);
        Vector(operation, Piece(own.Memory!, own.Text), Piece(own.Memory!, own.Text), Typed(gathered.Slot, gathered.Type), count);
        _indent--;
        Raw("}");
        _indent--;
        Raw("}");
        return true;
    }

    private static bool IsSamePlace(Value a, Value b) => a.IsStraight && b.IsStraight && a.Memory == b.Memory && a.Text == b.Text && a.Strides == b.Strides;

    /// <summary>An operation whose order of operands makes no difference, on the two values that were read.</summary>
    private (string Operation, Value First, Value Second)? Combined(Expr e, Dictionary<int, Value> loads)
    {
        var (operation, a, b) = e switch
        {
            Binary { Op: BinaryOp.Add or BinaryOp.Mul } x => (x.Op.ToString(), x.Left, x.Right),
            Pure { Intrinsic: var i, Arguments: [var p, var q] } when i == Intrinsics.FMax || (i == Intrinsics.IMax && _m.HasIntegerExtremes) => ("Max", p, q),
            Pure { Intrinsic: var i, Arguments: [var p, var q] } when i == Intrinsics.FMin || (i == Intrinsics.IMin && _m.HasIntegerExtremes) => ("Min", p, q),
            _ => ("", e, e),
        };
        return operation.Length > 0 && e.Type is ScalarType { Kind: Scalar.F32 or Scalar.I32 } && a is LetRef l && b is LetRef r && loads.TryGetValue(l.Id.Index, out var first) && loads.TryGetValue(r.Id.Index, out var second)
            ? (operation, first, second) : null;
    }

    private static bool IsIndex(Expr e, Dictionary<int, Value> loads) => e switch
    {
        LetRef r => !loads.ContainsKey(r.Id.Index),
        Literal or CoordinateOf => true,
        Unary x => IsIndex(x.Operand, loads),
        Binary x => IsIndex(x.Left, loads) && IsIndex(x.Right, loads),
        Cast x => IsIndex(x.Operand, loads),
        _ => false,
    };
}
