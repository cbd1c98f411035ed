using System.Globalization;
using System.Text;
using KernelPort.Ir;

namespace KernelPort.Cli.Packing;

/// <summary>A member of a pack: its name, and what it is made of, text or machine code; none where kernels are linked, as the CPU's, or in a library of their own.</summary>
internal sealed record PackMember(string Name, byte[] Image);

/// <summary>The C and C++ of a pack: a header with a function a kernel, and a source with the members' images.</summary>
internal static class PackText
{
    public static string Header(string stem, IReadOnlyList<Function> kernels, IReadOnlyList<PackMember> members)
    {
        var text = new StringBuilder();
        string guard = $"KP_{Upper(stem)}_PACK_H";
        text.Append($"/* The kernels of {stem} for {string.Join(", ", members.Select(m => m.Name))}, the first whose machine is here, the CPU last; KP_DEVICE names another.\n   Pointers are to memory of kp_pack_alloc. Results are those of kernelport_pack.h and kernelport_cpu.h. */\n");
        text.Append($"#ifndef {guard}\n#define {guard}\n#include \"kernelport_pack.h\"\n\n#ifdef __cplusplus\nextern \"C\" {{\n#endif\n");
        foreach (var kernel in kernels)
        {
            text.Append($"\n/* {kernel.SourceName.Replace("*/", "* /", StringComparison.Ordinal)} */\nint kp_pack_{kernel.Name}({Parameters(kernel)});\n");
        }
        return text.Append("\n#ifdef __cplusplus\n}\n#endif\n#endif\n").ToString();
    }

    /// <param name="hasCpu">Whether the CPU's objects are linked.</param>
    public static string Source(string stem, IReadOnlyList<Function> kernels, IReadOnlyList<PackMember> members, bool hasCpu)
    {
        var text = new StringBuilder($"// The members of {stem}'s pack and its kernels, made by KernelPort.\n#include \"{stem}_pack.h\"\n#include \"kernelport_member.h\"\n\n");
        foreach (var kernel in kernels)
        {
            text.Append(hasCpu ? $"extern \"C\" const kp_kernel kp_kernel_{kernel.Name};\n" : "");
            string parameters = string.Join(", ", kernel.Parameters.Select(p => kernel.TypeOf(p)).Select(t => string.Create(CultureInfo.InvariantCulture, $"{{{t.Size}, {(t is PointerType ? 1 : 0)}}}")));
            text.Append($"static const kp_parameter {kernel.Name}_parameters[] = {{{(parameters.Length == 0 ? "{0, 0}" : parameters)}}};\n");
        }
        text.Append("\nconst kp_packed_kernel kp_pack_kernels[] = {\n");
        foreach (var kernel in kernels)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {{\"{kernel.Name}\", {kernel.Name}_parameters, {kernel.Parameters.Count}, {(hasCpu ? $"&kp_kernel_{kernel.Name}" : "nullptr")}}},\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"}};\nconst uint32_t kp_pack_kernel_count = {kernels.Count};\n\n");
        foreach (var member in members)
        {
            text.Append($"extern const kp_member kp_member_{member.Name};\n");
        }
        foreach (var member in members.Where(m => m.Image.Length > 0))
        {
            text.Append($"static const unsigned char {member.Name}_image[] = {{");
            for (int i = 0; i < member.Image.Length; i++)
            {
                text.Append(i % 32 == 0 ? "\n    " : "").Append(CultureInfo.InvariantCulture, $"{member.Image[i]},");
            }
            // Texts are read up to a zero, which is no part of them.
            text.Append("\n    0};\n");
        }
        text.Append("\nconst kp_pack_entry kp_pack_entries[] = {\n");
        foreach (var member in members)
        {
            text.Append(member.Image.Length == 0 ? $"    {{&kp_member_{member.Name}, nullptr, 0}},\n" : $"    {{&kp_member_{member.Name}, {member.Name}_image, sizeof {member.Name}_image - 1}},\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"}};\nconst uint32_t kp_pack_entry_count = {members.Count};\n");
        for (int i = 0; i < kernels.Count; i++)
        {
            var names = Names(kernels[i]);
            string arguments = names.Count == 0 ? "nullptr" : string.Join(", ", names.Select(n => $"const_cast<void *>(static_cast<const void *>(&{n}))"));
            text.Append(CultureInfo.InvariantCulture, $"\nextern \"C\" int kp_pack_{kernels[i].Name}({Parameters(kernels[i])})\n{{\n    void *arguments[] = {{{arguments}}};\n    return kp_pack_launch({i}, launch, arguments);\n}}\n");
        }
        return text.ToString();
    }

    private static string Parameters(Function kernel)
    {
        var names = Names(kernel);
        return "const kp_launch *launch" + string.Concat(kernel.Parameters.Select((p, i) => $", {Type(kernel.Lets[p.Index])}{names[i]}"));
    }

    // Numbered, so that none is a word of C or one of ours.
    private static List<string> Names(Function kernel) => [.. kernel.Parameters.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{kernel.Lets[p.Index].Name.Replace('.', '_')}_{i}"))];

    private static string Type(NamedValue p) => p.Type switch
    {
        PointerType { Pointee: ScalarType s } => $"{(p.PointsToConst ? "const " : "")}{Scalar(s)} *",
        PointerType => $"{(p.PointsToConst ? "const " : "")}void *",
        ScalarType s => Scalar(s) + " ",
        _ => throw new System.Diagnostics.UnreachableException(p.Type.ToString()),
    };

    private static string Scalar(ScalarType type) => type.Kind switch
    {
        Ir.Scalar.Bool => "bool",
        Ir.Scalar.I8 => "int8_t",
        Ir.Scalar.U8 => "uint8_t",
        Ir.Scalar.I16 => "int16_t",
        Ir.Scalar.I32 => "int32_t",
        Ir.Scalar.U32 => "uint32_t",
        Ir.Scalar.I64 => "int64_t",
        Ir.Scalar.U64 => "uint64_t",
        Ir.Scalar.F32 => "float",
        Ir.Scalar.F64 => "double",
        _ => "uint16_t", // halves by their bits
    };

    private static string Upper(string stem) => string.Concat(stem.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
}
