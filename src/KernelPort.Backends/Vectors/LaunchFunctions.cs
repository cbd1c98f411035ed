using System.Globalization;
using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>How a machine's host side launches a kernel.</summary>
/// <param name="Header">The runtime's header of ours.</param>
/// <param name="Queue">The type of what orders launches, and what a launch function calls it.</param>
/// <param name="QueueName">Its name.</param>
/// <param name="Launch">The statements that launch a kernel, given its name and its parameters by theirs.</param>
/// <param name="DeviceIncludes">What emitted texts include: it stands before them where they stand in a namespace.</param>
public sealed record LaunchWords(string Header, string Queue, string QueueName, Func<string, IReadOnlyList<(IrType Type, string Name)>, string> Launch, string DeviceIncludes);

/// <summary>A function a kernel that launches it as CUDA's &lt;&lt;&lt; &gt;&gt;&gt; would, for host code that another compiler makes.</summary>
public static class LaunchFunctions
{
    /// <summary>The variables of file scope whose addresses kernels take behind their own arguments (<see cref="Passes.Lower.TakeGlobalsAsArguments"/>).</summary>
    /// <param name="module">Before that.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Global>> Variables(Module module) => module.Kernels.ToDictionary(k => k.Name, k => GlobalUses.Of(module, k), StringComparer.Ordinal);

    /// <summary>Source and header, by file name; none for text without a file.</summary>
    /// <param name="isForBlock">Whether a kernel's text is for blocks of the size alone that it was made for.</param>
    public static IReadOnlyDictionary<string, string> Of(Module module, Target target, string stem, LaunchWords words, EmissionOptions options, bool isForBlock)
    {
        Extent? BlockOf(Function kernel) => isForBlock ? options.BlockOf(kernel) : null;
        if (stem.Length == 0)
        {
            return new Dictionary<string, string>();
        }
        // The kernels' side may have a dim3 of its own, and the host's text or other files functions and classes of the same names.
        string space = "kp_of_" + Word(stem);
        var source = new StringBuilder(Build.Invariant($"// Launches the kernels of {stem}{target.Extension}. Made by KernelPort.\n#define KP_NO_CUDA_NAMES\n#include \"{words.Header}\"\n{words.DeviceIncludes}namespace {space} {{\n#include \"{stem}{target.Extension}\"\n}}\n"));
        var header = new StringBuilder(Build.Invariant($"// The kernels of {stem}{target.Extension}, launched as CUDA's <<<grid, block, bytes, stream>>>. Made by KernelPort.\n#pragma once\n#include \"{words.Header}\"\n"));
        foreach (var g in module.Globals)
        {
            header.Append(Build.Invariant($"\n// Where the device has {(g.Space == AddressSpace.Constant ? "__constant__" : "__device__")} {g.Name}, {g.Type.Size} bytes.\nvoid* {AddressOf(g)}();\n"));
            source.Append(Build.Invariant($"\nvoid* {AddressOf(g)}()\n{{\n    static kp_variable variable({g.Type.Size}{Initial(g)});\n    return variable.address();\n}}\n"));
        }
        foreach (var kernel in module.Kernels)
        {
            var parameters = Parameters(kernel);
            string declaration = $"void {kernel.Name}_launch(kp_dim3 grid, kp_dim3 block, size_t bytes, {words.Queue} {words.QueueName}{string.Concat(parameters.Select(p => $", {Word(p.Type)} {p.Name}"))})";
            string check = BlockOf(kernel) is { } size ? Build.Invariant($"    kp_check_block(\"{kernel.SourceName}\", block, kp_dim3({size.X}, {size.Y}, {size.Z}));\n") : "";
            header.Append(Build.Invariant($"\n// {kernel.SourceName}\n{declaration};\n"));
            source.Append(Build.Invariant($"\n{declaration}\n{{\n{check}    {words.Launch(space + "::" + kernel.Name, [.. parameters, .. GlobalUses.Of(module, kernel).Select(g => (Type: (IrType)new PointerType(g.Type, AddressSpace.Global), Name: AddressOf(g) + "()"))])}\n}}\n"));
        }
        header.Append(Build.Invariant($"\n// All of them, for host text that launches by name.\nconst kp_kernel* {TableOf(stem)}();\n"));
        source.Append(Build.Invariant($"\nconst kp_kernel* {TableOf(stem)}()\n{{\n    static const kp_kernel kernels[] = {{\n{string.Concat(Rows(module, BlockOf, options.SharedNames))}        {{nullptr, {{}}, nullptr}},\n    }};\n    return kernels;\n}}\n"));
        return new Dictionary<string, string>(StringComparer.Ordinal) { [stem + ".host" + target.Extension] = source.ToString(), [stem + ".host.h"] = header.ToString() };
    }

    private static IEnumerable<string> Rows(Module module, Func<Function, Extent?> blockOf, IReadOnlySet<string> shared)
    {
        foreach (var named in module.Kernels.GroupBy(k => k.SourceName, StringComparer.Ordinal))
        {
            if (shared.Contains(named.Key))
            {
                yield return $"        {{\"{named.Key}\", {{}}, nullptr}},\n";
                continue;
            }
            foreach (var kernel in named)
            {
                var parameters = Parameters(kernel);
                string block = blockOf(kernel) is { } size ? Build.Invariant($"{{{size.X}, {size.Y}, {size.Z}}}") : "{0}";
                string call = $"{kernel.Name}_launch(grid, block, bytes, queue{string.Concat(parameters.Select((p, i) => ", " + Argument(p.Type, i)))})";
                yield return $"        {{\"{named.Key}\", {block}, [](kp_dim3 grid, kp_dim3 block, size_t bytes, kp_queue_t queue, void** {(parameters.Count > 0 ? "arguments" : "")}) {{ {call}; }}}},\n";
            }
        }
    }

    private static List<(IrType Type, string Name)> Parameters(Function kernel) => [.. kernel.Parameters.Select(p => (kernel.TypeOf(p), "p_" + kernel.Lets[p.Index].Name))];

    /// <summary>The function that gives the kernels of a file of this name.</summary>
    public static string TableOf(string stem) => Word(stem) + "_kernels";

    /// <summary>The function that says where the device has a variable.</summary>
    public static string AddressOf(Global global) => global.Name + "_address";

    private static string Word(string stem) => string.Concat(stem.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Argument(IrType type, int index) =>
        type is StructType ? Build.Invariant($"kp_bytes(arguments[{index}], {type.Size})") : Build.Invariant($"*({Word(type)}*)arguments[{index}]");

    /// <summary>What a variable holds at first, as bytes; nothing for zeroes.</summary>
    private static string Initial(Global global) => global.Initial.IsEmpty ? "" : $", {{{string.Join(", ", global.Initial.Select(b => b.ToString(CultureInfo.InvariantCulture)))}}}";

    /// <summary>Sixteen-bit floats for host text, on any machine.</summary>
    public static readonly HostHeader Halves = new("kp_cuda_half.h", () => Embedded(typeof(LaunchFunctions).Assembly, "kp_cuda_half.h"), ["cuda_fp16.h", "cuda_fp16.hpp", "cuda_bf16.h"]);

    /// <summary>A file of a backend's host side. What is the same for all stands where it says <c>{arguments}</c>, by which kernels are given theirs, <c>{host}</c>, what CUDA's compiler knows by itself, <c>{symbols}</c>, copies of variables, <c>{attributes}</c>, what a device is asked for, and <c>{level}</c>, the CUDA level that texts are read at.</summary>
    public static string Companion(System.Reflection.Assembly backend, string name) => Embedded(backend, name)
        .Replace("{arguments}", Embedded(typeof(LaunchFunctions).Assembly, "LaunchArguments.h"), StringComparison.Ordinal)
        .Replace("{host}", Embedded(typeof(LaunchFunctions).Assembly, "CudaHost.h"), StringComparison.Ordinal)
        .Replace("{symbols}", Embedded(typeof(LaunchFunctions).Assembly, "CudaSymbols.h"), StringComparison.Ordinal)
        .Replace("{attributes}", Embedded(typeof(LaunchFunctions).Assembly, "CudaAttributes.h"), StringComparison.Ordinal)
        .Replace("{level}", "8", StringComparison.Ordinal);

    private static string Embedded(System.Reflection.Assembly assembly, string name)
    {
        using var reader = MigrationProfile.Embedded(assembly, name)();
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Word(IrType type) => type switch
    {
        PointerType => "const void*",
        // It has no name that both halves know.
        StructType => "const kp_bytes&",
        ScalarType { Kind: Scalar.Bool } => "bool",
        ScalarType { Kind: Scalar.F32 } => "float",
        ScalarType { Kind: Scalar.I8 or Scalar.I16 or Scalar.I32 or Scalar.I64 } s => Build.Invariant($"int{s.Size * 8}_t"),
        _ => Build.Invariant($"uint{type.Size * 8}_t"),
    };
}
