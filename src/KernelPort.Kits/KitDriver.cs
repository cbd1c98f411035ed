using System.Globalization;
using System.Text;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Engines;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Migration;
using HeaderScalar = KernelPort.Launches.ScalarType;
using IrScalar = KernelPort.Ir.ScalarType;

namespace KernelPort.Kits;

/// <summary>The host half of a kit: written once, as CUDA, and migrated for each target as a user's program would be.</summary>
internal sealed class KitDriver(KernelFile file, KitText text, IReadOnlyList<KitLaunch> launches)
{
    private const string Name = "kit_driver.cu";

    // What CUDA's default carve-out gives a block; more must be asked for.
    private const long UnaskedShared = 48 * 1024;

    private readonly StringBuilder _unit = new();

    /// <summary>The driver's file, and the rows it used that nothing confirms; null after having said why there is none.</summary>
    public static (KitFile File, IReadOnlyList<ApiRow> Inferred)? Make(KernelFile file, KitText text, IReadOnlyList<KitLaunch> launches, Target target, IReadOnlyList<ApiRow> rules, DiagnosticBag bag)
    {
        string cuda = new KitDriver(file, text, launches).Write(target);
        if (target.Migration is null)
        {
            return (KitFile.Text(Name, cuda), []);
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(file.Source.Path)) ?? "/";
        var source = new SourceText(Path.Combine(folder, Name), cuda);
        var tree = SourceTree.Read(folder, [source], new ParseOptions { Defines = [("KIT_TEXT_SHA256", "0")] });
        var driver = Migrator.Run(tree, target, rules).First(f => ReferenceEquals(f.From.Source, source));
        // a hazard of the launch is one of the kernel, and said there
        var against = driver.Diagnostics.Where(d => MigrationRules.IsUnsupported(d) && !HazardRules.IsHazard(d.Code)).ToList();
        foreach (var d in against)
        {
            bag.Add(KitRules.CannotCarry.At(new Span(file.Source, 0, 0), $"a launch that needs what the target lacks: {d.Message}").For(target.Name));
        }
        return against.Count > 0 ? null : (new KitFile(driver.Path, Encoding.Latin1.GetBytes(driver.Text)), driver.Inferred);
    }

    private string Write(Target target)
    {
        string source = Path.GetFileName(file.Source.Path);
        _unit.Append(Invariant($"// Runs the launches of {source} on {target.Name} and writes result.json. Made by KernelPort; needs nothing but the vendor's SDK.\n"));
        _unit.Append(Text("Driver.cuh")).Append(Invariant($"\n// The kernels.\n#include \"{source}\"\n"));
        _unit.Append(Invariant($"\nconst kp_kit::identity kp_kit::id = {{\"{source}\", \"{target.Name}\", \"{text.Way}\", KIT_TEXT_OF(KIT_TEXT_SHA256)}};\n"));
        _unit.Append("\nconst char *kp_kit::device_name(int &driver_version, int &runtime_version)\n{\n");
        // A question that is only asked for the record is not worth a kit that does not compile.
        foreach (var (call, variable) in new[] { ("cudaDriverGetVersion", "driver_version"), ("cudaRuntimeGetVersion", "runtime_version") })
        {
            bool known = target.Migration is null || HostApi.Of(target.Migration).Find(call, false) is { IsMapped: true, Inferred: false };
            _unit.Append(known ? $"    {variable} = {call}(&{variable}) == cudaSuccess ? {variable} : 0;\n" : $"    {variable} = 0;\n");
        }
        _unit.Append("    static cudaDeviceProp device;\n    return cudaGetDeviceProperties(&device, 0) == cudaSuccess ? device.name : nullptr;\n}\n");
        foreach (var launch in launches)
        {
            WriteLaunch(launch, text.Header.Launches[launch.HeaderIndex]);
        }
        _unit.Append("\nvoid kp_kit::run(int launch)\n{\n    switch (launch) {\n");
        foreach (var launch in launches)
        {
            _unit.Append(Invariant($"    case {launch.Index}: kp_kit_launch_{launch.Index}(); break;\n"));
        }
        return _unit.Append("    }\n}\n").ToString();
    }

    /// <summary>A text that is the same in all kits.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(KitDriver).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private void WriteLaunch(KitLaunch launch, TestLaunch header)
    {
        string kernels = string.Join(", then ", header.Steps.Select(s => s.Kernel));
        _unit.Append(Invariant($"\n// {kernels}\nstatic void kp_kit_launch_{launch.Index}()\n{{\n"));
        foreach (var b in launch.Buffers.Where(b => b.Input is not null))
        {
            _unit.Append(b.IsSymbol
                ? Invariant($"    KIT_CHECK(cudaMemcpyToSymbol({b.Name}, kp_kit::read(\"{launch.InputFile(b)}\", {b.Input!.Length}), {b.Input.Length}));\n")
                : Invariant($"    kp_kit::buffer {Variable(b.Name)} = kp_kit::upload(\"{launch.InputFile(b)}\", {b.Input!.Length});\n"));
        }
        for (int i = 0; i < header.Steps.Count; i++)
        {
            WriteStep(header.Steps[i], file.Kernel(file.Header.Launches[launch.HeaderIndex].Steps[i])!, i);
        }
        foreach (var b in launch.Buffers.Where(b => b.Expected is not null))
        {
            WriteComparison(launch, b);
        }
        _unit.Append("}\n");
    }

    private void WriteStep(KernelLaunch step, Function kernel, int index)
    {
        var arguments = new List<string>();
        for (int i = 0; i < step.Arguments.Count; i++)
        {
            arguments.Add(Argument(step.Arguments[i], kernel.TypeOf(kernel.Parameters[i]), Invariant($"a{index}_{i}"), step.Cooperative));
        }
        string shape = $"{Sizes(step.Grid)}, {Sizes(step.Block)}";
        if (step.SharedBytes > UnaskedShared)
        {
            _unit.Append(Invariant($"    KIT_CHECK(cudaFuncSetAttribute({step.Kernel}, cudaFuncAttributeMaxDynamicSharedMemorySize, {step.SharedBytes}));\n"));
        }
        if (step.Cooperative)
        {
            _unit.Append(Invariant($"    void *arguments{index}[] = {{{string.Join(", ", arguments)}}};\n"));
            _unit.Append(Invariant($"    KIT_CHECK(cudaLaunchCooperativeKernel((void *){step.Kernel}, {shape}, arguments{index}, {step.SharedBytes}, 0));\n"));
        }
        else
        {
            _unit.Append(Invariant($"    {step.Kernel}<<<{shape}, {step.SharedBytes}>>>({string.Join(", ", arguments)});\n"));
        }
        _unit.Append("    kp_kit::wait();\n");
    }

    private void WriteComparison(KitLaunch launch, KitBuffer b)
    {
        string name = (b.IsSymbol ? "s_" : "") + Variable(b.Name);
        string parts = string.Join(", ", b.Type.Scalars.Select(s => Invariant($"{{{s.Offset}, kp_kit::{s.Type}}}")));
        string layout = Invariant($"kp_kit::layout{{{b.Type.Size}, {b.Type.Scalars.Count}, parts_{name}}}");
        var t = b.Tolerance;
        string how = Invariant($"\"{t.Absolute:R} {t.Relative:R} {t.Ulp:R}\", {(b.IsSet ? "true" : "false")}");
        _unit.Append(Invariant($"    static const kp_kit::part parts_{name}[] = {{{parts}}};\n"));
        if (b.IsSymbol)
        {
            _unit.Append(Invariant($"    static unsigned char {name}[{b.Expected!.Length}];\n    KIT_CHECK(cudaMemcpyFromSymbol({name}, {b.Name}, {b.Expected.Length}));\n"));
            _unit.Append(Invariant($"    kp_kit::compare(\"{b.Name}\", {name}, \"{launch.ExpectedFile(b)}\", {b.Expected.Length}, {layout}, {how});\n"));
        }
        else
        {
            _unit.Append(Invariant($"    kp_kit::compare(\"{b.Name}\", {name}, \"{launch.ExpectedFile(b)}\", {layout}, {how});\n"));
        }
    }

    /// <summary>An argument of a launch; for a cooperative one, the address of its value.</summary>
    private string Argument(LaunchArgument argument, IrType type, string local, bool byAddress)
    {
        if (argument is BufferArgument or BufferReference)
        {
            return byAddress ? $"&{Variable(argument.Name)}.device" : Variable(argument.Name);
        }
        if (type is PointerType)
        {
            return byAddress ? Bytes(new byte[8], local) : "nullptr";
        }
        var scalars = ReferenceEngine.Flatten(type);
        byte[] bytes = ReferenceEngine.Values(scalars, argument is StructArgument s ? s.Values : [((ScalarArgument)argument).Text], (int)type.Size);
        if (byAddress)
        {
            return Bytes(bytes, local);
        }
        return type is IrScalar && Literal(scalars[0].Type, bytes) is { } literal ? $"kp_kit::as({literal})" : $"kp_kit::raw{{{Bytes(bytes, local)}}}";
    }

    private string Bytes(byte[] bytes, string local)
    {
        _unit.Append(Invariant($"    alignas(16) static unsigned char {local}[] = {{{string.Join(", ", bytes)}}};\n"));
        return local;
    }

    /// <summary>A number as C++ reads it with no loss; null where its bytes are the better text.</summary>
    private static string? Literal(HeaderScalar type, byte[] bytes)
    {
        switch (type)
        {
            case HeaderScalar.F16 or HeaderScalar.BF16:
                return null;
            case HeaderScalar.F32 or HeaderScalar.F64:
                double value = type.ReadDouble(bytes);
                string text = type.Format(bytes);
                return !double.IsFinite(value) ? null : (text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0") + (type == HeaderScalar.F32 ? "f" : "");
            case HeaderScalar.Bool:
                return bytes[0] != 0 ? "true" : "false";
            default:
                var number = type.ReadInteger(bytes);
                return number <= int.MinValue || number > int.MaxValue ? null : number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Variable(string name) => "b_" + name;

    private static string Sizes(Launches.Extent e) => Invariant($"dim3({e.X}, {e.Y}, {e.Z})");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
