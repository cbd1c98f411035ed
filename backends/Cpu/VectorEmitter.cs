using System.Globalization;
using System.Text;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Raised where a kernel needs what this emitter has not: becomes a gap, never a guess.</summary>
internal sealed class NotVectorised(string what) : Exception(what);

/// <summary>Prints a kernel as LLVM text for blocks of one size. A block's threads lie in vectors along threadIdx.x; a few vectors make a group, in which every
/// statement is written once a vector; each region between barriers is a loop over the groups.</summary>
internal sealed partial class VectorEmitter
{
    private const string On = "splat (i1 true)";
    private const string Off = "zeroinitializer";

    // Dynamic shared memory begins here: beyond any static array a block can have.
    public const int DynamicShared = 256 * 1024;

    private readonly Module _module;
    // So many blocks are one here.
    private readonly int _blocks;
    private readonly Extent _block;
    private readonly int _threads;
    private readonly int _width;
    private readonly Processor _processor;
    private readonly IReadOnlyDictionary<string, ulong>? _globals;
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _entry = new();
    private readonly SortedSet<string> _declarations = new(StringComparer.Ordinal);
    private readonly SortedList<string, string> _helpers = new(StringComparer.Ordinal);
    private Frame _frame = null!;
    private readonly string _contract;
    private int _next;
    private long _sharedBytes;

    /// <summary>What is known of a function while it is printed.</summary>
    private sealed class Frame(Function function, LaneShapes shapes, Extent block, IReadOnlyDictionary<LetId, Expr>? definitions = null)
    {
        public Ranges Ranges { get; } = new(function, (block.X, block.Y, block.Z));

        /// <summary>It is a loop of one lane, run by itself.</summary>
        public bool IsOneLane { get; init; }

        public Function Function { get; } = function;

        public LaneShapes Shapes { get; } = shapes;

        public IReadOnlyDictionary<LetId, Expr> Definitions { get; } = definitions ?? Cpu.Definitions.Of(function);

        public LiveValues Used { get; } = LiveValues.Of(function);

        public Value?[] Lets { get; } = new Value?[function.Lets.Count];

        public Dictionary<LetId, Slot> Crossing { get; } = [];

        /// <summary>Variables that are only read and written whole, or by a field.</summary>
        public Slot?[] Registers { get; } = new Slot?[function.Variables.Count];

        /// <summary>The addresses of all other variables: of shared ones, and of the first thread's local ones.</summary>
        public string?[] Memory { get; } = new string?[function.Variables.Count];

        /// <summary>The lanes that have not returned; null where all return together.</summary>
        public Slot? Live { get; set; }

        public Slot? Result { get; set; }

        public string? ReturnTo { get; set; }

        public Stack<Leavable> Leavables { get; } = new();

        public Stack<Slot[]> Yields { get; } = new();
    }

    private VectorEmitter(Module module, Extent block, Processor processor, IReadOnlyDictionary<string, ulong>? globals, bool contracts, int blocks = 1)
    {
        _globals = globals;
        _contract = contracts ? " contract" : "";
        _module = module;
        _blocks = blocks;
        block = _block = block with { X = block.X * blocks };
        _threads = block.X * block.Y * block.Z;
        int width = _width = processor.Lanes;
        _processor = processor;
        _cacheBytes = processor.CacheBytes;
        // Whole warps, and whole groups where there are several.
        int vectors = (_threads + width - 1) / width;
        int multiple = vectors > 4 ? Math.Max(4, Warp / width) : vectors > 1 ? 2 : 1;
        _total = (vectors + multiple - 1) / multiple * multiple;
    }

    /// <summary>The text, with one function <paramref name="name"/>(arguments, first block, last block, grid size, shared memory).</summary>
    /// <param name="processor">What the text is for.</param>
    /// <param name="globals">The addresses of global variables; symbols of the module where null.</param>
    /// <param name="contracts">A product and a sum may become one rounding, as nvcc's -fmad=true has it.</param>
    /// <param name="marked">Lines end with the line of the CUDA text, for <see cref="MarkedLines"/>.</param>
    public static VectorKernel Emit(Module module, Function kernel, Extent block, string name, Processor processor, IReadOnlyDictionary<string, ulong>? globals, bool contracts, bool marked = false)
    {
        VectorKernel Of(string each, int blocks) =>
            new VectorEmitter(module, block, processor, globals, contracts, blocks) { _marked = marked ? kernel.From.Span.Source : null, _at = kernel.From.Span }.Run(kernel, each);
        int width = processor.Lanes;
        return NeighbourBlocks.Serve(kernel, block, LaneShapes.Of(kernel, (block.X, block.Y, block.Z), width), block.X * block.Y * block.Z / width, width)
            ? InPairs(name, Of(name + ".single", 1), Of(name + ".pairs", 2))
            : Of(name, 1);
    }

    private VectorKernel Run(Function kernel, string name)
    {
        var shapes = LaneShapes.Of(kernel, (_block.X, _block.Y, _block.Z), _width);
        _frame = new Frame(kernel, shapes, _block);
        var offsets = Parameters(kernel, out int bytes);
        Kernel(kernel, shapes);
        string definition = $"i32 @{name}(ptr noalias readonly %arguments, i64 %first, i64 %last, i32 %gx, i32 %gy, i32 %gz, ptr noalias %shared) #0 {{\nentry:\n{_entry}{FirstBlock}{_body}}}\n";
        return new VectorKernel(definition, _helpers, _declarations, offsets, bytes, _sharedBytes) { MeetsGrid = _meetsGrid };
    }

    /// <summary>Reads the arguments out of their buffer, once for all blocks.</summary>
    private int[] Parameters(Function kernel, out int bytes)
    {
        var offsets = new List<int>();
        int offset = 0;
        foreach (var p in kernel.Parameters)
        {
            var type = kernel.TypeOf(p);
            int alignment = Math.Max(type.Alignment, 1);
            offset = (offset + alignment - 1) / alignment * alignment;
            offsets.Add(offset);
            _frame.Lets[p.Index] = Argument(type, offset);
            offset += (int)type.Size;
        }
        bytes = offset;
        return [.. offsets];
    }

    private Value Argument(IrType type, long offset)
    {
        if (Parts.Of(type) is { } parts)
        {
            return Value.Struct(type, [.. parts.Select(p => Argument(p.Type, offset + p.Offset))]);
        }
        string at = EntryAssign(Build.Invariant($"getelementptr i8, ptr %arguments, i64 {offset}"));
        string name = type == IrType.Bool
            ? EntryAssign($"icmp ne i8 {EntryAssign($"load i8, ptr {at}")}, 0")
            : EntryAssign($"load {Word(type)}, ptr {at}");
        return Value.Of(new Piece(type, name, true));
    }

    // The CUDA text whose lines are marked, null where none are; and where the statement at hand comes from.
    private SourceText? _marked;
    private Span _at;

    private void Line(string text)
    {
        _body.Append("  ").Append(text);
        if (_marked is not null && ReferenceEquals(_at.Source, _marked))
        {
            _body.Append(Build.Invariant($"{MarkedLines.Mark}{_at.Line}"));
        }
        _body.Append('\n');
    }

    private string New() => Build.Invariant($"%v{_next++}");

    private string Assign(string text)
    {
        string name = New();
        Line($"{name} = {text}");
        return name;
    }

    // Numbers computed in straight code, by their text.
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The same computation has the same name, up to the next label.</summary>
    private string AssignOnce(string text) => _known.TryGetValue(text, out string? name) ? name : _known[text] = Assign(text);

    private string EntryAssign(string text)
    {
        string name = New();
        _entry.Append("  ").Append(name).Append(" = ").Append(text).Append('\n');
        return name;
    }

    private string Label() => Build.Invariant($"l{_next++}");

    private void Begin(string label)
    {
        _body.Append(label).Append(":\n");
        _ended = false;
        // On other ways here something else may have been stored, and what is computed may not have been.
        _held.Clear();
        _known.Clear();
        _laterBlocks.Clear();
    }

    /// <summary>Goes to a label, unless control has left already.</summary>
    private void Go(string label, string metadata = "")
    {
        if (!_ended)
        {
            StoreWaiting();
            Settle();
            Line($"br label %{label}{metadata}");
            _ended = true;
        }
    }

    private void Branch(string condition, string yes, string no)
    {
        StoreWaiting();
        Settle();
        Line($"br i1 {condition}, label %{yes}, label %{no}");
        _ended = true;
    }

    // Whether the text stands behind a jump.
    private bool _ended;

    private string Alloca(string type) => EntryAssign($"alloca {type}, align 128");

    private string Declare(string declaration)
    {
        _declarations.Add(declaration);
        return declaration;
    }

    /// <summary>LLVM's word for a scalar; pointers are numbers here.</summary>
    private static string Word(IrType type) => type switch
    {
        PointerType => "i64",
        ScalarType s => s.Kind switch
        {
            Scalar.Bool => "i1",
            Scalar.I8 or Scalar.U8 => "i8",
            Scalar.I16 or Scalar.U16 => "i16",
            Scalar.I32 or Scalar.U32 => "i32",
            Scalar.I64 or Scalar.U64 => "i64",
            Scalar.F16 => "half",
            // As bits: the processor's own conversions flush denormals.
            Scalar.BF16 => "i16",
            Scalar.F32 => "float",
            _ => "double",
        },
        _ => throw new NotVectorised($"a value of type {type}"),
    };

    private static string Mangle(string word) => word switch { "half" => "f16", "float" => "f32", "double" => "f64", _ => word };

    private string Type(Piece p) => p.Uniform ? Word(p.Type) : Vector(Word(p.Type));

    private string Vector(string word) => Build.Invariant($"<{_width} x {word}>");

    private string MaskType => Vector("i1");

    private static bool IsConstant(string name) => name[0] is not ('%' or '@');

    private string Splat(string word, string scalar)
    {
        if (IsConstant(scalar))
        {
            return scalar == "false" ? Off : $"splat ({word} {scalar})";
        }
        string one = Assign($"insertelement {Vector(word)} poison, {word} {scalar}, i64 0");
        return Assign($"shufflevector {Vector(word)} {one}, {Vector(word)} poison, <{_width} x i32> zeroinitializer");
    }

    private string Lanes(string word, Func<int, long> lane) => "<" + string.Join(", ", Enumerable.Range(0, _width).Select(l => Build.Invariant($"{word} {lane(l)}"))) + ">";

    /// <summary>The piece as a vector.</summary>
    private string Varying(Piece p)
    {
        if (!p.Uniform)
        {
            return p.Name;
        }
        string word = Word(p.Type);
        if (p.Stride == 0)
        {
            return Splat(word, p.Name);
        }
        if (long.TryParse(p.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long first))
        {
            return Lanes(word, l => Build.AsInt(Build.Int(p.Type is PointerType ? IrType.I64 : p.Type, first + (l * p.Stride))));
        }
        return Assign($"add {Vector(word)} {Splat(word, p.Name)}, {Lanes(word, l => l * p.Stride)}");
    }

    /// <summary>Integer arithmetic of literals, and comparisons of lanes that count up from a literal, are done here: masks of unrolled trees come out constant.</summary>
    private Piece? Folded(BinaryOp op, IrType type, Piece a, Piece b)
    {
        if (!a.Uniform || !b.Uniform || !a.Type.IsInteger || a.Type == IrType.Bool
            || !long.TryParse(a.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long x) || !long.TryParse(b.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long y))
        {
            return null;
        }
        if (!Build.IsComparison(op))
        {
            return ConstantFolding.FoldTree(new Binary(type, op, Build.Int(a.Type, x), Build.Int(b.Type, y))) is Literal sum ? new Piece(type, Build.Invariant($"{Build.AsInt(sum)}"), true) : null;
        }
        var lanes = new bool[_width];
        for (int l = 0; l < _width; l++)
        {
            var folded = ConstantFolding.FoldTree(new Binary(type, op, Build.Int(a.Type, x + (l * a.Stride)), Build.Int(b.Type, y + (l * b.Stride))));
            if (folded is not Literal one)
            {
                return null;
            }
            lanes[l] = one.Bits != 0;
        }
        return Array.TrueForAll(lanes, l => l) ? new Piece(type, "true", true)
            : Array.TrueForAll(lanes, l => !l) ? new Piece(type, "false", true)
            : new Piece(type, "<" + string.Join(", ", lanes.Select(l => l ? "i1 true" : "i1 false")) + ">", false);
    }
}
