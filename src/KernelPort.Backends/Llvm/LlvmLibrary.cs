using System.Reflection;
using System.Text.RegularExpressions;
using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

/// <summary>Functions in LLVM's language that text may call: a module takes those it needs, each once.</summary>
public sealed partial class LlvmLibrary
{
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _declarations = new(StringComparer.Ordinal);

    private LlvmLibrary(string text)
    {
        foreach (Match m in Definition().Matches(text).Concat(Constant().Matches(text)))
        {
            _definitions[m.Groups[1].Value] = m.Value;
        }
        foreach (Match m in Declaration().Matches(text))
        {
            _declarations[m.Groups[1].Value] = m.Value;
        }
    }

    /// <summary>The functions of a machine, in embedded files of LLVM text, and those that are the same on all.</summary>
    public static LlvmLibrary Of(Assembly machine, params string[] files)
    {
        var here = typeof(LlvmLibrary).Assembly;
        var shared = here.GetManifestResourceNames().Where(n => n.EndsWith(".ll", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return new LlvmLibrary(string.Concat(shared.Select(n => Text(here, n)).Concat(files.Select(n => Text(machine, n)))));

        static string Text(Assembly assembly, string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no embedded file {name}"));
            return reader.ReadToEnd();
        }
    }

    /// <summary>What an operation's function is called here: <c>@kp.sinpi.f32</c>. The fast forms may be as good as the plain ones.</summary>
    public static string NameOf(Intrinsic i, IrType type, IrType operand)
    {
        string plain = i.Name.StartsWith("fast_", StringComparison.Ordinal) ? i.Name[5..] : i.Name;
        return $"@kp.{plain}.{(i.Name.StartsWith("convert_", StringComparison.Ordinal) ? type + "." : "")}{operand}";
    }

    public bool Has(string function) => _definitions.ContainsKey(function);

    /// <summary>What a function gives back, in LLVM's words.</summary>
    public string ReturnType(string function) => Head().Match(_definitions[function]).Groups[1].Value;

    /// <summary>The definitions of functions and of all they call, in the order of their names, and what these declare.</summary>
    public (IReadOnlyList<string> Definitions, IReadOnlyList<string> Declarations) Take(IEnumerable<string> functions)
    {
        var taken = new SortedSet<string>(StringComparer.Ordinal);
        var declared = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string f in functions)
        {
            Visit(f);
        }
        return ([.. taken.Select(f => _definitions[f])], [.. declared.Select(f => _declarations[f])]);

        void Visit(string function)
        {
            if (!_definitions.TryGetValue(function, out string? text))
            {
                declared.Add(function);
                return;
            }
            if (!taken.Add(function))
            {
                return;
            }
            foreach (Match m in Name().Matches(text))
            {
                Visit(m.Value);
            }
        }
    }

    [GeneratedRegex(@"^define [^\n]*?(@[\w.]+)\([^\n]*\{\n.*?^\}\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(@[\w.]+) = internal [^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex Constant();

    [GeneratedRegex(@"^declare [^\n]*?(@[\w.]+)\([^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"@[\w.]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"^define internal (?:\w+ )*?([\w<>\[\] ]+?) @")]
    private static partial Regex Head();
}
