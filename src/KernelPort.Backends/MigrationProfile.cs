using System.Reflection;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Backends;

/// <summary>How whole CUDA files become files of a dialect: its table of names, its file suffixes, its main header.</summary>
public sealed record MigrationProfile
{
    /// <summary>Opens the table of names; called when a file is first migrated, never before.</summary>
    public required Func<TextReader> OpenHostApi { get; init; }

    /// <summary>Opens the rules for Makefiles and CMakeLists.txt; called when the first build file is migrated.</summary>
    public required Func<TextReader> OpenBuildRules { get; init; }

    /// <summary>What a file includes that uses the dialect without having included anything of CUDA.</summary>
    public required string MainHeader { get; init; }

    /// <summary>The dialect's other headers count on the main one before them.</summary>
    public bool MainHeaderFirst { get; init; }

    /// <summary>File suffixes that change, with their dots; all others stay.</summary>
    public EquatableArray<(string From, string To)> Suffixes { get; init; } = [];

    /// <summary>What a kernel that says nothing of its block size must carry on this target; empty where CUDA's default holds.</summary>
    public string KernelBounds { get; init; } = "";

    /// <summary>Class types to which the target's headers cannot assign empty braces: several conversions fit.</summary>
    public EquatableArray<string> AmbiguousBraces { get; init; } = [];

    /// <summary>A table embedded in a backend's assembly.</summary>
    public static Func<TextReader> Embedded(Assembly backend, string name) => () =>
        new StreamReader(
            backend.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{backend.GetName().Name} has no table {name}"),
            Encoding.UTF8);

    /// <summary>The name a file has after migration; folders are kept.</summary>
    public string Rename(string path)
    {
        foreach (var (from, to) in Suffixes)
        {
            if (path.EndsWith(from, StringComparison.OrdinalIgnoreCase))
            {
                return path[..^from.Length] + to;
            }
        }
        return path;
    }
}
