using System.Collections.Concurrent;
using System.Globalization;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Ir;

namespace KernelPort.Migration;

/// <summary>Headers of CUDA's that a vendor has none of and that go along as source: ours, in CUDA, migrated like the user's own. A table's row asks for one by <see cref="Folder"/>.</summary>
internal static class SuppliedHeaders
{
    public const string Folder = "kernelport/";

    private static readonly ConcurrentDictionary<string, TreeFile> Loaded = new(StringComparer.Ordinal);

    /// <summary>What a supplied header does without, by the name that has no counterpart on the target.</summary>
    private static readonly (string Name, string Macro)[] Without = [("__ballot_sync", "KERNELPORT_NO_BALLOT"), ("__activemask", "KERNELPORT_NO_ACTIVEMASK"), ("__match_any_sync", "KERNELPORT_NO_MATCH")];

    public static bool IsSupplied(ApiRow row) => row.Kind == ApiKind.Header && row.Target.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>One for a profiler's marks, which do nothing.</summary>
    public static bool IsSilent(ApiRow row) => row.Cuda.Contains("nvToolsExt", StringComparison.Ordinal);

    /// <summary>How a file of the output names another one: by the way there, so that no build file changes.</summary>
    public static string PathFrom(string file, string header) => string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/'))) + header;

    /// <summary>The supplied headers that files of an output ask for, and those that these ask for.</summary>
    public static IEnumerable<MigratedFile> Run(IEnumerable<string> wanted, Target target, MigrationProfile profile, HostApi api)
    {
        var waiting = new SortedSet<string>(wanted, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.Min is { } header)
        {
            waiting.Remove(header);
            if (!done.Add(header))
            {
                continue;
            }
            var file = Loaded.GetOrAdd(header, Load);
            var editor = new FileEditor(file, target, profile, api, new RowsOfThirtyTwo([]));
            editor.Run();
            waiting.UnionWith(editor.Supplied.Where(h => !done.Contains(h)));
            var edits = editor.Edits.OrderBy(e => e.Start).ThenBy(e => e.Length).ToList();
            string text = Notice(header) + Macros(target, api) + Migrator.Apply(file.Source.Text, edits);
            // nobody can mend what stands in it: what it lacks on a target is left out by the macros, and tests compile it for every one
            yield return new MigratedFile(file, header, text, edits, default, [], [(1, 1)]) { IsSupplied = true };
        }
    }

    private static string Macros(Target target, HostApi api)
    {
        var without = Without.Where(w => api.Find(w.Name, target.WarpWidth > 32) is { IsMapped: false }).Select(w => w.Macro).ToList();
        if (target.Scalars.GetValueOrDefault(Scalar.F64) is Support.Missing)
        {
            without.Add("KERNELPORT_NO_DOUBLE");
        }
        // who asks for the active lanes one by one asks for all of the machine's
        string width = without.Contains("KERNELPORT_NO_ACTIVEMASK") ? string.Create(CultureInfo.InvariantCulture, $"#define KERNELPORT_WARP_WIDTH {target.WarpWidth}\n") : "";
        return string.Concat(without.Select(m => $"#define {m} 1\n")) + width;
    }

    private const string Author = " for machines whose vendor has none, written by KernelPort. SPDX-License-Identifier: Apache-2.0\n";

    /// <summary>One that an earlier run wrote: it is what it should be.</summary>
    public static bool Is(SourceText source) => source.Text.StartsWith("// ", StringComparison.Ordinal) && source.Text.IndexOf('\n', StringComparison.Ordinal) is var end and > 0
        && source.Text.AsSpan(0, end + 1).EndsWith(Author, StringComparison.Ordinal);

    private static string Notice(string header) => $"// {header[Folder.Length..]}{Author}";

    private static TreeFile Load(string header)
    {
        var source = new SourceText("/" + header, CudaSyntax.OwnHeader(header[Folder.Length..]));
        return SourceTree.Read("/", [source], new ParseOptions()).Files.Single();
    }
}
