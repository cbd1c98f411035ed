using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.CSharp.Vectors;

/// <summary>Kernels whose threads run by sixteen: for what one thread does a function that does it for neighbours in x, for what a block does its loops over threads.</summary>
internal static class Neighbours
{
    /// <summary>What the function of neighbours is called.</summary>
    public static string NameOf(string kernel) => Build.Invariant($"{kernel}_{NeighbourForms.Lanes}");

    /// <summary>What neighbours do of a kernel without barriers: true where it is done, false, and nothing done, where they part. Null where there is no such form.</summary>
    public static Function? OfThreads(Module module, Function kernel, string name)
    {
        var values = new Pipeline([new NestAfterReturns(), .. Pipeline.ToValues.Passes]).Run(module).Find(kernel.Name)!;
        var lets = values.Lets.ToList();
        var vectors = new NeighbourVectors(NeighbourForms.Of(values.Body, null), lets, _ => false, parted => [new If(parted, [new Return(Build.Bool(false))], [])]);
        return vectors.Of(values.Body) is { } body
            ? Demoted(module, values with { Name = name, IsKernel = false, ReturnType = IrType.Bool, Lets = lets.ToEquatable(), Body = [.. body, new Return(Build.Bool(true))] })
            : null;
    }

    private static Function Demoted(Module module, Function function) =>
        new Pipeline([new DemoteValues { WritesLoops = true }]).Run(module with { Functions = [function] }).Functions[0];

    /// <summary>A block's loops over its threads by vectors, where they have such a form.</summary>
    /// <param name="ofBlock">Whether a variable of the block's function lies once for it, or in elements of threads.</param>
    public static Function InBlock(Function block, Func<VariableId, bool> ofBlock) => new BlockLoops(block, ofBlock).Run();

    private sealed class BlockLoops(Function block, Func<VariableId, bool> ofBlock) : Rewriter
    {
        private readonly List<NamedValue> _lets = [.. block.Lets];
        private readonly List<Variable> _variables = [.. block.Variables];

        public Function Run()
        {
            var body = Statements(block.Body);
            return block with { Body = body, Lets = _lets.ToEquatable(), Variables = _variables.ToEquatable() };
        }

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            if (statement is not Loop { Carried.IsEmpty: true, Body: [Load { Source: VariablePlace counter } index, If { Condition: Binary { Op: BinaryOp.Ge, Left: LetRef asked, Right: Literal count }, Then: [Break] }, ..] } loop
                || block.Variables[counter.Id.Index] is not { Name: "thread", Type: ScalarType { Kind: Scalar.U32 } } || asked.Id != index.Id || loop.Continuing.IsEmpty
                // A thread that ends its turn early ends it alone.
                || Flow.HasContinue(loop.Body))
            {
                return null;
            }
            long threads = Build.AsInt(count), whole = threads / NeighbourForms.Lanes * NeighbourForms.Lanes;
            var turn = loop.Body.AsSpan()[2..].ToArray().ToEquatable();
            int mark = _lets.Count;
            var first = Name("thread", IrType.U32);
            var vectors = new NeighbourVectors(NeighbourForms.Of(turn, index.Id), _lets, ofBlock, parted => [new If(parted, [.. OneByOne(turn, index.Id, new LetRef(IrType.U32, first), Sum(new LetRef(IrType.U32, first), NeighbourForms.Lanes)), new Continue()], [])]);
            vectors.Rename(index.Id, first);
            int variables = _variables.Count;
            if (whole == 0 || vectors.Of(turn) is not { } made)
            {
                _lets.RemoveRange(mark, _lets.Count - mark);
                _variables.RemoveRange(variables, _variables.Count - variables);
                return null;
            }
            // The loop's counter begins at 0 in front of it; what is left over follows.
            return [Counting(counter, first, Build.U32(whole), NeighbourForms.Lanes, made), .. whole == threads ? [] : OneByOne(turn, index.Id, Build.U32(whole), Build.U32(threads))];
        }

        private static Binary Sum(Expr a, long b) => new(IrType.U32, BinaryOp.Add, a, Build.U32(b));

        private LetId Name(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }

        private VariablePlace Counter()
        {
            _variables.Add(new Variable("thread", IrType.U32, AddressSpace.Local));
            return new VariablePlace(IrType.U32, new VariableId(_variables.Count - 1));
        }

        private Loop Counting(VariablePlace counter, LetId index, Expr end, int step, EquatableArray<Stmt> turn)
        {
            var next = Name("thread", IrType.U32);
            return new Loop(
                [new Load(index, counter), new If(new Binary(IrType.Bool, BinaryOp.Ge, new LetRef(IrType.U32, index), end), [new Break()], []), .. turn],
                [new Load(next, counter), new Store(counter, Sum(new LetRef(IrType.U32, next), step))]);
        }

        private IEnumerable<Stmt> OneByOne(EquatableArray<Stmt> turn, LetId index, Expr first, Expr end)
        {
            var counter = Counter();
            var lane = Name("thread", IrType.U32);
            var copy = new LaneCopy(_lets);
            copy.Values[index] = new LetRef(IrType.U32, lane);
            yield return new Store(counter, first);
            yield return Counting(counter, lane, end, 1, copy.Of(turn));
        }
    }
}
