using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Optimise;

/// <summary>Makes a guard of an early return: `if (c) return; rest` becomes `if (!c) rest`, where no barrier is in the rest.</summary>
public sealed class NestAfterReturns : IPass
{
    /// <summary>Also where the rest has a barrier, which is then for some of the threads, and where something stands before the return.</summary>
    public bool PastBarriers { get; init; }

    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => f.IsKernel ? f with { Body = Nest(f.Body) } : f).ToEquatable() };

    private EquatableArray<Stmt> Nest(EquatableArray<Stmt> body)
    {
        for (int i = 0; i < body.Count - 1; i++)
        {
            if (body[i] is not If { Then: [.., Return { Value: null }], Else.IsEmpty: true, Results.IsEmpty: true } guard || (guard.Then.Count > 1 && !PastBarriers))
            {
                continue;
            }
            var rest = body.AsSpan()[(i + 1)..].ToArray().ToEquatable();
            EquatableArray<Stmt> before = [.. guard.Then.AsSpan()[..^1]];
            if (before.Count > 0)
            {
                return Flow.HasReturn(before) ? body : [.. body.AsSpan()[..i].ToArray(), guard with { Then = before, Else = Nest(rest) }];
            }
            if (!PastBarriers && BarrierRegions.HasBarrier(rest))
            {
                return body;
            }
            return [.. body.AsSpan()[..i].ToArray(), guard with { Condition = new Unary(UnaryOp.LogicalNot, guard.Condition), Then = Nest(rest) }];
        }
        return body;
    }
}
