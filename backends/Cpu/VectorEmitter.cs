using System.Globalization;
using System.Text;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Raised where a kernel needs what this emitter has not: becomes a gap, never a guess.</summary>
internal sealed class NotVectorised(string what) : Exception(what);

/// <summary>Prints a kernel as LLVM text in which a block is a vector: each per-thread value has a lane a thread, all lanes run in lock step under
/// masks, so that a barrier has nothing to wait for. The block's size is a constant of the text.</summary>
internal sealed partial class VectorEmitter
{
    private readonly Module _module;
    private readonly int _lanes;
    private readonly Extent _block;
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _entry = new();
    private readonly SortedSet<string> _declarations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _helpers = new(StringComparer.Ordinal);
    private Frame _frame = null!;
    private string _mask = "";
    private int _next;
    private long _sharedBytes;
    private long _dynamicOffset = -1;

    private sealed class Frame(Function function)
    {
        public Function Function { get; } = function;

        public Value?[] Lets { get; } = new Value?[function.Lets.Count];

        /// <summary>Allocas of register variables: one a scalar, in field order for structs.</summary>
        public string[]?[] Registers { get; } = new string[]?[function.Variables.Count];

        /// <summary>Base addresses (i64, uniform or a lane each) of variables in memory.</summary>
        public Value?[] Memory { get; } = new Value?[function.Variables.Count];

        public required string Live { get; init; }

        public string[]? Result { get; set; }

        public List<Breakable> Breakables { get; } = [];
    }

    /// <summary>A loop (with the lanes still in it and the lanes of this turn) or a switch (with the lanes still in it).</summary>
    private sealed record Breakable(string Inside, string Turn, bool IsLoop);

    private readonly IReadOnlyDictionary<string, ulong>? _globals;

    private VectorEmitter(Module module, Extent block, IReadOnlyDictionary<string, ulong>? globals)
    {
        _globals = globals;
        _module = module;
        _block = block;
        _lanes = block.X * block.Y * block.Z;
    }

    /// <summary>The text, with one function <paramref name="name"/>(arguments, block coordinates, grid size, shared memory).</summary>
    /// <param name="globals">The addresses of global variables; external symbols where null.</param>
    public static VectorKernel Emit(Module module, Function kernel, Extent block, string name, IReadOnlyDictionary<string, ulong>? globals)
    {
        var e = new VectorEmitter(module, block, globals);
        return e.Run(kernel, name);
    }

    private VectorKernel Run(Function kernel, string name)
    {
        string all = Splat("i1", "true");
        string live = Alloca($"<{_lanes} x i1>");
        _frame = new Frame(kernel) { Live = live };
        Store($"<{_lanes} x i1>", all, live);
        _mask = all;
        var offsets = new List<int>();
        int offset = 0;
        foreach (var p in kernel.Parameters)
        {
            var type = kernel.TypeOf(p);
            offset = (offset + Math.Max(type.Alignment, 1) - 1) / Math.Max(type.Alignment, 1) * Math.Max(type.Alignment, 1);
            offsets.Add(offset);
            _frame.Lets[p.Index] = LoadUniform(type, $"%arguments", offset);
            offset += (int)type.Size;
        }
        DeclareVariables();
        Body(kernel.Body);
        Line("ret void");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"define void @{name}(ptr noalias %arguments, i32 %bx, i32 %by, i32 %bz, i32 %gx, i32 %gy, i32 %gz, ptr noalias %shared, i32 %warp) {{\nentry:\n");
        text.Append(_entry).Append("  br label %start\nstart:\n").Append(_body).Append("}\n");
        foreach (string helper in _helpers.Values)
        {
            text.Append(helper);
        }
        foreach (string declaration in _declarations)
        {
            text.Append(declaration).Append('\n');
        }
        return new VectorKernel(text.ToString(), [.. offsets], offset, _sharedBytes, _dynamicOffset);
    }

    private void Line(string text) => _body.Append("  ").Append(text).Append('\n');

    private string New() => Build.Invariant($"%v{_next++}");

    private string Assign(string text)
    {
        string name = New();
        Line($"{name} = {text}");
        return name;
    }

    private string Label() => Build.Invariant($"l{_next++}");

    private void Begin(string label) => _body.Append(label).Append(":\n");

    private string Alloca(string type)
    {
        string name = Build.Invariant($"%a{_next++}");
        _entry.Append(CultureInfo.InvariantCulture, $"  {name} = alloca {type}, align 64\n");
        return name;
    }

    private void Store(string type, string value, string to) => Line($"store {type} {value}, ptr {to}");

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

    private string Type(Value v) => v.Uniform ? Word(v.Type) : Vector(Word(v.Type));

    private string Vector(string word) => Build.Invariant($"<{_lanes} x {word}>");

    private string MaskType => Vector("i1");

    private string Splat(string word, string scalar)
    {
        if (word == "i1" && scalar is "true" or "false" && word == "i1")
        {
            return scalar == "true" ? $"splat (i1 true)" : "zeroinitializer";
        }
        string one = Assign($"insertelement {Vector(word)} poison, {word} {scalar}, i64 0");
        return Assign($"shufflevector {Vector(word)} {one}, {Vector(word)} poison, <{_lanes} x i32> zeroinitializer");
    }

    /// <summary>The value as a vector.</summary>
    private string Varying(Value v)
    {
        if (!v.Uniform)
        {
            return v.Name;
        }
        return Splat(Word(v.Type), v.Name);
    }

    private string Any(string mask)
    {
        Declare($"declare i1 @llvm.vector.reduce.or.v{_lanes}i1({MaskType})");
        return Assign($"call i1 @llvm.vector.reduce.or.v{_lanes}i1({MaskType} {mask})");
    }

    private string And(string a, string b) => Assign($"and {MaskType} {a}, {b}");

    private string AndNot(string a, string b)
    {
        string not = Assign($"xor {MaskType} {b}, splat (i1 true)");
        return And(a, not);
    }

    private void DeclareVariables()
    {
        var registers = RegisterVariables.Of(_frame.Function);
        for (int i = 0; i < _frame.Function.Variables.Count; i++)
        {
            var v = _frame.Function.Variables[i];
            if (registers[i])
            {
                var scalars = v.Type is StructType s ? s.Fields.Select(f => f.Type) : [v.Type];
                _frame.Registers[i] = [.. scalars.Select(t => Alloca(Vector(Word(t))))];
            }
            else if (v.Space == AddressSpace.Shared)
            {
                _frame.Memory[i] = SharedAddress(v);
            }
            else
            {
                string memory = Alloca(Build.Invariant($"[{v.Type.Size * _lanes} x i8]"));
                string start = Assign($"ptrtoint ptr {memory} to i64");
                _frame.Memory[i] = LaneOffsets(new Value(IrType.U64, start, true), v.Type.Size);
            }
        }
    }

    private Value SharedAddress(Variable v)
    {
        long alignment = Math.Max(16, v.Alignment);
        if (v.IsDynamic)
        {
            // Behind all static arrays; the host adds the launch's bytes.
            string at = Assign("ptrtoint ptr %shared to i64");
            _dynamicOffset = 0;
            return new Value(IrType.U64, Assign($"add i64 {at}, {SharedPlaceholder}"), true);
        }
        _sharedBytes = (_sharedBytes + alignment - 1) / alignment * alignment;
        string address = Assign("ptrtoint ptr %shared to i64");
        string moved = Assign(Build.Invariant($"add i64 {address}, {_sharedBytes}"));
        _sharedBytes += v.Type.Size;
        return new Value(IrType.U64, moved, true);
    }

    // Dynamic shared memory begins here: beyond any static array a block can have.
    private const long SharedPlaceholder = 256 * 1024;

    /// <summary>base + lane * stride.</summary>
    private Value LaneOffsets(Value start, long stride)
    {
        string steps = string.Join(", ", Enumerable.Range(0, _lanes).Select(i => Build.Invariant($"i64 {i * stride}")));
        string sum = Assign($"add {Vector("i64")} {Varying(start)}, <{steps}>");
        return new Value(IrType.U64, sum, false) { AffineBase = start, Stride = stride, Exact = true };
    }

    private Value LoadUniform(IrType type, string pointer, long offset)
    {
        if (type is StructType s)
        {
            var parts = s.Fields.Select(f => LoadUniform(f.Type, pointer, offset + f.Offset)).ToArray();
            return new Value(type, "", true) { Parts = parts };
        }
        string at = Assign(Build.Invariant($"getelementptr i8, ptr {pointer}, i64 {offset}"));
        if (type == IrType.Bool)
        {
            string raw = Assign($"load i8, ptr {at}");
            return new Value(type, Assign($"icmp ne i8 {raw}, 0"), true);
        }
        return new Value(type, Assign($"load {Word(type)}, ptr {at}"), true);
    }
}

/// <summary>A kernel as LLVM text: where its arguments lie in the argument buffer, and the shared memory it needs.</summary>
internal sealed record VectorKernel(string Text, int[] ArgumentOffsets, int ArgumentBytes, long SharedBytes, long DynamicOffset);

/// <summary>The local variables that need no address.</summary>
internal sealed class RegisterVariables : Walker
{
    private readonly bool[] _register;
    private readonly HashSet<Place> _direct = new(ReferenceEqualityComparer.Instance);

    private RegisterVariables(Function function) => _register = [.. function.Variables.Select(v => v.Space == AddressSpace.Local && IsFlat(v.Type))];

    public static bool[] Of(Function function)
    {
        var finder = new RegisterVariables(function);
        finder.Walk(function);
        return finder._register;
    }

    private static bool IsFlat(IrType type) => type is ScalarType or PointerType || type is StructType { IsUnion: false } s && s.Fields.All(f => f.Type is ScalarType or PointerType);

    protected override void Enter(Stmt statement)
    {
        var place = statement switch { Load x => x.Source, Store x => x.Target, _ => null };
        if (place is VariablePlace)
        {
            _direct.Add(place);
        }
        else if (place is Member { Base: VariablePlace inner })
        {
            _direct.Add(inner);
        }
    }

    protected override void Enter(Expr expression)
    {
        if (expression is AddressOf a)
        {
            Forbid(a.Place);
        }
    }

    protected override void Enter(Place place)
    {
        if (place is VariablePlace v && !_direct.Contains(place))
        {
            _register[v.Id.Index] = false;
        }
    }

    private void Forbid(Place place)
    {
        switch (place)
        {
            case VariablePlace v:
                _register[v.Id.Index] = false;
                break;
            case Element e:
                Forbid(e.Base);
                break;
            case Member m:
                Forbid(m.Base);
                break;
        }
    }
}
