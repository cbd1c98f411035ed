using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Computes a value once that is named twice: `a = x + y; b = x + y` uses `a` in the place of `b`.</summary>
public sealed class ShareValues : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work().Rewrite(f)).ToEquatable() };

    private sealed class Work : Rewriter
    {
        private readonly Dictionary<LetId, LetRef> _same = [];
        private Dictionary<Expr, LetRef> _known = [];

        protected override EquatableArray<Stmt> Statements(EquatableArray<Stmt> body)
        {
            // What an inner block names is not to be seen behind it.
            var outer = _known;
            _known = new Dictionary<Expr, LetRef>(outer);
            var result = base.Statements(body);
            _known = outer;
            return result;
        }

        protected override Expr Leave(Expr expression) => expression is LetRef r && _same.TryGetValue(r.Id, out var other) ? other : expression;

        protected override Stmt Children(Stmt statement)
        {
            // The continuing part of a loop sees the body's names, but a turn may come to it without them.
            var rebuilt = base.Children(statement);
            if (rebuilt is Let { Value: not (Literal or LetRef or Undefined) } x)
            {
                if (_known.TryGetValue(x.Value, out var first))
                {
                    _same[x.Id] = first;
                }
                else
                {
                    _known[x.Value] = new LetRef(x.Value.Type, x.Id);
                }
            }
            else if (rebuilt is Let { Value: LetRef named } alias)
            {
                _same[alias.Id] = named;
            }
            return rebuilt;
        }
    }
}
