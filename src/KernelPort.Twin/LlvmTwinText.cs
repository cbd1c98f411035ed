using System.Text;
using System.Text.RegularExpressions;

namespace KernelPort.Twin;

/// <summary>LLVM text for another machine, made to run here: address spaces go, shared variables become a thread's, and the machine's own functions become
/// functions of the twin, which learn as a last argument in which line of the text the kernel asked for them. All else stays as it is.</summary>
public static partial class LlvmTwinText
{
    private const string KernelPrefix = "kp_kernel.";
    private const string GlobalPrefix = "kp_global.";

    /// <summary>The text for this machine. <paramref name="functions"/> are the beginnings of names that belong to the other one.</summary>
    public static string Retarget(string text, IReadOnlyList<string> functions)
    {
        var mine = new Regex($@"@({string.Join('|', functions.Select(Regex.Escape))})([\w.]*)\(");
        var exported = Exported(text);
        var result = new StringBuilder();
        string[] lines = text.Split('\n');
        bool inHelper = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.StartsWith("target ", StringComparison.Ordinal) || line.StartsWith('!') && line.Contains("annotations", StringComparison.Ordinal))
            {
                line = "";
            }
            bool usesDynamic = false;
            if (line.StartsWith("define ", StringComparison.Ordinal))
            {
                inHelper = Helper().IsMatch(line);
                usesDynamic = UsesDynamicShared(lines, i);
                line = KernelHead().Replace(line, "define void @");
                line = inHelper ? Helper().Replace(line, m => m.Value + "i32 %kp.site, ") : line;
            }
            else if (line.StartsWith("declare ", StringComparison.Ordinal))
            {
                line = mine.Replace(line, m => m.Value + "i32, ").Replace(" immarg", "", StringComparison.Ordinal);
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                string site = inHelper ? "i32 %kp.site, " : FormattableString.Invariant($"i32 {i + 1}, ");
                line = mine.Replace(Helper().Replace(line, m => m.Value + site), m => m.Value + site);
            }
            line = mine.Replace(line, m => "@kp." + m.Value[(m.Value.StartsWith("@llvm.", StringComparison.Ordinal) ? 6 : 1)..]).Replace(", )", ")", StringComparison.Ordinal);
            line = SharedVariable().Replace(line, "= thread_local global");
            line = StructInMemory().Replace(AddressSpace().Replace(line, ""), "").Replace("addrspacecast", "bitcast", StringComparison.Ordinal);
            line = exported.Replace(line, m => "@" + Renamed(m));
            line = line.StartsWith("@kp_dynamic_shared ", StringComparison.Ordinal) ? "declare ptr @kp_dynamic_shared_memory()"
                : line.Replace("@kp_dynamic_shared", "%kp.dynamic", StringComparison.Ordinal);
            result.Append(line).Append('\n');
            if (usesDynamic)
            {
                result.Append("  %kp.dynamic = call ptr @kp_dynamic_shared_memory()\n");
            }
            if (TurnTaking().IsMatch(line))
            {
                result.Append("  call void @kp_turn()\n");
            }
        }
        return result.Append("declare void @kp_turn()\n").ToString();
    }

    /// <summary>The text's kernels and variables for C++: what a driver launches, fills and reads.</summary>
    public static string Declarations(string text)
    {
        var result = new StringBuilder();
        foreach (Match m in StructDefinition().Matches(text))
        {
            var fields = Split(m.Groups[2].Value).Where(f => f[0] != '<').Select((f, i) => $"{CxxDeclaration(f, $"f{i}")};");
            result.Append($"struct {StructName(m.Groups[1].Value)} {{ {string.Join(' ', fields)} }};\n");
        }
        foreach (Match m in Variable().Matches(text))
        {
            if (IrDeclaration(m.Groups[2].Value, m.Groups[1].Value) is { } declaration)
            {
                result.Append($"extern {declaration} __asm__(\"{GlobalPrefix}{m.Groups[1].Value}\");\n");
            }
        }
        foreach (Match m in Kernel().Matches(text))
        {
            string name = m.Groups[1].Value;
            var types = Split(m.Groups[2].Value);
            var inMemory = types.Select(t => StructInMemory().Match(t) is { Success: true } s ? StructName(s.Groups[1].Value) : null).ToList();
            string Type(int i) => inMemory[i] is null ? CxxType(types[i].Split(' ')[0]) : "const void*";
            string parameters = string.Join(", ", types.Select((_, i) => $"{inMemory[i] ?? Type(i)} a{i}"));
            result.Append($"void kp_call_{name}({string.Join(", ", types.Select((_, i) => Type(i)))}) __asm__(\"{KernelPrefix}{name}\");\n");
            result.Append($"__global__ void {name}({parameters}) {{ kp_call_{name}({string.Join(", ", types.Select((_, i) => inMemory[i] is null ? $"a{i}" : $"&a{i}"))}); }}\n");
        }
        return result.ToString();
    }

    // Kernels and variables may be called as functions of the C library are.
    private static Regex Exported(string text)
    {
        var kernels = Kernel().Matches(text).Select(m => m.Groups[1].Value);
        var variables = Variable().Matches(text).Select(m => m.Groups[1].Value);
        string[] names = [.. kernels.Select(k => $"(?<k>{Regex.Escape(k)})"), .. variables.Select(v => $"(?<v>{Regex.Escape(v)})")];
        return new Regex(names.Length == 0 ? "(?!)" : $@"@(?:{string.Join('|', names)})(?![\w.$])");
    }

    private static string Renamed(Match m) => (m.Groups["k"].Success ? KernelPrefix : GlobalPrefix) + m.Value[1..];

    private static bool UsesDynamicShared(string[] lines, int from)
    {
        for (int i = from + 1; i < lines.Length && lines[i] != "}"; i++)
        {
            if (lines[i].Contains("@kp_dynamic_shared", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The parts of a list that commas divide at its outermost level.</summary>
    private static List<string> Split(string list)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (int i = 0; i <= list.Length; i++)
        {
            if (i == list.Length || (list[i] == ',' && depth == 0))
            {
                parts.Add(list[start..i].Trim());
                start = i + 1;
                continue;
            }
            depth += list[i] is '(' or '[' or '{' ? 1 : list[i] is ')' or ']' or '}' ? -1 : 0;
        }
        return [.. parts.Where(p => p.Length > 0)];
    }

    private static string StructName(string name) => "kp_struct_" + Regex.Replace(name, @"\W", "_");

    private static string CxxType(string type) => type switch
    {
        "i8" => "signed char",
        "i16" => "short",
        "i32" => "int",
        "i64" => "long long",
        "half" => "unsigned short",
        "float" or "double" => type,
        "ptr" => "void*",
        _ when type[0] == '%' => StructName(type[1..]),
        _ => throw new FormatException($"no type of C++ for {type}"),
    };

    private static string CxxDeclaration(string type, string name) => Array().Match(type) is { Success: true } a
        ? CxxDeclaration(a.Groups[2].Value, $"{name}[{a.Groups[1].Value}]")
        : $"{CxxType(type)} {name}";

    /// <summary>A variable's declaration by the type it has in the IR, which knows signs; null for types of the program's own.</summary>
    private static string? IrDeclaration(string type, string name) => Array().Match(type) is { Success: true } a
        ? IrDeclaration(a.Groups[2].Value, $"{name}[{a.Groups[1].Value}]")
        : type switch
        {
            "bool" or "f32" or "f64" => $"{(type == "bool" ? "bool" : type == "f32" ? "float" : "double")} {name}",
            "i8" or "i16" or "i32" or "i64" => $"{CxxType(type)} {name}",
            "u8" or "u16" or "u32" or "u64" => $"unsigned {CxxType("i" + type[1..]).Replace("signed ", "", StringComparison.Ordinal)} {name}",
            _ when Vector().Match(type) is { Success: true } v => $"{v.Groups[1].Value} {name}",
            _ => null,
        };

    [GeneratedRegex(@"@kp\.[\w.]+\(")]
    private static partial Regex Helper();

    [GeneratedRegex(@"^define (?!internal )\w+ void @")]
    private static partial Regex KernelHead();

    [GeneratedRegex(@"^define (?!internal )\w+ void @([\w$]+)\((.*)\) convergent", RegexOptions.Multiline)]
    private static partial Regex Kernel();

    [GeneratedRegex(@"= internal addrspace\(3\) global")]
    private static partial Regex SharedVariable();

    [GeneratedRegex(@"^@([\w$]+) = addrspace\(\d\) externally_initialized global .*, align \d+ ; (.*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@",? addrspace\(\d+\)")]
    private static partial Regex AddressSpace();

    [GeneratedRegex(@" (?:byref|byval)\(%(""[^""]*""|[\w.$]+)\)")]
    private static partial Regex StructInMemory();

    [GeneratedRegex(@"^%(""[^""]*""|[\w.$]+) = type <\{ (.*) \}>$", RegexOptions.Multiline)]
    private static partial Regex StructDefinition();

    [GeneratedRegex(@"^\[(\d+) x (.*)\]$")]
    private static partial Regex Array();

    [GeneratedRegex("^%\"?((?:u?(?:char|short|int|long|longlong)|float|double)[1-4])\"?$")]
    private static partial Regex Vector();

    // Where a thread may wait for what another one does.
    [GeneratedRegex(@"^  .*\b(?:atomicrmw|cmpxchg|load atomic|load volatile|store volatile|fence)\b")]
    private static partial Regex TurnTaking();
}
