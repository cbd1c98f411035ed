using KernelPort.Backends.Vectors;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cann.Host;

/// <summary>The host side of emitted kernels: a launch function each, CUDA's runtime in terms of acl, and a build file (npu-dialects 2.3, 2.13).</summary>
internal static class HostText
{
    private static readonly LaunchWords Vectors = new("kp_acl.h", "aclrtStream", "stream", (kernel, parameters) =>
        $"KP_LAUNCH({kernel}, kp_cores(grid), kp_stream(stream), {string.Concat(parameters.Select(p => (p.Type is PointerType ? $"(uint8_t*){p.Name}" : p.Name) + ", "))}grid.x, grid.y, grid.z, block.x, block.y, block.z, uint32_t(bytes));", "#include \"kernel_operator.h\"\n");

    // Pointers become what the kernel declares: nothing but their bytes is told here.
    private static readonly LaunchWords Simt = new("kp_acl.h", "aclrtStream", "stream", (kernel, parameters) =>
        $"KP_LAUNCH_SIMT({kernel}, kp_dim3(kp_blocks(grid)), block, bytes, kp_stream(stream){string.Concat(parameters.Select(p => p.Type is PointerType ? $", kp_pointer{{{p.Name}}}" : ", " + p.Name))}, grid.x, grid.y, grid.z);", "");

    /// <summary>The runtime as host text includes it; textures are a header of their own, where kernels read them.</summary>
    public static HostSide Side(bool simt) => new([new("kp_acl.h", () => Embedded("kp_acl.h"), []), LaunchFunctions.Halves, .. simt ? [new("kp_textures.h", () => Embedded("kp_textures.h"), [])] : Array.Empty<HostHeader>()]);

    /// <summary>Files that go beside the kernels' own, by name.</summary>
    /// <param name="simtIncludes">What the text of the 950's kernels includes.</param>
    public static IReadOnlyDictionary<string, string> Beside(Module module, Target target, string sourceName, EmissionOptions options, string simtIncludes = "")
    {
        bool simt = target == CannTargets.Ascend950;
        var functions = LaunchFunctions.Of(module, target, Path.GetFileNameWithoutExtension(sourceName), simt ? Simt with { DeviceIncludes = simtIncludes } : Vectors, options, isForBlock: !simt);
        if (functions.Count == 0)
        {
            return functions;
        }
        var files = new Dictionary<string, string>(functions, StringComparer.Ordinal)
        {
            ["kp_acl.h"] = Embedded("kp_acl.h"),
            ["CMakeLists.txt"] = Embedded("CMakeLists.txt").Replace("{arch}", simt ? "dav-3510" : "dav-2201", StringComparison.Ordinal).Replace("{simt}", simt ? "ON" : "OFF", StringComparison.Ordinal),
        };
        if (module.Structs.Any(s => s.Name == SampleTextures.ObjectName))
        {
            files.Add("kp_textures.h", Embedded("kp_textures.h"));
        }
        return files;
    }

    private static string Embedded(string name) => LaunchFunctions.Companion(typeof(HostText).Assembly, name);
}
