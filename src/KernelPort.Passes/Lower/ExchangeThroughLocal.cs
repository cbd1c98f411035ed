using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Lower;

/// <summary>Makes warp exchanges of local memory and barriers, for machines without warps: `y = shuffle(x, 3)` becomes `a[me] = x; barrier; y = a[3]; barrier`. Only
/// where all threads of the block come together, and with the mask of all 32 lanes; other calls stay.</summary>
public sealed class ExchangeThroughLocal(int maxThreads) : IPass
{
    /// <summary>Only what a block counts at a barrier.</summary>
    public bool OnlyCounts { get; init; }

    /// <summary>Wherever they stand and whatever the mask, for <see cref="SplitAtBarriers"/>, which finds out who comes to a barrier. What a vote gives is cut to the
    /// mask by <see cref="VotesWithinMask"/>, which has run.</summary>
    public bool Everywhere { get; init; }

    public ExchangeThroughLocal() : this(1024)
    {
    }

    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => f.IsKernel ? new Work(f, f.Bounds?.MaxThreads ?? maxThreads, this).Run() : f).ToEquatable() };

    private sealed class Work(Function function, int threads, ExchangeThroughLocal options) : Rewriter
    {
        private static readonly ScalarType Word = IrType.U32;

        private readonly BlockUniformity? _uniformity = options.Everywhere ? null : BlockUniformity.Of(function);
        private readonly List<NamedValue> _lets = [.. function.Lets];
        private readonly List<Variable> _variables = [.. function.Variables];
        private readonly Dictionary<IrType, VariablePlace> _areas = [];
        private List<Stmt> _made = [];
        private bool _changed;
        private Origin _from;

        public Function Run()
        {
            var body = Statements(function.Body);
            return _areas.Count == 0 && !_changed ? function : function with { Body = body, Lets = _lets.ToEquatable(), Variables = _variables.ToEquatable() };
        }

        private bool IsFull(Expr mask) => options.Everywhere || ConstantFolding.FoldTree(mask) is Literal { Bits: uint.MaxValue or ulong.MaxValue };

        // The original statement is asked about; the children of a call are values, which this pass leaves alone.
        protected override Stmt Children(Stmt statement) => statement is Call ? statement : base.Children(statement);

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            if (statement is not Call call || _uniformity?.IsReachedTogether(call) == false)
            {
                return null;
            }
            if (options.Everywhere && call.Intrinsic == Intrinsics.WarpBarrier)
            {
                // Waiting for all of the block is waiting for the warp too.
                _changed = true;
                return [new Call(null, Intrinsics.Barrier, []) { From = call.From }];
            }
            if (call.Result is not { } result)
            {
                return null;
            }
            _made = [];
            _from = call.From;
            var i = call.Intrinsic;
            bool made = i == Intrinsics.BarrierCount || i == Intrinsics.BarrierAnd || i == Intrinsics.BarrierOr ? Count(call, result)
                : options.OnlyCounts ? false
                : i == Intrinsics.ShuffleIndex || i == Intrinsics.ShuffleUp || i == Intrinsics.ShuffleDown || i == Intrinsics.ShuffleXor ? Shuffle(call, result)
                : i == Intrinsics.Ballot || i == Intrinsics.VoteAll || i == Intrinsics.VoteAny ? Vote(call, result)
                : options.Everywhere && call.Arguments.Count == 2 && (i == Intrinsics.MatchAny || Reductions.ContainsKey(i)) && AmongLanes(call, result);
            return made ? _made : null;
        }

        private LetRef New(string name, Expr value)
        {
            _lets.Add(new NamedValue(name, value.Type));
            var id = new LetId(_lets.Count - 1);
            _made.Add(new Let(id, value) { From = _from });
            return new LetRef(value.Type, id);
        }

        private static Binary Op(BinaryOp op, Expr a, Expr b) => new(Build.IsComparison(op) ? IrType.Bool : a.Type, op, a, b);

        private void Barrier() => _made.Add(new Call(null, Intrinsics.Barrier, []) { From = _from });

        private VariablePlace Area(IrType type)
        {
            if (!_areas.TryGetValue(type, out var area))
            {
                // Whole warps, so that a lane of the last one that does not exist has a place too.
                var array = new ArrayType(type, (threads + 31) / 32 * 32);
                _variables.Add(new Variable("exchange_" + type, array, AddressSpace.Shared));
                _areas[type] = area = new VariablePlace(array, new VariableId(_variables.Count - 1));
            }
            return area;
        }

        private Element At(IrType type, Expr index) => new(type, Area(type), new Cast(IrType.I64, index));

        private LetRef Me()
        {
            var z = Op(BinaryOp.Mul, new CoordinateOf(Coordinate.BlockDimY), new CoordinateOf(Coordinate.ThreadZ));
            var rows = Op(BinaryOp.Mul, new CoordinateOf(Coordinate.BlockDimX), Op(BinaryOp.Add, new CoordinateOf(Coordinate.ThreadY), z));
            return New("me", Op(BinaryOp.Add, new CoordinateOf(Coordinate.ThreadX), rows));
        }

        private bool Shuffle(Call call, LetId result)
        {
            var value = call.Arguments[1];
            if (!IsFull(call.Arguments[0]) || value.Type is not ScalarType)
            {
                return false;
            }
            var me = Me();
            var lane = New("lane", Op(BinaryOp.And, me, Build.U32(31)));
            var operand = New("by", Unsigned(call.Arguments[2]));
            var width = New("width", Unsigned(call.Arguments[3]));
            var inside = New("inside", Op(BinaryOp.Sub, width, Build.U32(1)));
            var first = New("first", Op(BinaryOp.And, lane, new Unary(UnaryOp.BitNot, inside)));
            var last = New("last", Op(BinaryOp.Or, first, inside));
            var i = call.Intrinsic;
            // PTX shfl: a lane that would read beyond its segment keeps its own value.
            Expr source;
            if (i == Intrinsics.ShuffleIndex)
            {
                source = Op(BinaryOp.Or, first, Op(BinaryOp.And, operand, inside));
            }
            else if (i == Intrinsics.ShuffleUp)
            {
                source = new Select(Op(BinaryOp.Ge, Op(BinaryOp.Sub, lane, first), operand), Op(BinaryOp.Sub, lane, operand), lane);
            }
            else
            {
                var there = New("there", Op(i == Intrinsics.ShuffleXor ? BinaryOp.Xor : BinaryOp.Add, lane, operand));
                source = new Select(Op(BinaryOp.Le, there, last), there, lane);
            }
            var from = New("from", Op(BinaryOp.Or, Op(BinaryOp.And, me, Build.U32(~31L)), source));
            _made.Add(new Store(At(value.Type, me), value) { From = _from });
            Barrier();
            _made.Add(new Load(result, At(value.Type, from)) { From = _from });
            // Nobody overwrites a value that another one has yet to read.
            Barrier();
            return true;
        }

        private static Expr Unsigned(Expr e) => e.Type == Word ? e : new Cast(Word, e);

        private bool Vote(Call call, LetId result)
        {
            if (!IsFull(call.Arguments[0]))
            {
                return false;
            }
            bool all = call.Intrinsic == Intrinsics.VoteAll;
            var me = Me();
            var lane = New("lane", Op(BinaryOp.And, me, Build.U32(31)));
            var warp = New("warp", Op(BinaryOp.Shr, me, Build.U32(5)));
            var votes = Collect(warp, Op(BinaryOp.Eq, lane, Build.U32(0)), all ? new Unary(UnaryOp.LogicalNot, call.Arguments[1]) : call.Arguments[1], AtomicOp.Or, Op(BinaryOp.Shl, Build.U32(1), lane));
            Expr value = call.Intrinsic == Intrinsics.Ballot ? new Cast(IrType.U64, votes) : new Cast(IrType.I32, Op(all ? BinaryOp.Eq : BinaryOp.Ne, votes, Build.U32(0)));
            _made.Add(new Let(result, value) { From = _from });
            return true;
        }

        private bool Count(Call call, LetId result)
        {
            bool all = call.Intrinsic == Intrinsics.BarrierAnd;
            var me = Me();
            var count = Collect(Build.U32(0), Op(BinaryOp.Eq, me, Build.U32(0)), all ? new Unary(UnaryOp.LogicalNot, call.Arguments[0]) : call.Arguments[0], AtomicOp.Add, Build.U32(1));
            Expr value = call.Intrinsic == Intrinsics.BarrierCount ? count : Op(all ? BinaryOp.Eq : BinaryOp.Ne, count, Build.U32(0));
            _made.Add(new Let(result, new Cast(IrType.I32, value)) { From = _from });
            return true;
        }

        private static readonly Dictionary<Intrinsic, Func<Expr, Expr, Expr>> Reductions = new()
        {
            [Intrinsics.ReduceAdd] = (a, b) => Op(BinaryOp.Add, a, b),
            [Intrinsics.ReduceAnd] = (a, b) => Op(BinaryOp.And, a, b),
            [Intrinsics.ReduceOr] = (a, b) => Op(BinaryOp.Or, a, b),
            [Intrinsics.ReduceXor] = (a, b) => Op(BinaryOp.Xor, a, b),
            [Intrinsics.ReduceMin] = (a, b) => new Pure(Intrinsics.IMin, a.Type, [a, b]),
            [Intrinsics.ReduceMax] = (a, b) => new Pure(Intrinsics.IMax, a.Type, [a, b]),
        };

        /// <summary>Each lane looks at the values of all lanes that it names and that exist: which are its own, or what they come to.</summary>
        private bool AmongLanes(Call call, LetId result)
        {
            var value = call.Arguments[1];
            if (value.Type is not ScalarType)
            {
                return false;
            }
            // Numbers match by their bits.
            var own = New("own", value.Type.IsFloat ? new BitCast(value.Type.Size == 8 ? IrType.U64 : Word, value) : value);
            var mask = New("mask", call.Arguments[0]);
            var me = Me();
            var first = New("first", Op(BinaryOp.And, me, Build.U32(~31L)));
            var size = New("size", Op(BinaryOp.Mul, Op(BinaryOp.Mul, new CoordinateOf(Coordinate.BlockDimX), new CoordinateOf(Coordinate.BlockDimY)), new CoordinateOf(Coordinate.BlockDimZ)));
            _made.Add(new Store(At(own.Type, me), own) { From = _from });
            Barrier();
            var reduce = Reductions.GetValueOrDefault(call.Intrinsic);
            // Where twice the same changes nothing a lane begins with its own value.
            Expr sum = reduce is null ? Build.U64(0) : call.Intrinsic == Intrinsics.ReduceAdd || call.Intrinsic == Intrinsics.ReduceXor ? Build.Int(own.Type, 0) : own;
            for (int lane = 0; lane < 32; lane++)
            {
                var other = New("other", Op(BinaryOp.Add, first, Build.U32(lane)));
                _lets.Add(new NamedValue("theirs", own.Type));
                var theirs = new LetRef(own.Type, new LetId(_lets.Count - 1));
                _made.Add(new Load(theirs.Id, At(own.Type, other)) { From = _from });
                var named = Op(BinaryOp.Ne, Op(BinaryOp.And, mask, Build.U64(1UL << lane)), Build.U64(0));
                var there = new Binary(IrType.Bool, BinaryOp.LogicalAnd, named, Op(BinaryOp.Lt, other, size));
                sum = New("sum", reduce is null
                    ? new Select(new Binary(IrType.Bool, BinaryOp.LogicalAnd, there, Op(BinaryOp.Eq, theirs, own)), Op(BinaryOp.Or, sum, Build.U64(1UL << lane)), sum)
                    : new Select(there, reduce(sum, theirs), sum));
            }
            Barrier();
            _made.Add(new Let(result, sum) { From = _from });
            return true;
        }

        /// <summary>A word that one thread clears and those with the predicate add to.</summary>
        private LetRef Collect(Expr at, Expr clears, Expr predicate, AtomicOp op, Expr own)
        {
            var word = At(Word, at);
            var clear = new Store(word, Build.U32(0)) { From = _from };
            // Where the one may be elsewhere, all who are here do it.
            _made.Add(options.Everywhere ? clear : new If(clears, [clear], []) { From = _from });
            Barrier();
            _made.Add(new If(predicate, [new Atomic(null, op, word, own, null) { From = _from, Scope = AtomicScope.Block }], []) { From = _from });
            Barrier();
            _lets.Add(new NamedValue("all", Word));
            var id = new LetId(_lets.Count - 1);
            _made.Add(new Load(id, word) { From = _from });
            Barrier();
            return new LetRef(Word, id);
        }
    }
}
