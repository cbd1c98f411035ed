using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Backends;

namespace KernelPort.Migration;

/// <summary>The second way: one header that gives CUDA's names a target's meaning, and forwarding headers for the includes. The code stays as it is.</summary>
public static partial class CompatibilityHeader
{
    public const string FileName = "kernelport_shim.h";

    /// <summary>The header, and a forwarding header for each include of CUDA's in the tree; by path.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(SourceTree tree, Target target, IReadOnlyList<ApiRow>? rules = null)
    {
        var profile = target.Migration ?? throw new ArgumentException($"{target.Name} is no CUDA dialect", nameof(target));
        var api = HostApi.Of(profile).With(rules ?? []);
        var files = new List<(string, string)> { (FileName, Text(api, profile, target)) };
        var supplied = new SortedSet<string>(api.Rows.Select(r => r.DeclaredIn).Where(h => h.Length > 0), StringComparer.Ordinal);
        foreach (string name in tree.Files.SelectMany(f => f.Includes).Append("cuda_runtime.h").Distinct().Order(StringComparer.Ordinal))
        {
            if (api.Header(name) is { IsMapped: true } row && row.Target != name)
            {
                string include = $"<{row.Target}>";
                if (SuppliedHeaders.IsSupplied(row))
                {
                    supplied.Add(row.Target);
                    include = $"\"{SuppliedHeaders.PathFrom(name, row.Target)}\"";
                }
                files.Add((name, $"#pragma once\n#include \"{SuppliedHeaders.PathFrom(name, FileName)}\"\n#include {include}\n"));
            }
        }
        return [.. files, .. SuppliedHeaders.Run(supplied, target, profile, api).Select(f => (f.Path, f.Text))];
    }

    private static string Text(HostApi api, MigrationProfile profile, Target target)
    {
        bool wide = target.WarpWidth > 32;
        var text = new StringBuilder();
        text.Append($"// CUDA's names for {target.Name}, printed from the target's table by 'kernelport translate --mode shim'.\n");
        text.Append("// Compile the unchanged program with: -include kernelport_shim.h -I<this folder>. \"inferred\": by the vendor's naming rules, seen in no text of theirs.\n");
        text.Append(wide ? "// Exchanges between lanes keep CUDA's 32 lanes.\n" : "");
        text.Append(profile.KernelBounds.Length > 0 ? $"// A kernel without __launch_bounds__ needs {profile.KernelBounds}: a header cannot add it.\n" : "");
        text.Append($"#pragma once\n#include <{profile.MainHeader}>\n");
        foreach (string ours in api.Rows.Select(r => r.DeclaredIn).Where(h => h.Length > 0).Distinct().Order(StringComparer.Ordinal))
        {
            text.Append($"#include \"{ours}\"\n");
        }
        text.Append('\n');
        var rows = api.Rows.Where(r => r.Kind is not (ApiKind.Header or ApiKind.Member) && r.IsMapped && r.Target != r.Cuda)
            .Select(r => api.Find(r.Cuda, wide)!).Where(r => r.IsMapped).OrderBy(r => r.Cuda, StringComparer.Ordinal).ToList();
        foreach (var row in rows.Where(r => r.Kind is not (ApiKind.Call or ApiKind.Wide) && Name().IsMatch(r.Cuda)))
        {
            string note = row.Inferred ? " // inferred" : "";
            text.Append(row.Kind switch
            {
                ApiKind.Namespace => $"#ifdef __cplusplus{note}\nnamespace {row.Target} {{}}\nnamespace {row.Cuda} = {row.Target};\n#endif\n",
                // compared with CUDA's levels
                ApiKind.Macro when row.Cuda == "__CUDA_ARCH__" && target.Traits.Architecture is { } level => $"#if defined({row.Target}) && !defined({row.Cuda})\n#define {row.Cuda} {level}{note}\n#endif\n",
                // one that the compiler defines, or not: a program asks whether
                ApiKind.Macro when Reserved().IsMatch(row.Cuda) => $"#if defined({row.Target}) && !defined({row.Cuda})\n#define {row.Cuda} {row.Target}{note}\n#endif\n",
                _ => $"#define {row.Cuda} {row.Target}{note}\n",
            });
        }
        text.Append("\n#define KERNELPORT_PICK(a, b, c, d, e, f, g, h, name, ...) name\n");
        // also the calls that only wide warps change
        foreach (var row in api.Calls(wide))
        {
            AppendCall(text, row);
        }
        return text.ToString();
    }

    /// <summary>A call whose arguments change: a macro for each number of arguments, chosen by their number.</summary>
    private static void AppendCall(StringBuilder text, ApiRow row)
    {
        var forms = row.Target.Split(" || ").Select(f => CallTemplate.Parse(f, full: false).WithMasks(_ => false)).ToList();
        string note = row.Inferred ? " // inferred" : "";
        // arguments that a template drops stand before those it keeps: a call has at least one where the name says "_sync"
        int most = Math.Max(forms.Max(f => f.Most), row.Cuda.EndsWith("_sync", StringComparison.Ordinal) ? 1 : 0);
        int least = Math.Min(Math.Max(forms.Min(f => f.Required), most > 0 ? 1 : 0), most);
        if (most == 0)
        {
            text.Append($"#define {row.Cuda}(...) {row.Target}{note}\n");
            return;
        }
        for (int n = least; n <= most; n++)
        {
            string parameters = string.Join(", ", Enumerable.Range(0, n).Select(k => Invariant($"a{k}")));
            text.Append(Invariant($"#define KERNELPORT_{n}_{row.Cuda}({parameters}) {Body(forms.Find(f => n >= f.Required && n <= f.Most) ?? forms[^1], n)}{note}\n"));
        }
        string choices = string.Join(", ", Enumerable.Range(1, 8).Reverse().Select(n => Invariant($"KERNELPORT_{Math.Clamp(n, least, most)}_{row.Cuda}")));
        text.Append($"#define {row.Cuda}(...) KERNELPORT_PICK(__VA_ARGS__, {choices}, 0)(__VA_ARGS__)\n");
    }

    private static string Body(CallTemplate template, int count)
    {
        var body = new StringBuilder();
        foreach (var piece in FileEditor.Pieces(template, count))
        {
            body.Append(piece.Argument < 0 ? piece.Text : Invariant($"a{piece.Argument}"));
        }
        return body.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z_]\w*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^__[A-Z0-9_]+__$")]
    private static partial Regex Reserved();
}
