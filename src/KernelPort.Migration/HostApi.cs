using System.Collections.Concurrent;
using KernelPort.Backends;

namespace KernelPort.Migration;

/// <summary>What a row of a table of names is about.</summary>
public enum ApiKind
{
    Function,
    Type,
    Enum,
    Macro,

    /// <summary>The only kind that is renamed after <c>.</c> and <c>-></c>.</summary>
    Member,

    /// <summary>Renamed only before <c>::</c> and after <c>namespace</c>.</summary>
    Namespace,
    Header,
    Library,

    /// <summary>A call whose arguments change too; the target is a <see cref="CallTemplate"/>, or two of them.</summary>
    Call,

    /// <summary>As <see cref="Call"/>, only where warps are wider than CUDA's.</summary>
    Wide,
}

/// <summary>One row: a CUDA name and what it is on the target. An empty target: there is nothing like it.</summary>
public sealed record ApiRow(string Cuda, ApiKind Kind, string Target, bool Inferred, string Source)
{
    public bool IsMapped => Target.Length > 0;

    /// <summary>The header of ours that declares the target; a table writes <c>kernelport/header.h#name</c>.</summary>
    public string DeclaredIn { get; init; } = "";

    /// <summary>Devices on which a text that uses the name was run: it passes, and the name is inferred no more, or it fails, and it still is.</summary>
    public string MeasuredOn { get; init; } = "";
}

/// <summary>A target's table of names, read from its <c>HostApi.csv</c> on first use.</summary>
public sealed class HostApi
{
    private static readonly ConcurrentDictionary<MigrationProfile, HostApi> Loaded = new();

    private readonly Dictionary<string, ApiRow> _names = new(8192, StringComparer.Ordinal);
    private readonly Dictionary<string, ApiRow> _wide = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiRow> _headers = new(StringComparer.Ordinal);
    private readonly List<ApiRow> _folders = [];
    private readonly HashSet<string> _targetHeaders = new(StringComparer.Ordinal);

    public static HostApi Of(MigrationProfile profile) => Loaded.GetOrAdd(profile, p =>
    {
        using var reader = p.OpenHostApi();
        return Read(reader);
    });

    public int Count => _names.Count + _headers.Count;

    public IEnumerable<ApiRow> Rows => _names.Values.Concat(_headers.Values).Concat(_folders);

    /// <summary>The row of a name; on wide-warp targets that of its wide form where it has one.</summary>
    public ApiRow? Find(string name, bool wide) =>
        wide && _wide.TryGetValue(name, out var row) ? row : _names.GetValueOrDefault(name);

    /// <summary>The calls whose arguments change.</summary>
    internal IReadOnlyList<ApiRow> Calls(bool wide) =>
        [.. _names.Values.Where(r => r.Kind == ApiKind.Call && !(wide && _wide.ContainsKey(r.Cuda))).Concat(wide ? _wide.Values : [])
            .Where(r => r.IsMapped).OrderBy(r => r.Cuda, StringComparer.Ordinal)];

    /// <summary>The row of a header: its own, or that of its folder, <c>cub/*.cuh</c>, whose star stands for the same on both sides.</summary>
    public ApiRow? Header(string name)
    {
        if (_headers.TryGetValue(name, out var row))
        {
            return row;
        }
        foreach (var folder in _folders)
        {
            if (Between(name, folder.Cuda) is { } inFolder)
            {
                return folder with { Cuda = name, Target = folder.Target.Replace("*", inFolder, StringComparison.Ordinal) };
            }
        }
        return null;
    }

    /// <summary>What stands for the star.</summary>
    private static string? Between(string name, string pattern)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        bool fits = name.Length >= pattern.Length && name.StartsWith(pattern[..star], StringComparison.Ordinal) && name.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
        return fits ? name[star..^(pattern.Length - star - 1)] : null;
    }

    /// <summary>Whether a header is one of the target's own, or one of ours that goes along and is named by the way there.</summary>
    public bool IsTargetHeader(string name)
    {
        string path = name.TrimStart('.', '/');
        return _targetHeaders.Contains(path) || _folders.Exists(f => f.IsMapped && f.Target != f.Cuda && Between(path, f.Target) is not null);
    }

    /// <summary>Reads the columns cuda, kind, target, mark, source.</summary>
    public static HostApi Read(TextReader reader)
    {
        var api = new HostApi();
        reader.ReadLine();
        for (int line = 2; reader.ReadLine() is { } text; line++)
        {
            var cells = Csv.Split(text);
            if (cells.Count < 5 || !Enum.TryParse<ApiKind>(cells[1], ignoreCase: true, out var kind))
            {
                throw new InvalidDataException($"line {line} of a table of names is not understood: {text}");
            }
            int hash = kind == ApiKind.Header ? -1 : cells[2].IndexOf('#', StringComparison.Ordinal);
            api.Add(new ApiRow(cells[0], kind, cells[2][(hash + 1)..], cells[3] == "?", cells[4]) { DeclaredIn = hash > 0 ? cells[2][..hash] : "" });
        }
        return api;
    }

    /// <summary>This table with a user's rows on top: a name of theirs has no other meaning.</summary>
    public HostApi With(IReadOnlyList<ApiRow> rows)
    {
        if (rows.Count == 0)
        {
            return this;
        }
        var api = new HostApi();
        foreach (var row in Rows.Concat(_wide.Values))
        {
            api.Add(row);
        }
        foreach (var row in rows)
        {
            api._wide.Remove(row.Cuda);
        }
        foreach (var row in rows)
        {
            api.Add(row);
        }
        return api;
    }

    private void Add(ApiRow row)
    {
        switch (row.Kind)
        {
            case ApiKind.Header when row.Cuda.Contains('*', StringComparison.Ordinal):
                _folders.Add(row);
                break;
            case ApiKind.Header:
                _headers[row.Cuda] = row;
                if (row.IsMapped && row.Target != row.Cuda)
                {
                    _targetHeaders.Add(row.Target);
                }
                break;
            case ApiKind.Library:
                break;
            case ApiKind.Wide:
                _wide[row.Cuda] = row;
                break;
            default:
                _names[row.Cuda] = row;
                break;
        }
    }
}
