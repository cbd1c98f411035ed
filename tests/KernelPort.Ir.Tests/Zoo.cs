using KernelPort.Core;

namespace KernelPort.Ir.Tests;

/// <summary>A valid module with one specimen at least of every node.</summary>
internal static class Zoo
{
    private static readonly StructType Pair = MakePair();
    private static readonly PointerType Floats = new(IrType.F32, AddressSpace.Global);
    private static readonly PointerType PairPointer = new(Pair, AddressSpace.Local);
    private static readonly PointerType SharedPointer = new(IrType.F32, AddressSpace.Shared);

    public static readonly Module Module = MakeModule();

    public static Function FunctionOf(EquatableArray<Stmt> body, params IrType[] lets) =>
        new("f", [], IrType.Void, lets.Select(t => new NamedValue("x", t)).ToEquatable(), [], body);

    private static StructType MakePair()
    {
        var pair = new StructType("Pair<int, float>");
        pair.Complete([new StructField("a", IrType.I32, 0), new StructField("b", IrType.F32, 4), new StructField("next", new PointerType(pair, AddressSpace.Generic), 8)], 16, 8);
        return pair;
    }

    private static LetRef Ref(int id, IrType type) => new(type, new LetId(id));

    private static Module MakeModule()
    {
        var union = new StructType("bits") { IsUnion = true };
        union.Complete([new StructField("f", IrType.F32, 0), new StructField("u", IrType.U32, 0)], 4, 4);
        var vector = new StructType("float2") { IsBuiltin = true };
        vector.Complete([new StructField("x", IrType.F32, 0), new StructField("y", IrType.F32, 4)], 8, 8);
        var four = new StructType("float4") { IsBuiltin = true };
        four.Complete([.. "xyzw".Select((c, i) => new StructField(c.ToString(), IrType.F32, 4 * i))], 16, 16);
        var padded = new StructType("padded");
        padded.Complete([new StructField("bits_0", IrType.U8, 0), new StructField("bits_1", IrType.U8, 1) { IsPadding = true }], 2, 1);
        EquatableArray<Global> globals =
        [
            new Global("table", new ArrayType(IrType.F32, 2), AddressSpace.Constant, [0, 0, 128, 63, 0, 0, 0, 64]),
            new Global("counter", IrType.U32, AddressSpace.Global, []),
        ];
        var helper = new Function("helper", [new LetId(0)], IrType.F32, [new NamedValue("x", IrType.F32)], [], [new Return(Ref(0, IrType.F32))]);
        return new Module([Pair, union, vector, four, padded], globals, [Kernel(vector, four), helper]);
    }

    private static Function Kernel(StructType vector, StructType four)
    {
        EquatableArray<NamedValue> lets =
        [
            new NamedValue("data", Floats) { PointsToConst = true, IsRestrict = true }, new NamedValue("n", IrType.I32), new NamedValue("i", IrType.U32),
            new NamedValue("x", IrType.F32), new NamedValue("old", IrType.U32), new NamedValue("lanes", IrType.U64), new NamedValue("y", IrType.F32),
            new NamedValue("p", Pair), new NamedValue("q", PairPointer), new NamedValue("chosen", IrType.F32), new NamedValue("sum", IrType.F32),
            new NamedValue("total", IrType.F32), new NamedValue("k", IrType.I32), new NamedValue("v", vector), new NamedValue("t", IrType.I64),
            new NamedValue("was", IrType.U32), new NamedValue("u", IrType.U32), new NamedValue("s", IrType.F32), new NamedValue("b", IrType.Bool),
            new NamedValue("w", IrType.F32), new NamedValue("last", IrType.I32), new NamedValue("texels", four),
        ];
        EquatableArray<Variable> variables =
        [
            new Variable("tile", new ArrayType(IrType.F32, 4), AddressSpace.Shared) { Alignment = 16 },
            new Variable("dynamic", new ArrayType(IrType.F32, 0), AddressSpace.Shared) { IsDynamic = true },
            new Variable("pair", Pair, AddressSpace.Local),
            new Variable("acc", IrType.F32, AddressSpace.Local),
        ];
        var data = Ref(0, Floats);
        var n = Ref(1, IrType.I32);
        var x = Ref(3, IrType.F32);
        var pair = new VariablePlace(Pair, new VariableId(2));
        var tile = new VariablePlace(variables[0].Type, new VariableId(0));
        var accumulator = new VariablePlace(IrType.F32, new VariableId(3));
        var binary = Enum.GetValues<BinaryOp>().Where(o => o is not (BinaryOp.LogicalAnd or BinaryOp.LogicalOr or BinaryOp.Shl or BinaryOp.Shr)).Aggregate(
            (Expr)Ref(2, IrType.U32), (e, o) => Build.IsComparison(o) ? new Cast(IrType.U32, new Binary(IrType.Bool, o, e, Build.U32(3))) : new Binary(IrType.U32, o, e, Build.U32(2)));
        var logic = new Binary(IrType.Bool, BinaryOp.LogicalOr, new Binary(IrType.Bool, BinaryOp.LogicalAnd, Build.Bool(true), Build.Bool(false)), new Unary(UnaryOp.LogicalNot, Build.Bool(true)));
        var shifts = new Binary(IrType.U32, BinaryOp.Shl, new Binary(IrType.U32, BinaryOp.Shr, new Unary(UnaryOp.BitNot, binary), Build.U32(1)), Build.U32(40));
        EquatableArray<Stmt> body =
        [
            new Let(new LetId(2), Enum.GetValues<Coordinate>().Aggregate((Expr)Build.U32(0), (e, c) => new Binary(IrType.U32, BinaryOp.Add, e, new CoordinateOf(c)))),
            new Let(new LetId(16), shifts),
            new Let(new LetId(18), logic),
            new Let(new LetId(15), Ref(16, IrType.U32)),
            new Let(new LetId(20), Build.I32(int.MinValue)),
            new Load(new LetId(3), new Deref(IrType.F32, new PointerOffset(data, new Cast(IrType.I64, n)))) { Volatile = true, Merges = true },
            new Store(new Element(IrType.F32, tile, Build.I64(-1)), new Unary(UnaryOp.Negate, x)),
            new Store(new Element(IrType.F32, new VariablePlace(variables[1].Type, new VariableId(1)), Build.I64(0)), new Undefined(IrType.F32)) { Volatile = true },
            .. Enum.GetValues<AtomicOp>().Select(o => new Atomic(o == AtomicOp.CompareExchange ? new LetId(4) : null, o, new GlobalPlace(IrType.U32, "counter"), Build.U32(1), o == AtomicOp.CompareExchange ? Build.U32(2) : null) { Scope = (AtomicScope)((int)o % 3) }),
            new Call(new LetId(5), Intrinsics.Ballot, [Build.U64(uint.MaxValue), Ref(18, IrType.Bool)]),
            new Call(null, Intrinsics.Barrier, []),
            new Call(new LetId(21), Intrinsics.TextureRead, [Ref(5, IrType.U64), x, x, n]) { Format = new TextureForm(TextureShape.D2, TextureMode.Gather).ToString() },
            new Call(null, Intrinsics.SurfaceWrite, [Ref(5, IrType.U64), n, x]) { Format = new TextureForm(TextureShape.D1, TextureMode.Clamp).ToString() },
            new Invoke(new LetId(6), "helper", [new Pure(Intrinsics.Fma, IrType.F32, [x, Build.F32(-0f), Build.F32(float.NaN)])]),
            new Invoke(null, "helper", [new Select(Ref(18, IrType.Bool), x, Build.F32(float.PositiveInfinity))]),
            new Let(new LetId(7), new Aggregate(Pair, [Build.I32(-5), x, new Literal(new PointerType(Pair, AddressSpace.Generic), 0)])),
            new Store(pair, Ref(7, Pair)),
            new Let(new LetId(8), new AddressOf(PairPointer, pair)),
            new Load(new LetId(17), new Member(IrType.F32, new Deref(Pair, Ref(8, PairPointer)), 1)),
            new Let(new LetId(13), new Aggregate(vector, [new Field(IrType.F32, Ref(7, Pair), 1), new BitCast(IrType.F32, Ref(16, IrType.U32))])),
            new Let(new LetId(14), new PointerDifference(new AddressOf(SharedPointer, new Element(IrType.F32, tile, Build.I64(1))), new AddressOf(SharedPointer, new Element(IrType.F32, tile, Build.I64(0))))),
            new If(Ref(18, IrType.Bool), [new Yield([x])], [new Yield([Build.F32(1.5f)])]) { Results = [new LetId(9)] },
            new Loop(
                [
                    new If(new Binary(IrType.Bool, BinaryOp.Ge, Ref(12, IrType.I32), n), [new Break { Values = [Ref(10, IrType.F32)] }], []),
                    new If(Ref(18, IrType.Bool), [new Continue { Values = [Ref(10, IrType.F32), n] }], []),
                    new Yield([new Binary(IrType.F32, BinaryOp.Add, Ref(10, IrType.F32), x), new Binary(IrType.I32, BinaryOp.Add, Ref(12, IrType.I32), Build.I32(1))]),
                ], [])
                { Carried = [new Carried(new LetId(10), Build.F32(0)), new Carried(new LetId(12), Build.I32(0))], Results = [new LetId(11)], Unroll = 4 },
            new Loop([new Load(new LetId(19), accumulator), new If(Ref(18, IrType.Bool), [new Break()], [new Continue()])], [new Store(accumulator, Ref(11, IrType.F32)), new Call(null, Intrinsics.FenceBlock, [])]) { Unroll = 0 },
            new Switch(n, [new SwitchCase([1, uint.MaxValue], false, [new Break()]), new SwitchCase([], true, [new Store(accumulator, Ref(9, IrType.F32))])]),
            new Return(null),
        ];
        return new Function("zoo", [new LetId(0), new LetId(1)], IrType.Void, lets, variables, body) { IsKernel = true, SourceName = "zoo<\"a\\b\">", Bounds = new LaunchBounds(256, 2) };
    }
}
