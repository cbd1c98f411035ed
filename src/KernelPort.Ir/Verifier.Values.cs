using KernelPort.Core;

namespace KernelPort.Ir;

// The rules of the value form.
public sealed partial class Verifier
{
    /// <summary>A part that gives values ends in a yield of them or never ends; one that gives none has no yield.</summary>
    private void CheckYield(EquatableArray<Stmt> body, EquatableArray<LetId> given, string what)
    {
        for (int i = 0; i + 1 < body.Count; i++)
        {
            Expect(body[i] is not Yield, $"a yield that does not end {what}");
        }
        if (body.Count > 0 && body[^1] is Yield y)
        {
            CheckValues(y.Values, given, $"the yield of {what}");
        }
        else
        {
            Expect(given.IsEmpty || Flow.Leaves(body), $"a part of {what} gives no values");
        }
    }

    private void CheckBreak(Break x)
    {
        if (!_breakables.TryPeek(out var loop))
        {
            Fault("a break outside of a loop");
            return;
        }
        CheckValues(x.Values, loop?.Results ?? [], "a break");
    }

    private void CheckContinue(Continue x)
    {
        if (_breakables.FirstOrDefault(b => b is not null) is not { } loop)
        {
            Fault("a continue outside of a loop");
            return;
        }
        CheckValues(x.Values, loop.Carried.Select(c => c.Id).ToEquatable(), "a continue");
    }

    private void CheckValues(EquatableArray<Expr> values, EquatableArray<LetId> given, string what)
    {
        if (values.Count != given.Count)
        {
            Fault($"{what} has {values.Count} values where {given.Count} are given");
            return;
        }
        for (int i = 0; i < values.Count; i++)
        {
            if (given[i].Index >= 0 && given[i].Index < _function.Lets.Count)
            {
                Expect(values[i].Type == _function.TypeOf(given[i]), $"{what} has a {values[i].Type} for %{given[i].Index}, a {_function.TypeOf(given[i])}");
            }
        }
    }
}
