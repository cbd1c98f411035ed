using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Computes what literals decide: `2 + 3` becomes `5`, a let of a literal is put in its uses, `if (true) a else b` becomes `a`.</summary>
public sealed class FoldConstants : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work().Rewrite(f)).ToEquatable() };

    private sealed class Work : Rewriter
    {
        private readonly Dictionary<LetId, Literal> _known = [];

        protected override Expr Leave(Expr expression)
        {
            if (expression is LetRef r && _known.TryGetValue(r.Id, out var known))
            {
                return known;
            }
            return expression is not Literal && ConstantFolding.Fold(expression) is { } literal ? literal with { From = expression.From } : expression;
        }

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            switch (statement)
            {
                case Let { Value: Literal value } x:
                    _known[x.Id] = value;
                    return null;
                case If { Condition: Literal condition } x:
                    return Arm(condition.Bits != 0 ? x.Then : x.Else, x.Results);
                default:
                    return null;
            }
        }

        /// <summary>What stands in the place of the if; null where the arm leaves and its results are still named behind it.</summary>
        private static List<Stmt>? Arm(EquatableArray<Stmt> body, EquatableArray<LetId> results)
        {
            if (results.IsEmpty)
            {
                return [.. body];
            }
            if (body.IsEmpty || body[^1] is not Yield y)
            {
                return null;
            }
            return [.. body.AsSpan()[..^1], .. results.Select((id, i) => new Let(id, y.Values[i]) { From = y.From })];
        }
    }
}
