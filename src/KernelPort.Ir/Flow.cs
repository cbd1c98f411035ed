using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Where control can go: whether a list of statements ever reaches its end.</summary>
public static class Flow
{
    /// <summary>True where the end is never reached: a break, continue or return on every way, or a loop nobody leaves.</summary>
    public static bool Leaves(EquatableArray<Stmt> body) => body.Count > 0 && Leaves(body[^1]);

    public static bool Leaves(Stmt s) => s switch
    {
        Break or Continue or Return => true,
        If x => Leaves(x.Then) && Leaves(x.Else),
        Loop x => !HasBreak(x.Body) && !HasBreak(x.Continuing),
        _ => false,
    };

    /// <summary>Whether a break in these statements leaves the loop or switch they stand in.</summary>
    public static bool HasBreak(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            if (s is Break || (s is If x && (HasBreak(x.Then) || HasBreak(x.Else))))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The breaks in these statements that leave the loop they stand in.</summary>
    public static IEnumerable<Break> Breaks(EquatableArray<Stmt> body) => body.SelectMany(s => s switch
    {
        Break b => [b],
        If x => Breaks(x.Then).Concat(Breaks(x.Else)),
        _ => [],
    });

    /// <summary>Whether a continue in these statements goes on with the loop they stand in.</summary>
    public static bool HasContinue(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            if (s is Continue || (s is If x && (HasContinue(x.Then) || HasContinue(x.Else))) || (s is Switch w && w.Cases.Any(c => HasContinue(c.Body))))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a return stands anywhere in these statements.</summary>
    public static bool HasReturn(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            bool found = s switch
            {
                Return => true,
                If x => HasReturn(x.Then) || HasReturn(x.Else),
                Loop x => HasReturn(x.Body) || HasReturn(x.Continuing),
                Switch x => x.Cases.Any(c => HasReturn(c.Body)),
                _ => false,
            };
            if (found)
            {
                return true;
            }
        }
        return false;
    }
}
