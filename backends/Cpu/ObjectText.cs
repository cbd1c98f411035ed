using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>A linkable module as LLVM text: each kernel once for each block size, what describes them to the runtime, and a function of the C ABI that launches.</summary>
internal static class ObjectText
{
    /// <summary>The C name of a variable of file scope.</summary>
    public static string Symbol(string global) => "kp_symbol_" + global;

    /// <summary>The C name of a kernel's launch.</summary>
    public static string Launch(Function kernel) => "kp_launch_" + kernel.Name;

    /// <summary>The C name of what the runtime is told of a kernel.</summary>
    public static string Table(Function kernel) => "kp_kernel_" + kernel.Name;

    /// <param name="globals">Where the program has the module's variables; null where the module is to define them.</param>
    public static string Of(Module module, IReadOnlyList<(Function Kernel, IReadOnlyList<Extent> Blocks)> kernels, Processor processor, bool contracts, IReadOnlyDictionary<string, ulong>? globals = null, bool marked = false)
    {
        var variants = new List<VectorKernel>();
        var tables = new StringBuilder();
        var launches = new StringBuilder();
        foreach (var (kernel, blocks) in kernels)
        {
            var made = blocks.Select(b => CpuProgram.Emit(module, kernel, b, Variant(kernel, b), processor, globals, contracts, out string reason, marked) ?? throw new InvalidOperationException(reason)).ToList();
            variants.AddRange(made);
            tables.Append(Table(kernel, blocks, made, processor));
            launches.Append(LaunchFunction(kernel, made[0]));
        }
        string variables = globals is not null ? "" : string.Concat(module.Globals.Select(g => Build.Invariant($"@{Symbol(g.Name)} = global [{g.Type.Size} x i8] {Bytes(g)}, align {Math.Max(16, g.Type.Alignment)}\n")));
        return variables + tables + (globals is null ? launches + "declare i32 @kp_run(ptr, ptr, ptr)\ndeclare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)\n" : "") + VectorKernel.Module(variants, "internal ");
    }

    /// <summary>A number as its own text has it: <c>256x1x1</c>.</summary>
    public static string Sizes(Extent block) => Build.Invariant($"{block.X}x{block.Y}x{block.Z}");

    private static string Variant(Function kernel, Extent block) => $"{kernel.Name}.{Sizes(block)}";

    private static string Bytes(Global g) => g.Initial.IsEmpty ? "zeroinitializer" : "c\"" + string.Concat(g.Initial.Select(b => "\\" + Convert.ToHexString([b]))) + "\"";

    /// <summary>The structs <c>kp_variant</c> and <c>kp_kernel</c> of the runtime's header.</summary>
    private static string Table(Function kernel, IReadOnlyList<Extent> blocks, List<VectorKernel> made, Processor processor)
    {
        const string Row = "{ ptr, i32, i32, i32, i32, i64 }";
        var rows = made.Zip(blocks, (k, b) => Build.Invariant($"{Row} {{ ptr @{Variant(kernel, b)}, i32 {b.X}, i32 {b.Y}, i32 {b.Z}, i32 {VectorEmitter.DynamicShared}, i64 {k.SharedBytes} }}"));
        return Build.Invariant($"@{kernel.Name}.variants = internal constant [{made.Count} x {Row}] [{string.Join(", ", rows)}]\n")
            + Build.Invariant($"@{Table(kernel)} = constant {{ ptr, i32, i32, i32 }} {{ ptr @{kernel.Name}.variants, i32 {made.Count}, i32 {processor.Level}, i32 {(made.Any(k => k.MeetsGrid) ? 1 : 0)} }}\n");
    }

    /// <summary>Packs the arguments and hands them to the runtime.</summary>
    private static string LaunchFunction(Function kernel, VectorKernel made)
    {
        var text = new StringBuilder();
        var types = kernel.Parameters.Select(kernel.TypeOf).ToList();
        string parameters = string.Concat(types.Select((t, i) => Build.Invariant($", {Word(t)} %p{i}")));
        text.Append(Build.Invariant($"define i32 @{Launch(kernel)}(ptr %launch{parameters}) {{\n  %arguments = alloca [{Math.Max(1, made.ArgumentBytes)} x i8], align 64\n"));
        for (int i = 0; i < types.Count; i++)
        {
            text.Append(Build.Invariant($"  %a{i} = getelementptr i8, ptr %arguments, i64 {made.ArgumentOffsets[i]}\n"));
            text.Append(types[i] is StructType s
                ? Build.Invariant($"  call void @llvm.memcpy.p0.p0.i64(ptr %a{i}, ptr %p{i}, i64 {s.Size}, i1 false)\n")
                : Build.Invariant($"  store {Word(types[i]).Split(' ')[0]} %p{i}, ptr %a{i}\n"));
        }
        text.Append(Build.Invariant($"  %result = call i32 @kp_run(ptr @{Table(kernel)}, ptr %arguments, ptr %launch)\n  ret i32 %result\n}}\n"));
        return text.ToString();
    }

    /// <summary>As C passes it: structs by their address, halves as bits, narrow integers widened by the caller.</summary>
    private static string Word(IrType type) => type switch
    {
        ScalarType { Kind: Scalar.Bool or Scalar.U8 } => "i8 zeroext",
        ScalarType { Kind: Scalar.I8 } => "i8 signext",
        ScalarType { Kind: Scalar.U16 or Scalar.F16 or Scalar.BF16 } => "i16 zeroext",
        ScalarType { Kind: Scalar.I16 } => "i16 signext",
        ScalarType { Kind: Scalar.I32 or Scalar.U32 } => "i32",
        ScalarType { Kind: Scalar.I64 or Scalar.U64 } => "i64",
        ScalarType { Kind: Scalar.F32 } => "float",
        ScalarType => "double",
        _ => "ptr",
    };
}
