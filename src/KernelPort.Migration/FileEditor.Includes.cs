using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <content>Includes: CUDA's headers by the table, the tree's own by their new names.</content>
internal sealed partial class FileEditor
{
    private void Include(int hash, int end)
    {
        if (hash + 2 >= end)
        {
            return;
        }
        int open = _tokens[hash + 2].Offset;
        if (IncludedName.At(_file.Source.Text, open) is not var (name, isAngled, start))
        {
            return;
        }
        var range = new Span(_file.Source, start, name.Length);
        if (_file.TreeIncludes.TryGetValue(_tokens[hash].Offset, out string? inTree) || _file.TreeIncludes.TryGetValue(_tokens[hash + 1].Offset, out inTree))
        {
            Replace(hash + 2, end, range, _profile.Rename(name));
            return;
        }
        if (_api.Header(name) is { } row)
        {
            if (SuppliedHeaders.IsSupplied(row))
            {
                Supplied.Add(row.Target);
                Replace(hash + 2, end, new Span(_file.Source, open, name.Length + 2), $"\"{SuppliedHeaders.PathFrom(_profile.Rename(_file.RelativePath), row.Target)}\"");
                NoteMark(row);
                Bag.Add((SuppliedHeaders.IsSilent(row) ? MigrationRules.Silent : MigrationRules.Supplied).At(range, name));
            }
            else if (row.IsMapped)
            {
                Replace(hash + 2, end, range, row.Target);
                NoteMark(row);
            }
            else
            {
                Mark(hash + 2, end, Bucket.Unsupported);
                Bag.Add(MigrationRules.NoCounterpart.At(range, name));
            }
            return;
        }
        if (isAngled && CudaLook.IsCudaHeader(name))
        {
            Mark(hash + 2, end, Bucket.Unsupported);
            Bag.Add(MigrationRules.NoCounterpart.At(range, name));
            return;
        }
        // a file of the tree that only a branch nobody took includes
        string renamed = _profile.Rename(name);
        if (!isAngled && renamed != name)
        {
            Replace(hash + 2, end, range, renamed);
        }
    }

    /// <summary><c>__has_include(&lt;cuda_bf16.h&gt;)</c> asks for the header that is included then.</summary>
    private void AsksForHeader(int i, int end)
    {
        if (_tokens[i].Text is not ("__has_include" or "__has_include_next") || KindAt(i + 1) != LParen)
        {
            return;
        }
        string text = _file.Source.Text;
        int open = text.AsSpan(_tokens[i + 1].End).IndexOfAny('<', '"', '\n') + _tokens[i + 1].End;
        char closing = open < text.Length && text[open] == '<' ? '>' : '"';
        int length = open + 1 < text.Length ? text.AsSpan(open + 1).IndexOfAny(closing, '\n') : -1;
        if (length > 0 && text[open + 1 + length] == closing && _api.Header(text.Substring(open + 1, length)) is { IsMapped: true } row && !SuppliedHeaders.IsSupplied(row))
        {
            Replace(i, Math.Min(i + 2, end), new Span(_file.Source, open + 1, length), row.Target);
        }
    }

    private void Replace(int from, int end, Span range, string text)
    {
        if (!_file.Source.Text.AsSpan(range.Start, range.Length).SequenceEqual(text))
        {
            Edits.Add(new TextEdit(range.Start, range.Length, text));
            Mark(from, end, Bucket.Migrated);
        }
    }

    private void Mark(int from, int end, Bucket bucket)
    {
        for (int i = from; i < end; i++)
        {
            _buckets[i] = bucket;
        }
    }

    private bool HasMainHeader() => _profile.MainHeaderFirst
        ? FirstHeader() is { } first ? IsMain(first) : _file.Includes.Any(IsMain)
        : _file.Includes.Any(n => _api.Header(n) is not null || _api.IsTargetHeader(n) || n == _profile.MainHeader)
            // the target's compiler takes a branch that CUDA's does not, as in text that was migrated before
            || _file.NamedHeaders.Any(n => _api.Header(n) is null && _api.IsTargetHeader(n));

    private bool IsMain(string header) => header == _profile.MainHeader || _api.Header(header)?.Target == _profile.MainHeader;

    /// <summary>The first header of CUDA's or the target's that the file itself names.</summary>
    private string? FirstHeader()
    {
        for (int i = 0; i + 2 < _tokens.Length; i++)
        {
            if (_tokens[i].Kind == Hash && _tokens[i].IsLineStart && _tokens[i + 1].Text == "include")
            {
                int open = _tokens[i + 2].Offset + 1;
                int length = _file.Source.Text.AsSpan(open).IndexOfAny('>', '"', '\n');
                string name = length > 0 ? _file.Source.Text.Substring(open, length) : "";
                if (_api.Header(name) is not null || _api.IsTargetHeader(name) || name == _profile.MainHeader)
                {
                    return name;
                }
            }
        }
        return null;
    }

    /// <summary>Headers that the file does not ask for: the runtime's, which CUDA's compiler includes by itself, and ours that declare names of its new text.</summary>
    private void AddHeaders()
    {
        bool cudaFile = _file.IsUnit && _file.Source.Path.EndsWith(".cu", StringComparison.OrdinalIgnoreCase);
        bool usesCuda = cudaFile && (_buckets.Contains(Bucket.Migrated) || _tokens.Any(t => t.Kind is KwGlobal or KwDevice or LaunchOpen or KwShared));
        var added = usesCuda && !HasMainHeader() ? new List<string> { $"<{_profile.MainHeader}>" } : [];
        added.AddRange(_needed.Select(h => $"\"{SuppliedHeaders.PathFrom(_profile.Rename(_file.RelativePath), h)}\""));
        if (added.Count == 0)
        {
            return;
        }
        string text = _file.Source.Text;
        int first = _tokens.Length > 0 ? _tokens[0].Offset : 0;
        int start = first == 0 ? 0 : text.LastIndexOf('\n', first - 1) + 1;
        if (start == 0 && text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal))
        {
            start = 3;
        }
        string newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        Edits.Add(new TextEdit(start, 0, string.Concat(added.Select(h => $"#include {h}{newLine}"))));
    }
}
