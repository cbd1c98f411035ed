using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Bang.Host;

/// <summary>The host side of emitted kernels: a launch function each, CUDA's runtime in terms of cnrt, and a build file (npu-dialects 5).</summary>
internal static class HostText
{
    private static readonly LaunchWords Words = new("kp_cnrt.h", "cnrtQueue_t", "queue", (kernel, parameters) =>
        $"KP_LAUNCH({kernel}, kp_cores(grid), kp_queue(queue), {string.Concat(parameters.Select(p => (p.Type is PointerType ? $"kp_pointer{{{p.Name}}}" : p.Name) + ", "))}grid.x, grid.y, grid.z, block.x, block.y, block.z, uint32_t(bytes));", "#include <bang.h>\n");

    /// <summary>The runtime as host text includes it.</summary>
    public static readonly HostSide Side = new([new("kp_cnrt.h", () => Embedded("kp_cnrt.h"), []), LaunchFunctions.Halves]);

    /// <summary>Files that go beside the kernels' own, by name.</summary>
    public static IReadOnlyDictionary<string, string> Beside(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var functions = LaunchFunctions.Of(module, target, Path.GetFileNameWithoutExtension(sourceName), Words, options, isForBlock: true);
        return functions.Count == 0 ? functions : new Dictionary<string, string>(functions, StringComparer.Ordinal) { ["kp_cnrt.h"] = Embedded("kp_cnrt.h"), ["CMakeLists.txt"] = Embedded("CMakeLists.txt") };
    }

    private static string Embedded(string name) => LaunchFunctions.Companion(typeof(HostText).Assembly, name);
}
