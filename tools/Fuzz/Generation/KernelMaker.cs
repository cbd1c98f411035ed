using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Fuzz.Generation;

/// <summary>
/// Makes kernels that are valid and whose answer no schedule changes: threads talk through shared memory between barriers, through warp operations
/// that all named lanes reach, and through atomics whose order does not matter.
/// </summary>
public sealed partial class KernelMaker
{
    private static readonly (string Text, int Threads)[] BlockShapes = [("32", 32), ("64", 64), ("128", 128), ("(16,4)", 64), ("(8,8)", 64), ("(8,4,2)", 64), ("(16,8)", 128), ("(32,4)", 128)];

    private static readonly string[] AtomicCells = ["atomicAdd", "atomicXor", "atomicMax"];

    private readonly Chance _chance;
    private readonly Profile _profile;
    private readonly TermMaker _terms;
    private readonly string _name;
    private readonly int _threads;
    private readonly string _block;
    private readonly int _blocks;
    private int _names;

    private KernelMaker(ulong seed, string name, Profile profile)
    {
        _chance = new Chance(seed);
        _profile = profile;
        _terms = new TermMaker(_chance, profile);
        _name = name;
        (_block, _threads) = _chance.Of(BlockShapes);
        _blocks = _chance.Between(1, 3);
    }

    public static GeneratedKernel Make(ulong seed, string name, Profile profile) => new KernelMaker(seed, name, profile).Make();

    private string Fresh(string stem) => stem + (_names++).ToString(CultureInfo.InvariantCulture);

    private GeneratedKernel Make()
    {
        var globals = new List<Piece>();
        if (_chance.OneIn(2))
        {
            globals.Add(Piece.Line($"__constant__ int {_name}_table[16] = {{{string.Join(", ", Enumerable.Range(0, 16).Select(_ => _chance.Between(-1000, 1000)))}}};"));
            _terms.Places.Add(new Place($"{_name}_table[threadIdx.x & 15]", Scalar.I32) { Writable = false });
        }
        if (_profile.Classes)
        {
            globals.AddRange(Templates());
        }
        for (int i = _chance.Below(3); i > 0; i--)
        {
            globals.Add(DeviceFunction());
        }
        var variables = Variables().ToList();
        var body = Statements(_chance.Between(4, 9), 3, uniform: true).ToList();
        return new GeneratedKernel(_name, LaunchLine(), Signature(), globals.ToEquatable(), variables.ToEquatable(), body.ToEquatable(), End().ToEquatable());
    }

    private string LaunchLine()
    {
        int all = _blocks * _threads;
        string Random(int scale) => $"rand({_chance.Between(1, 1 << 20)}, {-scale}, {scale})";
        List<string> arguments = [$"ints: int[{all}] = {Random(1 << 20)}"];
        if (_profile.Floats)
        {
            arguments.Add($"floats: float[{all}] = {Random(8)}");
            arguments.Add($"fout: float[{all * 2}] = poison");
        }
        if (_profile.Doubles)
        {
            arguments.Add($"dout: double[{all}] = poison");
        }
        arguments.Add($"out: {(_profile.Wide ? "ulong" : "uint")}[{all}] = poison");
        if (_profile.Atomics)
        {
            arguments.Add("cells: uint[24] = 0");
        }
        arguments.Add($"n: {_chance.Between(0, 5)}");
        return $"{_name}<<<{_blocks}, {_block}>>>({string.Join(", ", arguments)})";
    }

    private string Signature()
    {
        List<string> parameters = ["const int* __restrict__ ints"];
        if (_profile.Floats)
        {
            parameters.Add("const float* floats");
            parameters.Add("float* fout");
        }
        if (_profile.Doubles)
        {
            parameters.Add("double* dout");
        }
        parameters.Add(_profile.Wide ? "unsigned long long* out" : "unsigned int* out");
        if (_profile.Atomics)
        {
            parameters.Add("unsigned int* cells");
        }
        parameters.Add("int n");
        return $"__global__ void {_name}({string.Join(", ", parameters)})";
    }

    private IEnumerable<Piece> Variables()
    {
        yield return Piece.Line("const int tid = (int)(threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z));");
        yield return Piece.Line($"const int gid = (int)blockIdx.x * {_threads} + tid;");
        _terms.Places.AddRange([new Place("tid", Scalar.I32) { Writable = false }, new Place("gid", Scalar.I32) { Writable = false }, new Place("n", Scalar.I32) { Writable = false }]);
        if (_block.Contains(','))
        {
            // What is one for a row of threads takes other ways than what is one for the block.
            yield return Piece.Line("const int row = (int)threadIdx.y;");
            yield return Piece.Line("unsigned int level = row;");
            _terms.Places.AddRange([new Place("row", Scalar.I32) { Writable = false }, new Place("level", Scalar.U32) { Writable = false }]);
        }
        yield return Variable(Scalar.I32, "ints[gid]");
        yield return Variable(Scalar.U32, "(unsigned int)ints[gid] * 2654435761u");
        if (_profile.Floats)
        {
            yield return Variable(Scalar.F32, "floats[gid]");
        }
        foreach (var type in _profile.Types.Distinct().OrderBy(_ => _chance.Below(1000)).Take(5).ToList())
        {
            var value = _terms.Make(type, 2);
            string name = Fresh("v");
            yield return Piece.Line($"{type.Name()} {name} = $0;", value);
            _terms.Places.Add(new Place(name, type));
        }
        if (_chance.OneIn(2))
        {
            var type = _terms.AnyInteger();
            string name = Fresh("a");
            yield return Piece.Line($"{type.Name()} {name}[8] = {{$0, $1, $2}};", _terms.Make(type, 1), _terms.Make(type, 1), _terms.Leaf(type));
            var index = _terms.Index(8, 1);
            _terms.Places.Add(new Place($"{name}[{index}]", type));
            _terms.Places.Add(new Place($"{name}[{_chance.Below(8)}]", type));
        }
        if (_profile.Classes)
        {
            foreach (var piece in Objects())
            {
                yield return piece;
            }
        }
    }

    private Piece Variable(Scalar type, string text)
    {
        string name = Fresh("v");
        _terms.Places.Add(new Place(name, type));
        return Piece.Line($"{type.Name()} {name} = {text};");
    }

    private IEnumerable<Piece> Templates()
    {
        yield return Piece.Block($"struct {_name}_pair {{", [
            Piece.Line("int a;"),
            Piece.Line("unsigned int b;"),
            Piece.Line("float c;"),
            Piece.Line($"__device__ {_name}_pair(int x, unsigned int y) : a(x), b(y), c(0.5f) {{}}"),
            Piece.Line("__device__ int mix(int x) const { return (int)((unsigned int)a * 31u + (unsigned int)x) ^ (int)b; }"),
            Piece.Line("__device__ void push(unsigned int x) { b = b * 33u + x; a ^= (int)(b >> 3); }"),
            Piece.Line($"__device__ {_name}_pair operator^(const {_name}_pair& o) const {{ return {_name}_pair(a ^ o.a, b + o.b); }}"),
        ]) with { Tail = "};" };
        yield return Piece.Line($"template <typename T> __device__ T {_name}_pick(T x, T y, int which) {{ return (which & 1) ? x : y; }}");
        yield return Piece.Line($"template <typename T> __device__ void {_name}_swap(T& x, T& y) {{ T t = x; x = y; y = t; }}");
        yield return Piece.Line($"template <int N> __device__ unsigned int {_name}_fold(unsigned int x) {{ if constexpr (N > 0) return {_name}_fold<N - 1>(x * 5u + N); else return x; }}");
        foreach (var type in (Scalar[])[Scalar.I32, Scalar.F32, Scalar.U64])
        {
            _terms.Callables.Add(new Callable($"{_name}_pick<{type.Name()}>", type, [type, type, Scalar.I32]));
        }
        _terms.Callables.Add(new Callable($"{_name}_fold<{_chance.Below(5)}>", Scalar.U32, [Scalar.U32]));
    }

    private IEnumerable<Piece> Objects()
    {
        string pair = Fresh("s");
        yield return Piece.Line($"{_name}_pair {pair}($0, $1);", _terms.Make(Scalar.I32, 1), _terms.Make(Scalar.U32, 1));
        _terms.Places.AddRange([new Place(pair + ".a", Scalar.I32), new Place(pair + ".b", Scalar.U32), new Place(pair + ".c", Scalar.F32)]);
        _terms.Callables.Add(new Callable(pair + ".mix", Scalar.I32, [Scalar.I32]));
        string vector = Fresh("q");
        yield return Piece.Line($"int4 {vector} = make_int4($0, $1, $2, $3);", _terms.Leaf(Scalar.I32), _terms.Leaf(Scalar.I32), _terms.Leaf(Scalar.I32), _terms.Make(Scalar.I32, 1));
        _terms.Places.AddRange([.. "xyzw".Select(c => new Place($"{vector}.{c}", Scalar.I32))]);
        string point = Fresh("q");
        yield return Piece.Line($"float2 {point} = make_float2($0, $1);", _terms.Leaf(Scalar.F32), _terms.Make(Scalar.F32, 1));
        _terms.Places.AddRange([.. "xy".Select(c => new Place($"{point}.{c}", Scalar.F32))]);
        string lambda = Fresh("f");
        yield return Piece.Line($"auto {lambda} = [&](int x) {{ return (int)((unsigned int)x * 7u + {pair}.b); }};");
        _terms.Callables.Add(new Callable(lambda, Scalar.I32, [Scalar.I32]));
    }

    /// <summary>A function of its parameters, with control flow and no communication.</summary>
    private Piece DeviceFunction()
    {
        var outer = _terms.Places.ToList();
        _terms.Places.Clear();
        string name = Fresh(_name + "_f");
        var types = Enumerable.Range(0, _chance.Between(1, 3)).Select(_ => _terms.AnyType()).ToList();
        var result = _terms.AnyType();
        var parameters = types.Select((t, i) => $"{t.Name()} p{i}").ToList();
        _terms.Places.AddRange(types.Select((t, i) => new Place($"p{i}", t)));
        List<Piece> body = [Piece.Line($"{result.Name()} r = $0;", _terms.Make(result, 2))];
        _terms.Places.Add(new Place("r", result));
        body.AddRange(Statements(_chance.Between(1, 3), 2, uniform: false, atomics: false));
        if (_chance.OneIn(3))
        {
            body.Insert(1, Piece.Line("if ($0) return $1;", _terms.Condition(1), _terms.Make(result, 1)));
        }
        body.Add(Piece.Line("return r;"));
        _terms.Places.Clear();
        _terms.Places.AddRange(outer);
        _terms.Callables.Add(new Callable(name, result, types));
        return Piece.Block($"__device__ {result.Name()} {name}({string.Join(", ", parameters)}) {{", body);
    }

    /// <param name="uniform">All threads of the block are here: they may meet.</param>
    private IEnumerable<Piece> Statements(int count, int depth, bool uniform, bool atomics = true)
    {
        for (int i = 0; i < count; i++)
        {
            yield return uniform && _chance.OneIn(3) && Meeting(depth) is { } meeting ? meeting : Statement(depth, uniform, atomics);
        }
    }

    private Piece Statement(int depth, bool uniform, bool atomics)
    {
        if (depth <= 0)
        {
            return Assignment();
        }
        if (_terms.Places.Any(p => p.Text == "level") && _chance.OneIn(6))
        {
            return OfRows(depth);
        }
        IEnumerable<Piece> Inner(int most = 3) => Statements(_chance.Between(1, most), depth - 1, false, atomics);
        switch (_chance.Below(14))
        {
            case 0 or 1:
                return Piece.Block("if ($0) {", Inner(), _terms.Condition(2));
            case 2:
                return Piece.Block("if ($0) {", [.. Inner(2), new Piece("} else {", [], [], ""), .. Inner(2)], _terms.Condition(2));
            case 3 or 4:
                return For(depth, atomics);
            case 5:
                return While(depth, atomics);
            case 6:
                return Switch(depth, atomics);
            case 7 when atomics && _profile.Atomics:
                // cells of one operation each: their order is then no matter
                int kind = _chance.Below(AtomicCells.Length);
                return Piece.Line($"{AtomicCells[kind]}(&cells[{kind * 8} + $0], $1);", _terms.Index(8, 1), _terms.Make(Scalar.U32, 2));
            case 8 when _profile.Classes && uniform:
                return ObjectStatement();
            case 9 when uniform && depth > 1:
                // all threads take the same way: they may meet inside
                string counter = Fresh("u");
                return Piece.Block($"for (int {counter} = 0; {counter} < {_chance.Of(["n", "2", "3", "(int)(blockIdx.x + 1)"])}; ++{counter}) {{", Statements(_chance.Between(1, 3), depth - 1, true, atomics));
            case 10 when uniform && depth > 1:
                return Piece.Block($"if ({_chance.Of(["blockIdx.x & 1", "n > 2", "gridDim.x == 2"])}) {{", Statements(_chance.Between(1, 3), depth - 1, true, atomics));
            case 11:
                return Scope(depth, atomics);
            default:
                return Assignment();
        }
    }

    private Piece Assignment()
    {
        var to = _terms.AnyPlace(p => p.Writable)!;
        if (to.Type.IsFloat() || _chance.OneIn(2))
        {
            return Piece.Line($"{to.Text} = $0;", _terms.Make(to.Type, 3));
        }
        bool wraps = to.Type is Scalar.U32 or Scalar.U64;
        string[] operators = wraps ? ["+=", "-=", "*=", "^=", "|=", "&="] : ["^=", "|=", "&="];
        string how = _chance.Of(operators);
        return wraps && _chance.OneIn(6) ? Piece.Line($"{(_chance.OneIn(2) ? "++" : "--")}{to.Text};") : Piece.Line($"{to.Text} {how} $0;", _terms.Make(to.Type, 2));
    }

    private Piece For(int depth, bool atomics)
    {
        string counter = Fresh("i");
        var end = _chance.OneIn(2) ? Term.Leaf(Scalar.I32, _chance.Between(1, 5).ToString(CultureInfo.InvariantCulture)) : _terms.Index(8, 2);
        _terms.Places.Add(new Place(counter, Scalar.I32) { Writable = false });
        var body = Statements(_chance.Between(1, 3), depth - 1, false, atomics).ToList();
        if (_chance.OneIn(3))
        {
            body.Insert(_chance.Below(body.Count + 1), Piece.Line($"if ($0) {_chance.Of(["break", "continue"])};", _terms.Condition(1)));
        }
        _terms.Places.RemoveAll(p => p.Text == counter);
        string end0 = Fresh("e");
        // the end is computed once: the body may change what it is made of
        return Piece.Block($"for (int {counter} = 0, {end0} = $0; {counter} < {end0}; ++{counter}) {{", body, end);
    }

    private Piece While(int depth, bool atomics)
    {
        string counter = Fresh("w");
        var start = _terms.Index(8, 2);
        List<Piece> body = [.. Statements(_chance.Between(1, 2), depth - 1, false, atomics)];
        body.Insert(0, Piece.Line($"--{counter};"));
        var loop = _chance.OneIn(2)
            ? Piece.Block($"while ({counter} > 0) {{", body)
            : Piece.Block("do {", body) with { Tail = $"}} while ({counter} > 0);" };
        return Piece.Block("{", [Piece.Line($"int {counter} = $0;", start), loop]);
    }

    private Piece Switch(int depth, bool atomics)
    {
        var cases = new List<Piece>();
        foreach (int value in (int[])[0, 1, 3])
        {
            cases.Add(new Piece($"case {value}:", [], [], ""));
            cases.AddRange(Statements(1, depth - 1, false, atomics).Select(s => Piece.Block("{", [s])));
            if (!_chance.OneIn(3))
            {
                cases.Add(Piece.Line("break;"));
            }
        }
        if (_chance.OneIn(2))
        {
            cases.Add(new Piece("default:", [], [], ""));
            cases.AddRange(Statements(1, depth - 1, false, atomics).Select(s => Piece.Block("{", [s])));
        }
        return Piece.Block("switch ($0) {", cases, _terms.Index(4, 2));
    }

    /// <summary>A variable of its own, perhaps reached through a pointer.</summary>
    private Piece Scope(int depth, bool atomics)
    {
        var type = _terms.AnyType();
        string name = Fresh("t");
        List<Piece> body = [Piece.Line($"{type.Name()} {name} = $0;", _terms.Make(type, 2))];
        var place = new Place(name, type);
        if (_chance.OneIn(3))
        {
            body.Add(Piece.Line($"{type.Name()}* {name}_at = &{name};"));
            place = new Place($"(*{name}_at)", type);
        }
        _terms.Places.Add(place);
        body.AddRange(Statements(_chance.Between(1, 3), depth - 1, false, atomics));
        if (_terms.AnyPlace(p => p.Writable && p.Type == type && p != place) is { } outer)
        {
            body.Add(Piece.Line($"{outer.Text} = {place.Text};"));
        }
        _terms.Places.Remove(place);
        return Piece.Block("{", body);
    }

    private Piece ObjectStatement()
    {
        string pair = _terms.AnyPlace(p => p.Text.EndsWith(".b", StringComparison.Ordinal))!.Text[..^2];
        switch (_chance.Below(3))
        {
            case 0:
                return Piece.Line($"{pair}.push($0);", _terms.Make(Scalar.U32, 2));
            case 1:
                return Piece.Line($"{pair} = {pair} ^ {_name}_pair($0, $1);", _terms.Make(Scalar.I32, 2), _terms.Make(Scalar.U32, 1));
            default:
                var one = _terms.AnyPlace(p => p.Writable && p.Type == Scalar.I32)!;
                var other = _terms.AnyPlace(p => p.Writable && p.Type == Scalar.I32)!;
                return Piece.Line($"{_name}_swap({one.Text}, {other.Text});");
        }
    }

    /// <summary>Threads of a block or warp meet and exchange something; null where the profile has no such thing.</summary>
    private Piece? Meeting(int depth)
    {
        var ways = new List<Func<Piece>>();
        if (_profile.Blocks)
        {
            ways.AddRange([ExchangeThroughShared, () => AtomicSection(depth), Tile]);
        }
        if (_profile.Warps)
        {
            ways.AddRange([Shuffle, Vote, ShuffleOfSome, ExchangeInWarp]);
        }
        return ways.Count == 0 ? null : _chance.Of(ways)();
    }

    private string Partner(int limit)
    {
        int k = _chance.Below(limit);
        return _chance.Below(4) switch
        {
            0 => $"tid ^ {k}",
            1 when limit == _threads => $"(tid * {(2 * _chance.Below(8)) + 1} + {k}) & {_threads - 1}",
            2 when limit == _threads => $"{_threads - 1} - tid",
            _ => $"(tid & ~{limit - 1}) | ((tid + {k}) & {limit - 1})",
        };
    }

    private Piece ExchangeThroughShared()
    {
        string shared = Fresh("x");
        var to = _terms.AnyPlace(p => p.Writable)!;
        var value = _terms.Make(to.Type, 2);
        return Piece.Block("{", [
            Piece.Line($"__shared__ {to.Type.Name()} {shared}[{_threads}];"),
            Piece.Line($"{shared}[tid] = $0;", value),
            Piece.Line("__syncthreads();"),
            Piece.Line($"{to.Text} = {shared}[{Partner(_threads)}];"),
            Piece.Line("__syncthreads();"),
        ]);
    }

    private Piece ExchangeInWarp()
    {
        string shared = Fresh("x");
        var to = _terms.AnyPlace(p => p.Writable)!;
        return Piece.Block("{", [
            Piece.Line($"__shared__ {to.Type.Name()} {shared}[{_threads}];"),
            Piece.Line($"{shared}[tid] = $0;", _terms.Make(to.Type, 2)),
            Piece.Line("__syncwarp();"),
            Piece.Line($"{to.Text} = {shared}[{Partner(32)}];"),
            Piece.Line("__syncwarp();"),
        ]);
    }

    private Piece AtomicSection(int depth)
    {
        string shared = Fresh("x"), how = _chance.Of(["atomicAdd", "atomicXor", "atomicMin", "atomicMax", "atomicOr", "atomicAnd"]);
        var to = _terms.AnyPlace(p => p.Writable && p.Type == Scalar.U32)!;
        var add = Piece.Line($"{how}(&{shared}[$0], $1);", _terms.Index(8, 2), _terms.Make(Scalar.U32, 2));
        return Piece.Block("{", [
            Piece.Line($"__shared__ unsigned int {shared}[8];"),
            Piece.Line($"if (tid < 8) {shared}[tid] = {_chance.Of(["0u", "0xffffffffu", "12345u"])};"),
            Piece.Line("__syncthreads();"),
            _chance.OneIn(2) ? Piece.Block("if ($0) {", [add, .. Statements(1, depth - 1, false)], _terms.Condition(2)) : add,
            Piece.Line("__syncthreads();"),
            Piece.Line($"{to.Text} ^= {shared}[$0];", _terms.Index(8, 1)),
            Piece.Line("__syncthreads();"),
        ]);
    }

    private static bool Shuffles(Scalar type) => type is Scalar.I32 or Scalar.U32 or Scalar.I64 or Scalar.U64 or Scalar.F32 or Scalar.F64;

    private Piece Shuffle()
    {
        var to = _terms.AnyPlace(p => p.Writable && Shuffles(p.Type))!;
        int width = _chance.Of([32, 32, 32, 16, 8, 4, 2]);
        string last = width == 32 && _chance.OneIn(2) ? "" : $", {width}";
        var value = _terms.Make(to.Type, 2);
        return _chance.Below(4) switch
        {
            0 => Piece.Line($"{to.Text} = __shfl_xor_sync(0xffffffffu, $0, {_chance.Below(width)}{last});", value),
            1 => Piece.Line($"{to.Text} = __shfl_up_sync(0xffffffffu, $0, {_chance.Below(width)}{last});", value),
            2 => Piece.Line($"{to.Text} = __shfl_down_sync(0xffffffffu, $0, {_chance.Below(width)}{last});", value),
            _ => Piece.Line($"{to.Text} = __shfl_sync(0xffffffffu, $0, $1{last});", value, _terms.Index(32, 1)),
        };
    }

    private Piece Vote()
    {
        var to = _terms.AnyPlace(p => p.Writable && p.Type == Scalar.U32)!;
        string how = _chance.Of(["__ballot_sync", "__ballot_sync", "(unsigned int)__any_sync", "(unsigned int)__all_sync"]);
        return Piece.Line($"{to.Text} ^= {how}(0xffffffffu, $0);", _terms.Condition(2));
    }

    /// <summary>Those lanes for which a condition holds exchange something among themselves.</summary>
    private Piece ShuffleOfSome()
    {
        string holds = Fresh("c"), mask = Fresh("m");
        var to = _terms.AnyPlace(p => p.Writable && Shuffles(p.Type))!;
        return Piece.Block("{", [
            Piece.Line($"bool {holds} = $0;", _terms.Condition(2)),
            Piece.Line($"unsigned int {mask} = __ballot_sync(0xffffffffu, {holds});"),
            Piece.Block($"if ({holds}) {{", [Piece.Line($"{to.Text} = __shfl_sync({mask}, $0, __ffs({mask}) - 1);", _terms.Make(to.Type, 2))]),
        ]);
    }

    /// <summary>Everything a thread has goes into its answer.</summary>
    private IEnumerable<Piece> End()
    {
        var (word, start, prime) = _profile.Wide ? ("unsigned long long", "14695981039346656037ull", "1099511628211ull") : ("unsigned int", "2166136261u", "16777619u");
        yield return Piece.Line($"{word} h = {start};");
        foreach (var p in _terms.Places.Where(p => p.Writable && !p.Type.IsFloat()))
        {
            yield return Piece.Line($"h = (h ^ ({word}){p.Text}) * {prime};");
        }
        yield return Piece.Line("out[gid] = h;");
        if (_profile.Floats)
        {
            var singles = _terms.Places.Where(p => p.Writable && p.Type == Scalar.F32).ToList();
            yield return Piece.Line($"fout[gid * 2] = {_chance.Of(singles).Text};");
            string second = _terms.AnyPlace(p => p.Writable && p.Type == Scalar.F16) is { } half ? $"__half2float({half.Text})" : _chance.Of(singles).Text;
            yield return Piece.Line($"fout[gid * 2 + 1] = {second};");
        }
        if (_profile.Doubles)
        {
            yield return Piece.Line($"dout[gid] = {_terms.AnyPlace(p => p.Writable && p.Type == Scalar.F64)?.Text ?? "(double)tid"};");
        }
    }
}
