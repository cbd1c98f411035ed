using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Stores of floats that are rounded, and branches whose arms store to the same places: one store of a choice, where lanes would be stored one by one.</content>
internal sealed partial class VectorEmitter
{
    /// <summary>A float that is rounded to be stored: where it becomes a half on its way out, that is the rounding.</summary>
    private void StoreRounded(Store x, Cast cast)
    {
        var value = Expression(cast.Operand);
        var at = Address(x.Target);
        bool onItsWay = value.Kind == Kind.Tensor && at.Memory is { IsGlobal: true } memory && memory.Element == cast.Type && !(at.IsStraight && at.Strides.IsNone);
        StoreAt(at, onItsWay ? value with { Type = cast.Type } : CastValue(value, cast.Type), x.Target.Type);
    }

    private sealed record Pending(Value At, Value Value, IrType Type);

    /// <summary>False, and nothing printed, where the arms are not of this kind.</summary>
    private bool StoreChoices(If x, Value condition)
    {
        if (x.Results.Count > 0 || !StoresLast(x.Then) || !StoresLast(x.Else) || x.Then.Count(s => s is Store) != x.Else.Count(s => s is Store))
        {
            return false;
        }
        var state = Save();
        var before = _mask;
        Keep(condition);
        var then = Both(before, condition.Lanes!);
        var rest = Without(before, condition.Lanes!);
        KeepMask(then);
        KeepMask(rest);
        var (yes, no) = (Deferred(x.Then, then), Deferred(x.Else, rest));
        _mask = before;
        if (!yes.Zip(no).All(p => IsSame(p.First, p.Second)))
        {
            Restore(state);
            return false;
        }
        foreach (var (a, b) in yes.Zip(no))
        {
            StoreAt(a.At, SelectValue(condition, a.Value, b.Value), a.Type);
        }
        return true;
    }

    private static bool StoresLast(EquatableArray<Stmt> arm)
    {
        int first = arm.Count - arm.Reverse().TakeWhile(s => s is Store).Count();
        return first < arm.Count && arm.Take(first).All(s => s is Let or Load);
    }

    private List<Pending> Deferred(EquatableArray<Stmt> arm, Mask mask)
    {
        _mask = mask;
        var pending = new List<Pending>();
        foreach (var s in arm)
        {
            if (s is Store x)
            {
                var value = Expression(x.Value);
                Keep(value);
                var at = Address(x.Target);
                Keep(at);
                pending.Add(new Pending(at, value, x.Target.Type));
                continue;
            }
            Statement(s);
            DropTemporaries();
        }
        _reads.Clear();
        return pending;
    }

    private static bool IsSame(Pending a, Pending b) =>
        a.Type == b.Type && a.Type is ScalarType && a.At.IsStraight && b.At.IsStraight && a.At.Memory == b.At.Memory && a.At.Text == b.At.Text && a.At.Strides == b.At.Strides;
}
