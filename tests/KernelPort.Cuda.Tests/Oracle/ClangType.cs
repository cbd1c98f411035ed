using KernelPort.Ir;

namespace KernelPort.Cuda.Tests.Oracle;

/// <summary>Types of both sides in one notation: numbers as the IR names them, `ptr(T)`, `[N x T]`, `struct`, and `?` for what is not compared.</summary>
internal static class ClangType
{
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["bool"] = "bool", ["char"] = "i8", ["signed char"] = "i8", ["unsigned char"] = "u8", ["short"] = "i16", ["unsigned short"] = "u16", ["int"] = "i32", ["unsigned int"] = "u32",
        ["long"] = "i64", ["unsigned long"] = "u64", ["long long"] = "i64", ["unsigned long long"] = "u64", ["_Float16"] = "f16", ["__bf16"] = "bf16", ["float"] = "f32", ["double"] = "f64",
        ["void"] = "void",
    };

    public static string Of(string type, IReadOnlyDictionary<string, string> aliases, IReadOnlySet<string> records, IReadOnlySet<string> enums)
    {
        type = type.Trim();
        foreach (string word in (string[])["const", "volatile", "__restrict", "struct", "class", "enum"])
        {
            if (type.StartsWith(word + " ", StringComparison.Ordinal))
            {
                return Of(type[word.Length..], aliases, records, enums);
            }
            if (type.EndsWith(" " + word, StringComparison.Ordinal) || type.EndsWith("*" + word, StringComparison.Ordinal))
            {
                return Of(type[..^word.Length], aliases, records, enums);
            }
        }
        if (Numbers.TryGetValue(type, out string? number))
        {
            return number;
        }
        if (type.Contains('(', StringComparison.Ordinal) || type.Contains('<', StringComparison.Ordinal))
        {
            // Functions, pointers to arrays, instances of templates.
            return "?";
        }
        if (type.EndsWith('*') || type.EndsWith('&'))
        {
            return $"ptr({Of(type.TrimEnd('&').Length < type.Length ? type.TrimEnd('&') : type[..^1], aliases, records, enums)})";
        }
        if (type.EndsWith(']'))
        {
            int open = type.IndexOf('[', StringComparison.Ordinal), close = type.IndexOf(']', StringComparison.Ordinal);
            string length = type[(open + 1)..close];
            return length.Length == 0 ? "?" : $"[{length} x {Of(type[..open] + type[(close + 1)..], aliases, records, enums)}]";
        }
        string last = type.Split("::")[^1];
        return aliases.TryGetValue(last, out string? meant) && meant != type ? Of(meant, aliases, records, enums)
            : enums.Contains(last) ? "?"
            : records.Contains(last) ? "struct" : "?";
    }

    public static string Of(IrType type) => type switch
    {
        PointerType p => $"ptr({Of(p.Pointee)})",
        ArrayType a => $"[{a.Length} x {Of(a.Element)}]",
        StructType => "struct",
        _ => type.ToString()!,
    };

    /// <summary>Whether two notations say the same; `?` says nothing.</summary>
    public static bool Same(string clang, string ours)
    {
        int unknown = clang.IndexOf('?', StringComparison.Ordinal);
        // A pointer to a structure that nobody looks into is a pointer to anything.
        return unknown >= 0 ? ours.StartsWith(clang[..unknown], StringComparison.Ordinal) : clang == ours || clang == "ptr(struct)" && ours == "ptr(void)";
    }
}
