using System.Globalization;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Instrument;

/// <summary>
/// Every thread writes down the values it stores and names, in order: the number of the statement and the bits of the value. A kernel gets one more
/// parameter, <c>kp_record</c> of u64: for each thread of the grid, in order, how many there were and then <see cref="Capacity"/> pairs. Two engines
/// that differ, differ there first.
/// </summary>
/// <param name="capacity">Pairs a thread has room for; it counts on beyond them.</param>
public sealed class RecordValues(int capacity) : IPass
{
    private readonly List<Span> _places = [];
    private readonly List<ScalarType> _types = [];

    /// <summary>Pairs a thread has room for.</summary>
    public int Capacity => capacity;

    /// <summary>Words of u64 a thread has.</summary>
    public int Words => 1 + (2 * capacity);

    /// <summary>The place in the CUDA text of each numbered statement.</summary>
    public IReadOnlyList<Span> Places => _places;

    /// <summary>A recorded value as a number of its type.</summary>
    public string Text(int place, ulong bits) => new Literal(_types[place], bits) is var literal && _types[place].IsFloat
        ? Build.AsFloat(literal).ToString("R", CultureInfo.InvariantCulture)
        : _types[place].IsSigned ? Build.AsInt(literal).ToString(CultureInfo.InvariantCulture) : Build.Truncate(_types[place], bits).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether two recorded values of a place are the same. Any NaN is as good as another: machines differ in which they make.</summary>
    public bool Agree(int place, ulong one, ulong other) =>
        one == other || (_types[place].IsFloat && double.IsNaN(Build.AsFloat(new Literal(_types[place], one))) && double.IsNaN(Build.AsFloat(new Literal(_types[place], other))));

    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => f.IsKernel ? new Work(f, this).Run() : f).ToEquatable() };

    private sealed class Work(Function kernel, RecordValues pass) : Rewriter
    {
        private static readonly PointerType Record = new(IrType.U64, AddressSpace.Global);

        private readonly List<NamedValue> _lets = [.. kernel.Lets];
        private readonly VariableId _count = new(kernel.Variables.Count);
        private LetId _mine;

        public Function Run()
        {
            var parameter = Name("kp_record", Record);
            _mine = Name("kp_mine", Record);
            var body = Statements(kernel.Body);
            return kernel with
            {
                Parameters = [.. kernel.Parameters, parameter],
                Variables = [.. kernel.Variables, new Variable("kp_count", IrType.U32, AddressSpace.Local)],
                Body =
                [
                    new Store(Count, Build.U32(0)),
                    new Let(_mine, new PointerOffset(new LetRef(Record, parameter), new Binary(IrType.I64, BinaryOp.Mul, Thread(), Build.I64(pass.Words)))),
                    .. body,
                ],
                Lets = _lets.ToEquatable(),
            };
        }

        private VariablePlace Count => new(IrType.U32, _count);

        private LetId Name(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            switch (statement)
            {
                case Let { Value.Type: ScalarType type } let when IsUsers(let):
                    return [let, .. Note(let, type, new LetRef(type, let.Id))];
                case Store { Value.Type: ScalarType type } store when IsUsers(store):
                    var value = Name("kp_value", type);
                    return [new Let(value, store.Value) { From = store.From }, store with { Value = new LetRef(type, value) }, .. Note(store, type, new LetRef(type, value))];
                default:
                    return null;
            }
        }

        private static bool IsUsers(Stmt statement) => statement.From.Span.Source is { IsEmbedded: false };

        private List<Stmt> Note(Stmt statement, ScalarType type, Expr value)
        {
            int number = pass._places.Count;
            pass._places.Add(statement.From.Span);
            pass._types.Add(type);
            var (count, word) = (Name("kp_at", IrType.U32), Name("kp_bits", IrType.U64));
            var at = new PointerOffset(new LetRef(Record, _mine), new Cast(IrType.I64, new Binary(IrType.U32, BinaryOp.Add, new Binary(IrType.U32, BinaryOp.Mul, new LetRef(IrType.U32, count), Build.U32(2)), Build.U32(1))));
            var next = new Binary(IrType.U32, BinaryOp.Add, new LetRef(IrType.U32, count), Build.U32(1));
            return
            [
                new Load(count, Count),
                new Let(word, Bits(type, value)),
                new If(new Binary(IrType.Bool, BinaryOp.Lt, new LetRef(IrType.U32, count), Build.U32(pass.Capacity)),
                [
                    new Store(new Deref(IrType.U64, at), Build.U64((ulong)number)),
                    new Store(new Deref(IrType.U64, new PointerOffset(at, Build.I64(1))), new LetRef(IrType.U64, word)),
                ], []),
                new Store(Count, next),
                new Store(new Deref(IrType.U64, new LetRef(Record, _mine)), new Cast(IrType.U64, next)),
            ];
        }

        private static Expr Bits(ScalarType type, Expr value) => type.Kind switch
        {
            Scalar.F16 or Scalar.BF16 => new Cast(IrType.U64, new BitCast(IrType.U16, value)),
            Scalar.F32 => new Cast(IrType.U64, new BitCast(IrType.U32, value)),
            Scalar.F64 => new Cast(IrType.U64, new BitCast(IrType.I64, value)),
            _ => new Cast(IrType.U64, value),
        };

        /// <summary>The thread's number in the grid: blocks in order, threads in order within each.</summary>
        private static Expr Thread()
        {
            static Expr Of(Coordinate c) => new Cast(IrType.I64, new CoordinateOf(c));
            static Expr Add(Expr a, Expr b) => new Binary(IrType.I64, BinaryOp.Add, a, b);
            static Expr Mul(Expr a, Expr b) => new Binary(IrType.I64, BinaryOp.Mul, a, b);
            static Expr Linear(Coordinate x, Coordinate y, Coordinate z, Coordinate width, Coordinate height) =>
                Add(Of(x), Mul(Of(width), Add(Of(y), Mul(Of(height), Of(z)))));
            var block = Linear(Coordinate.BlockX, Coordinate.BlockY, Coordinate.BlockZ, Coordinate.GridDimX, Coordinate.GridDimY);
            var threads = Mul(Of(Coordinate.BlockDimX), Mul(Of(Coordinate.BlockDimY), Of(Coordinate.BlockDimZ)));
            return Add(Mul(block, threads), Linear(Coordinate.ThreadX, Coordinate.ThreadY, Coordinate.ThreadZ, Coordinate.BlockDimX, Coordinate.BlockDimY));
        }
    }
}
