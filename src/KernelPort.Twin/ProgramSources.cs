using KernelPort.Core;

namespace KernelPort.Twin;

/// <summary>
/// The files of a program as the compiler gets them: each source, and each header of the user's that it reaches, is written once more with
/// its launches rewritten, below a folder of ours; includes lead from copy to copy.
/// </summary>
internal sealed class ProgramSources
{
    private readonly TwinTarget _target;
    private readonly IReadOnlyList<string> _includeFolders;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kernelWords;
    private readonly Dictionary<string, string> _bounds = new(StringComparer.Ordinal);

    private ProgramSources(TwinTarget target, IReadOnlyList<string> includeFolders)
    {
        _target = target;
        _includeFolders = includeFolders;
        _kernelWords = [.. target.KernelWords];
    }

    /// <summary>The original text by full path, units and headers.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Some file with device code speaks of volatile memory.</summary>
    public bool HasVolatileDeviceCode => _texts.Values.Any(t => t.Contains("volatile", StringComparison.Ordinal) && IsDeviceCode(t) && SpeaksOfVolatile(t));

    private bool IsDeviceCode(string text) => text.Contains("__device__", StringComparison.Ordinal) || _kernelWords.Any(w => text.Contains(w, StringComparison.Ordinal));

    private static bool SpeaksOfVolatile(string text)
    {
        var tokens = CxxTokens.Read(text);
        string Spell(int i) => i >= 0 ? text[tokens[i].Start..tokens[i].End] : "";
        return Enumerable.Range(0, tokens.Count).Any(i => tokens[i].IsWord && Spell(i) is "volatile" or "__volatile__" && Spell(i - 1) is not ("asm" or "__asm__" or "__asm"));
    }

    public static ProgramSources Read(IEnumerable<string> units, TwinTarget target, IReadOnlyList<string> includeFolders)
    {
        var sources = new ProgramSources(target, includeFolders);
        foreach (string unit in units)
        {
            sources.Add(Path.GetFullPath(unit));
        }
        return sources;
    }

    /// <summary>What must go in lock step, from the functions in which lanes exchange.</summary>
    public StepScope Steps(IReadOnlyList<string>? start) => StepScope.Of(start, _texts.Values, _kernelWords);

    /// <summary>Writes the copies below a folder and returns where the copy of a path lies.</summary>
    public Func<string, string> Write(string folder, StepScope steps)
    {
        string CopyOf(string path) => folder + path;
        foreach (var (path, text) in _texts.OrderBy(t => SourceOrder(t.Key)).ThenBy(t => t.Key, StringComparer.Ordinal))
        {
            string rewritten = ProgramText.Rewrite(Redirect(path, text, CopyOf), _target, _kernelWords, _bounds, steps);
            Directory.CreateDirectory(Path.GetDirectoryName(CopyOf(path))!);
            File.WriteAllText(CopyOf(path), $"#line 1 \"{path}\"\n{rewritten}", System.Text.Encoding.Latin1);
        }
        return CopyOf;
    }

    // Headers first: what they declare of kernels holds where these are defined.
    private static int SourceOrder(string path) => path.EndsWith(".cu", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cpp", StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    private void Add(string path)
    {
        if (_texts.ContainsKey(path))
        {
            return;
        }
        string text = File.ReadAllText(path, System.Text.Encoding.Latin1);
        if (text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal))
        {
            text = text[3..];
        }
        _texts.Add(path, text);
        _kernelWords.UnionWith(ProgramText.KernelMacros(text, _target));
        foreach (var (name, quoted, _, _) in Includes(text))
        {
            if (Resolve(path, name, quoted) is { } found)
            {
                Add(found);
            }
        }
    }

    private string Redirect(string path, string text, Func<string, string> copyOf)
    {
        var result = new System.Text.StringBuilder();
        int at = 0;
        foreach (var (name, quoted, start, end) in Includes(text))
        {
            if (Resolve(path, name, quoted) is { } found)
            {
                result.Append(text, at, start - at).Append($"\"{copyOf(found)}\"");
                at = end;
            }
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    private string? Resolve(string from, string name, bool quoted)
    {
        // a vendor's header is the twin's, whatever lies about
        if (_target.IncludeFolders.Any(f => File.Exists(Path.Combine(f, name))) && !(quoted && File.Exists(Path.Combine(Path.GetDirectoryName(from)!, name))))
        {
            return null;
        }
        IEnumerable<string> folders = quoted ? [Path.GetDirectoryName(from)!, .. _includeFolders] : _includeFolders;
        return folders.Select(f => Path.GetFullPath(Path.Combine(f, name))).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<(string Name, bool Quoted, int Start, int End)> Includes(string text)
    {
        for (int hash = text.IndexOf('#', StringComparison.Ordinal); hash >= 0; hash = text.IndexOf('#', hash + 1))
        {
            int i = hash + 1;
            while (i < text.Length && text[i] is ' ' or '\t')
            {
                i++;
            }
            if (string.CompareOrdinal(text, i, "include", 0, 7) != 0)
            {
                continue;
            }
            i += 7;
            while (i < text.Length && text[i] is ' ' or '\t')
            {
                i++;
            }
            if (i >= text.Length || text[i] is not ('"' or '<'))
            {
                continue;
            }
            int end = text.IndexOf(text[i] == '"' ? '"' : '>', i + 1);
            int line = text.IndexOf('\n', i);
            if (end > 0 && (line < 0 || end < line))
            {
                yield return (text[(i + 1)..end], text[i] == '"', i, end + 1);
            }
        }
    }
}
