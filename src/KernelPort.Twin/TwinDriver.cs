using System.Globalization;
using System.Text;
using KernelPort.Core;
using KernelPort.Launches;

namespace KernelPort.Twin;

/// <summary>Writes the C++ program that runs a kernel file's launches against a twin: one program a file, a case a launch.</summary>
public static class TwinDriver
{
    /// <summary>
    /// The whole translation unit. The text may be the original or what a backend emitted; the launches come from the original's header.
    /// </summary>
    public static string Generate(string text, string fileName, IReadOnlyList<TestLaunch> launches, TwinTarget target)
    {
        var source = TwinSource.Rewrite(text, target);
        var unit = new StringBuilder();
        unit.Append("#include \"kp_twin_prelude.h\"\n");
        // The text stands in a namespace of its own, so that a kernel or function may be called `select` or `raise`: names of
        // the C library that the runtime's own headers bring along. Its includes stay outside.
        var (includes, body) = HoistIncludes(source.Text);
        unit.Append(includes);
        unit.Append(CultureInfo.InvariantCulture, $"namespace kp_user {{\n#line 1 \"{fileName}\"\n");
        unit.Append(body);
        unit.Append("\n#line 1 \"kp_main\"\n");
        unit.Append("inline int kp_run(int kp_which) {\n    switch (kp_which) {\n");
        for (int i = 0; i < launches.Count; i++)
        {
            unit.Append(CultureInfo.InvariantCulture, $"    case {i}: {{\n");
            WriteLaunch(unit, source, launches[i]);
            unit.Append("        break;\n    }\n");
        }
        unit.Append("    default: return 87;\n    }\n    return kp::driver::finish();\n}\n} // namespace kp_user\n");
        unit.Append("int main(int argc, char** argv) {\n    if (argc != 4) return 87;\n");
        unit.Append(CultureInfo.InvariantCulture, $"    kp::has_one_kernel = {(source.Kernels.Count == 1 ? "true" : "false")};\n");
        unit.Append("    kp::driver::open(argv[1], argv[2]);\n    return kp_user::kp_run(atoi(argv[3]));\n}\n");
        return unit.ToString();
    }

    /// <summary>The text in front of every unit: the vendor's header and the driver's; precompiled where the compiler can.</summary>
    public static string Prelude(TwinTarget target) => $"#pragma once\n#include \"{target.Header}\"\n#include \"kp_driver.h\"\n";

    /// <summary>The bytes of the input file of one launch: buffers in the order they first appear, variables.</summary>
    public static byte[] Input(TestLaunch launch)
    {
        using var stream = new MemoryStream();
        foreach (byte[] bytes in launch.Buffers.Select(b => b.Spec.CreateBytes()).Concat(launch.Variables.Select(v => v.Bytes.ToArray())))
        {
            stream.Write(BitConverter.GetBytes((ulong)bytes.Length));
            stream.Write(bytes);
        }
        return stream.ToArray();
    }

    private static (string Includes, string Body) HoistIncludes(string text)
    {
        var includes = new StringBuilder();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string bare = lines[i].Trim().Replace(" ", "", StringComparison.Ordinal);
            if (bare.StartsWith("#include", StringComparison.Ordinal))
            {
                includes.Append(lines[i]).Append('\n');
                lines[i] = "";
            }
        }
        return (includes.ToString(), string.Join('\n', lines));
    }

    private static void WriteLaunch(StringBuilder unit, TwinSource source, TestLaunch launch)
    {
        var buffers = launch.Buffers.ToList();
        foreach (var buffer in buffers)
        {
            if (buffer.Texture is { } texture)
            {
                unit.Append(CultureInfo.InvariantCulture, $"        auto kp_b_{buffer.Name} = kp::driver::read_texture(\"{buffer.Name}\", {Words(texture, buffer.Spec.Element)});\n");
                continue;
            }
            int alignment = Math.Max(16, buffer.Spec.Element.Alignment);
            unit.Append(CultureInfo.InvariantCulture, $"        auto kp_b_{buffer.Name} = kp::driver::read_buffer(\"{buffer.Name}\", {alignment});\n");
        }
        foreach (var variable in launch.Variables)
        {
            unit.Append(CultureInfo.InvariantCulture, $"        auto kp_v_{variable.Name} = kp::driver::read_buffer(\"{variable.Name}\", {Math.Max(16, variable.Type.Alignment)});\n");
        }
        foreach (var symbol in launch.Symbols)
        {
            unit.Append(CultureInfo.InvariantCulture, $"        kp::driver::fill_symbol({symbol.Name}, {string.Join(", ", symbol.Values.Select(Literal))});\n");
        }
        foreach (var step in launch.Steps)
        {
            string configuration = $"kp::config{{kp::vec::dim3({Sizes(step.Grid)}), kp::vec::dim3({Sizes(step.Block)}), {step.SharedBytes}, 0, {(step.Cooperative ? "true" : "false")}}}";
            bool deduced = step.TemplateArguments.Length == 0 && source.Kernels.GetValueOrDefault(step.Name) is { IsTemplate: true };
            string arguments = string.Concat(step.Arguments.Select(a => ", " + Argument(a, launch, deduced)));
            unit.Append(CultureInfo.InvariantCulture, $"        {source.Call(step.Kernel, configuration, arguments)};\n");
        }
        foreach (var buffer in buffers)
        {
            unit.Append(CultureInfo.InvariantCulture, $"        kp::driver::write_buffer(\"{buffer.Name}\", kp_b_{buffer.Name});\n");
        }
        foreach (string symbol in launch.Expectations.Where(e => e.IsSymbol).Select(e => e.Subject).Distinct())
        {
            unit.Append(launch.Variables.FirstOrDefault(v => v.Name == symbol) is { } variable
                ? $"        kp::driver::write_record(\"{symbol}\", \"{variable.ScalarName}\", kp_v_{symbol}.data, kp_v_{symbol}.bytes);\n"
                : $"        kp::driver::write_symbol(\"{symbol}\", {symbol});\n");
        }
    }

    /// <summary>A texture as the core describes it; the memory is filled in when it is read.</summary>
    private static string Words(TextureSpec t, ElementType element)
    {
        var type = element.Scalars[0].Type;
        int kind = type switch { ScalarType.I8 => 0, ScalarType.U8 => 1, ScalarType.I16 => 2, ScalarType.U16 => 3, ScalarType.I32 => 4, ScalarType.U32 => 5, ScalarType.F16 => 6, _ => 7 };
        string modes = string.Join(", ", t.Address.Select(a => (int)a));
        return string.Create(CultureInfo.InvariantCulture,
            $"kp::host::texture_words{{nullptr, {t.Width * element.Size}, {t.Width}, {t.Height}, {t.Depth}, {kind}, {element.Scalars.Count}, {Number(t.Linear)}, {Number(t.Normalized || t.Cube)}, {Number(t.NormalizedFloat)}, {{{modes}}}, {{0, 0, 0, 0}}}}");
        static int Number(bool value) => value ? 1 : 0;
    }

    private static string Sizes(Extent extent) => $"{extent.X}u, {extent.Y}u, {extent.Z}u";

    private static string Argument(LaunchArgument argument, TestLaunch launch, bool deduced)
    {
        switch (argument)
        {
            case ScalarArgument { Text: "nullptr" }:
                return "nullptr";
            case ScalarArgument scalar when deduced:
                return Literal(scalar.Text);
            case ScalarArgument scalar:
                return $"kp::driver::as_value([](auto kp_t) {{ return static_cast<typename decltype(kp_t)::type>({Literal(scalar.Text)}); }})";
            case StructArgument structure:
                return $"kp::driver::as_value([](auto kp_t) {{ return typename decltype(kp_t)::type{{{string.Join(", ", structure.Values.Select(Literal))}}}; }})";
            case VariableArgument variable:
                return $"kp_v_{variable.Name}";
            default:
                var buffer = launch.Buffers.First(b => b.Name == argument.Name);
                if (buffer.Texture is { } texture)
                {
                    return deduced ? $"({(texture.IsSurface ? "KP_SURFACE_OBJECT" : "KP_TEXTURE_OBJECT")})kp_b_{argument.Name}" : $"kp_b_{argument.Name}";
                }
                string whole = $"kp_b_{argument.Name}";
                string given = buffer.Start == 0 ? whole : string.Create(CultureInfo.InvariantCulture, $"kp::driver::buffer{{static_cast<char*>({whole}.data) + {buffer.StartByte}, {whole}.bytes}}");
                return deduced ? $"static_cast<{buffer.Spec.Element.Name}*>({given}.data)" : given;
        }
    }

    // A number as C++ reads it with no loss.
    private static string Literal(string text)
    {
        switch (text)
        {
            case "nan":
                return "__builtin_nan(\"\")";
            case "inf":
                return "__builtin_inf()";
            case "-inf":
                return "-__builtin_inf()";
            case "true" or "false":
                return text;
        }
        if (!Scalars.TryParseInteger(text, out var value))
        {
            return text;
        }
        return value > long.MaxValue ? value.ToString(CultureInfo.InvariantCulture) + "ull"
            : value == long.MinValue ? "(-9223372036854775807ll - 1)"
            : value > int.MaxValue || value <= int.MinValue ? value.ToString(CultureInfo.InvariantCulture) + "ll"
            : value.ToString(CultureInfo.InvariantCulture);
    }
}
