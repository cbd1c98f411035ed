using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Host;

/// <summary>The host side of emitted kernels: a launch function each, CUDA's runtime in terms of acl, and a build file (npu-dialects 2.3, 2.13).</summary>
internal static class HostText
{
    /// <summary>Files that go beside the kernels' own, by name.</summary>
    public static IReadOnlyDictionary<string, string> Beside(Module module, Target target, string sourceName)
    {
        string stem = Path.GetFileNameWithoutExtension(sourceName);
        if (stem.Length == 0 || module.Kernels.Any(k => k.Parameters.Any(p => k.TypeOf(p) is StructType)))
        {
            // A struct has no name that both halves know.
            return new Dictionary<string, string>();
        }
        bool simt = target == CannTargets.Ascend950;
        // The kernels' side has a dim3 of its own.
        var source = new StringBuilder(Build.Invariant($"// Launches the kernels of {stem}{target.Extension}. Made by KernelPort.\n#define KP_NO_CUDA_NAMES\n#include \"kp_acl.h\"\n#include \"{stem}{target.Extension}\"\n"));
        var header = new StringBuilder(Build.Invariant($"// The kernels of {stem}{target.Extension}, launched as CUDA's <<<grid, block, bytes, stream>>>. Made by KernelPort.\n#pragma once\n#include \"kp_acl.h\"\n"));
        foreach (var kernel in module.Kernels)
        {
            string declaration = Declaration(kernel);
            header.Append(Build.Invariant($"\n// {kernel.SourceName}\n{declaration};\n"));
            string arguments = string.Concat(kernel.Parameters.Select(p => (kernel.TypeOf(p) is PointerType ? $"(uint8_t*){Name(kernel, p)}" : Name(kernel, p)) + ", "));
            string launch = simt
                ? Build.Invariant($"kp_check_grid(grid);\n    KP_LAUNCH_SIMT({kernel.Name}, grid, block, bytes, kp_stream(stream){Simt(kernel)});")
                : $"KP_LAUNCH({kernel.Name}, kp_cores(grid), kp_stream(stream), {arguments}grid.x, grid.y, grid.z, block.x, block.y, block.z, uint32_t(bytes));";
            source.Append(Build.Invariant($"\n{declaration}\n{{\n    {launch}\n}}\n"));
        }
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [stem + ".host" + target.Extension] = source.ToString(), [stem + ".host.h"] = header.ToString(), ["kp_acl.h"] = Embedded("kp_acl.h"),
            ["CMakeLists.txt"] = Embedded("CMakeLists.txt").Replace("{arch}", simt ? "dav-3510" : "dav-2201", StringComparison.Ordinal).Replace("{simt}", simt ? "ON" : "OFF", StringComparison.Ordinal),
        };
    }

    /// <summary>Pointers as the kernel declares them: nothing but their bytes is told here.</summary>
    private static string Simt(Function kernel) => string.Concat(kernel.Parameters.Select(p => kernel.TypeOf(p) is PointerType ? $", kp_pointer{{{Name(kernel, p)}}}" : ", " + Name(kernel, p)));

    private static string Name(Function kernel, LetId p) => "p_" + kernel.Lets[p.Index].Name;

    private static string Declaration(Function kernel) =>
        $"void {kernel.Name}_launch(kp_dim3 grid, kp_dim3 block, size_t bytes, aclrtStream stream{string.Concat(kernel.Parameters.Select(p => $", {Word(kernel.TypeOf(p))} {Name(kernel, p)}"))})";

    private static string Word(IrType type) => type switch
    {
        PointerType => "const void*",
        ScalarType { Kind: Scalar.Bool } => "bool",
        ScalarType { Kind: Scalar.F32 } => "float",
        ScalarType { Kind: Scalar.I8 or Scalar.I16 or Scalar.I32 or Scalar.I64 } s => Build.Invariant($"int{s.Size * 8}_t"),
        _ => Build.Invariant($"uint{type.Size * 8}_t"),
    };

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(HostText).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
