using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>The C header of an object: a function a kernel, and the variables of file scope.</summary>
internal static class ObjectHeader
{
    /// <summary>The runtime's own header and source.</summary>
    public const string RuntimeHeader = "kernelport_cpu.h";

    public const string RuntimeSource = "kernelport_cpu.cpp";

    private static readonly HashSet<string> Reserved = ["restrict", "launch", "inline", "_Bool", "asm", "typeof"];

    public static string Of(Module module, IReadOnlyList<(Function Kernel, IReadOnlyList<Extent> Blocks)> kernels, string stem, Processor processor)
    {
        string guard = "KP_" + string.Concat(stem.ToUpperInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) + "_H";
        var text = new StringBuilder();
        text.Append($"/* The kernels of {stem}, compiled for {processor.Name}. Link {stem}.o with {RuntimeSource} (C++17, -pthread) and -lm, or use lib{stem}.so.\n");
        text.Append("   Pointers are plain memory of this process, aligned as their elements are. Structs are passed by their address, halves as their bits.\n");
        text.Append($"   Results are those of {RuntimeHeader}; a function returns when all its blocks have run. */\n");
        text.Append($"#ifndef {guard}\n#define {guard}\n#include \"{RuntimeHeader}\"\n\n#ifdef __cplusplus\nextern \"C\" {{\n#endif\n");
        foreach (var g in module.Globals)
        {
            text.Append($"\n/* {(g.Space == AddressSpace.Constant ? "__constant__" : "__device__")} {g.Name}: {Words(g.Type)}; written before a launch, as cudaMemcpyToSymbol does. */\n");
            text.Append(Build.Invariant($"extern unsigned char {ObjectText.Symbol(g.Name)}[{g.Type.Size}];\n"));
        }
        foreach (var (kernel, blocks) in kernels)
        {
            text.Append('\n').Append(Declaration(kernel, blocks));
        }
        return text.Append("\n#ifdef __cplusplus\n}\n#endif\n#endif\n").ToString();
    }

    private static string Declaration(Function kernel, IReadOnlyList<Extent> blocks)
    {
        var names = new Namer(Reserved);
        var parameters = new StringBuilder("const kp_launch *launch");
        var structs = new StringBuilder();
        foreach (var p in kernel.Parameters)
        {
            string name = names.Name(kernel.Lets[p.Index].Name);
            parameters.Append(", ").Append(Declarator(kernel.Lets[p.Index], name));
            structs.Append(kernel.TypeOf(p) is StructType s ? Build.Invariant($"\n   {name}: {s.Size} bytes, aligned to {s.Alignment}: {Words(s)}.") : "");
        }
        string shared = kernel.Variables.Any(v => v.IsDynamic) ? " It has extern __shared__ memory: say shared_bytes." : "";
        return $"/* {kernel.SourceName.Replace("*/", "* /", StringComparison.Ordinal)}, for blocks of {string.Join(", ", blocks.Select(ObjectText.Sizes))}; another size is KP_BAD_BLOCK.{shared}{structs} */\n"
            + $"int {ObjectText.Launch(kernel)}({parameters});\nextern const kp_kernel {ObjectText.Table(kernel)}; /* for kp_run, with arguments packed as a struct of them */\n";
    }

    private static string Declarator(NamedValue p, string name) => p.Type switch
    {
        PointerType pointer => $"{(p.PointsToConst ? "const " : "")}{(pointer.Pointee is ScalarType s ? Word(s) : "void")} *{name}",
        ScalarType s => $"{Word(s)} {name}",
        _ => $"const void *{name}",
    };

    private static string Word(ScalarType type) => type.Kind switch
    {
        Scalar.Bool => "bool",
        Scalar.F16 or Scalar.BF16 => "uint16_t",
        Scalar.F32 => "float",
        Scalar.F64 => "double",
        _ => Build.Invariant($"{(type.IsSigned ? "" : "u")}int{type.Size * 8}_t"),
    };

    private static string Words(IrType type) => type switch
    {
        ScalarType { Kind: Scalar.F16 } => "half",
        ScalarType { Kind: Scalar.BF16 } => "bfloat16",
        ScalarType s => Word(s),
        ArrayType a => Build.Invariant($"{Words(a.Element)}[{a.Length}]"),
        StructType s => string.Join(", ", s.Fields.Select(f => Build.Invariant($"{Words(f.Type)} {f.Name} at {f.Offset}"))),
        _ => "pointer",
    };
}
