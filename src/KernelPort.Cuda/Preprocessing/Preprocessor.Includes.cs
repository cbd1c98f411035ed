using KernelPort.Core;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Preprocessing;

/// <content>Includes.</content>
public sealed partial class Preprocessor
{
    private void ReadInclude(OpenFile file, int from, int end, bool next)
    {
        var tokens = file.Tokens;
        var place = tokens[from].Span.To(tokens[end - 1].Span);
        if (ReadIncludeName(tokens, from + 1, end) is not var (name, angled))
        {
            Report(CudaSyntaxRules.BadDirective.At(place, "#include needs a \"file\" or a <file>"), null);
            return;
        }
        var found = _includes.Find(name, angled, file.Raw.Source.Path, next ? file.Directory + 1 : 0);
        _edges.Add(new IncludeEdge(place, name, angled, found?.File.Source));
        if (found is not { } target)
        {
            Report(CudaSyntaxRules.MissingInclude.At(place, name), null);
            return;
        }
        if (_once.Contains(target.File))
        {
            return;
        }
        if (_open.Count >= IncludeLimit)
        {
            Stop(CudaSyntaxRules.IncludeTooDeep.At(place, IncludeLimit));
            return;
        }
        Open(target.File, target.Directory);
    }

    /// <summary>What an #include asks for: written directly, or by macros that make it.</summary>
    private (string Name, bool Angled)? ReadIncludeName(Token[] tokens, int from, int end)
    {
        if (from >= end)
        {
            return null;
        }
        var first = tokens[from];
        if (first.Kind == StringLiteral)
        {
            return Unquote(first.Text);
        }
        if (first.Source.Text[first.Offset] == '<' && first.Made is null)
        {
            // the name is not made of tokens: "//" and quotes in it mean nothing
            string text = first.Source.Text;
            int close = text.AsSpan(first.Offset).IndexOfAny('>', '\n');
            return close > 0 && text[first.Offset + close] == '>' ? (text.Substring(first.Offset + 1, close - 1).Trim(), true) : null;
        }
        var expanded = MacroExpander.ExpandAll(this, tokens[from..end]);
        if (expanded.Count > 0 && expanded[0].Kind == StringLiteral)
        {
            return Unquote(expanded[0].Text);
        }
        if (expanded.Count < 2 || expanded[0].Kind != Less)
        {
            return null;
        }
        int last = expanded.FindIndex(t => t.Kind == Greater);
        return last < 0 ? null : (string.Concat(expanded[1..last].Select((t, k) => (k > 0 && t.HasSpaceBefore ? " " : "") + t.Text)), true);
    }

    private static (string Name, bool Angled)? Unquote(string spelling)
    {
        int open = spelling.IndexOf('"');
        int close = spelling.LastIndexOf('"');
        return close > open ? (spelling[(open + 1)..close], false) : null;
    }
}
