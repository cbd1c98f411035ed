using System.Text;
using KernelPort.Core;

namespace KernelPort.Twin;

/// <summary>A kernel as the scan sees it.</summary>
public sealed record ScannedKernel(string Name, bool IsTemplate, string LaunchBounds);

/// <summary>
/// The few things a C++ compiler cannot take as they stand: triple-chevron launches, dynamic shared arrays, `__noinline__` (the
/// standard library uses that word too). All else stays as it is, line for line.
/// </summary>
public sealed class TwinSource
{
    private readonly List<Token> _tokens;
    private readonly string _text;
    private readonly TwinTarget _target;
    private readonly Dictionary<string, ScannedKernel> _kernels = new(StringComparer.Ordinal);

    private TwinSource(string text, TwinTarget target)
    {
        _text = text;
        _target = target;
        _tokens = Lex(text);
        ScanKernels();
    }

    public IReadOnlyDictionary<string, ScannedKernel> Kernels => _kernels;

    public string Text { get; private set; } = "";

    public static TwinSource Rewrite(string text, TwinTarget target)
    {
        var source = new TwinSource(text, target);
        source.Text = source.RewriteRange(0, source._tokens.Count);
        return source;
    }

    private readonly record struct Token(int Start, int End, bool IsWord);

    private string Spell(int i) => i >= 0 && i < _tokens.Count ? _text[_tokens[i].Start.._tokens[i].End] : "";

    // Words, numbers and single characters; comments, literals and preprocessor continuation need no more than to be stepped over.
    private static List<Token> Lex(string text)
    {
        var tokens = new List<Token>();
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            int start = i;
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c == '/' && i + 1 < text.Length && text[i + 1] == '/')
            {
                while (i < text.Length && text[i] != '\n')
                {
                    i++;
                }
            }
            else if (c == '/' && i + 1 < text.Length && text[i + 1] == '*')
            {
                int end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                i = end < 0 ? text.Length : end + 2;
            }
            else if (c == '"' && tokens.Count > 0 && tokens[^1].End == i && text[tokens[^1].Start..i] is "R" or "u8R" or "LR" or "uR" or "UR")
            {
                int open = text.IndexOf('(', i);
                string close = ")" + text[(i + 1)..open] + "\"";
                int end = text.IndexOf(close, open, StringComparison.Ordinal);
                i = end < 0 ? text.Length : end + close.Length;
                tokens.Add(new Token(start, i, false));
            }
            else if (c is '"' or '\'')
            {
                i++;
                while (i < text.Length && text[i] != c && text[i] != '\n')
                {
                    i += text[i] == '\\' ? 2 : 1;
                }
                i = Math.Min(i + 1, text.Length);
                tokens.Add(new Token(start, i, false));
            }
            else if (char.IsAsciiLetterOrDigit(c) || c == '_')
            {
                while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_' || (text[i] == '\'' && char.IsAsciiDigit(c))))
                {
                    i++;
                }
                tokens.Add(new Token(start, i, true));
            }
            else if (Is(text, i, "<<<") || Is(text, i, ">>>"))
            {
                i += 3;
                tokens.Add(new Token(start, i, false));
            }
            else if (Is(text, i, "::"))
            {
                i += 2;
                tokens.Add(new Token(start, i, false));
            }
            else
            {
                i++;
                tokens.Add(new Token(start, i, false));
            }
        }
        return tokens;
    }

    private static bool Is(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private void ScanKernels()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            if (!_target.KernelWords.Contains(Spell(i)))
            {
                continue;
            }
            string bounds = "";
            int k = i + 1;
            for (; k < _tokens.Count; k++)
            {
                if (Spell(k) is "__launch_bounds__" && Spell(k + 1) == "(")
                {
                    int close = Match(k + 1, "(", ")");
                    bounds = FirstArgument(k + 2, close);
                    k = close;
                }
                else if (Spell(k) is "__attribute__" or "__align__" or "alignas" && Spell(k + 1) == "(")
                {
                    k = Match(k + 1, "(", ")");
                }
                else if (Spell(k) is "(" or ";" or "{")
                {
                    break;
                }
            }
            if (Spell(k) != "(" || k == i + 1 || !_tokens[k - 1].IsWord)
            {
                continue;
            }
            string name = Spell(k - 1);
            bool isTemplate = IsTemplate(i);
            // A definition after a declaration keeps the bounds either of them gives.
            if (_kernels.TryGetValue(name, out var before) && bounds.Length == 0)
            {
                bounds = before.LaunchBounds;
            }
            if (isTemplate && bounds.Length > 0 && !bounds.All(char.IsAsciiDigit))
            {
                bounds = "KP_MAX_THREADS"; // depends on the template's parameters; the compiler of the target judges it
            }
            _kernels[name] = new ScannedKernel(name, isTemplate, bounds);
        }
    }

    private string FirstArgument(int from, int close)
    {
        int depth = 0;
        for (int i = from; i < close; i++)
        {
            depth += Spell(i) is "(" or "<" ? 1 : Spell(i) is ")" or ">" ? -1 : 0;
            if (Spell(i) == "," && depth == 0)
            {
                return _text[_tokens[from].Start.._tokens[i].Start].Trim();
            }
        }
        return close > from ? _text[_tokens[from].Start.._tokens[close].Start].Trim() : "";
    }

    private bool IsTemplate(int at)
    {
        int i = at - 1;
        while (i >= 0 && (Spell(i) is "static" or "inline" or "extern" || Spell(i).StartsWith('"')))
        {
            i--;
        }
        if (Spell(i) != ">" && Spell(i) != ">>>")
        {
            return false;
        }
        int depth = 0;
        for (; i >= 0; i--)
        {
            depth += Spell(i) switch { ">" => 1, ">>>" => 3, "<" => -1, "<<<" => -3, _ => 0 };
            if (depth == 0)
            {
                break;
            }
        }
        return Spell(i - 1) == "template";
    }

    private int Match(int open, string left, string right)
    {
        int depth = 0;
        for (int i = open; i < _tokens.Count; i++)
        {
            depth += Spell(i) == left ? 1 : Spell(i) == right ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return _tokens.Count - 1;
    }

    // The text from one token to another with its launches and shared arrays rewritten.
    private string RewriteRange(int from, int to)
    {
        var result = new StringBuilder();
        int copied = from < _tokens.Count && from > 0 ? _tokens[from].Start : 0;
        if (from >= to)
        {
            return from == 0 ? _text : "";
        }
        int end = to >= _tokens.Count ? _text.Length : _tokens[to - 1].End;
        for (int i = from; i < to; i++)
        {
            string word = Spell(i);
            if (word == "__noinline__" && Spell(i - 1) != "(")
            {
                result.Append(_text, copied, _tokens[i].Start - copied).Append("KP_NOINLINE");
                copied = _tokens[i].End;
            }
            else if (word == "static" && (_target.SharedWords.Contains(Spell(i + 1)) || _target.SharedWords.Contains(Spell(i - 1))))
            {
                // The twin's word for shared memory says static itself.
                result.Append(_text, copied, _tokens[i].Start - copied);
                copied = _tokens[i].End;
            }
            else if (word == "extern" && DynamicShared(i) is { } shared)
            {
                result.Append(_text, copied, _tokens[i].Start - copied).Append(shared.Text);
                result.Append(Lines(_tokens[i].Start, _tokens[shared.Last].Start));
                copied = _tokens[shared.Last].Start;
                i = shared.Last;
            }
            else if (word == "<<<" && Launch(i, to) is { } launch && _tokens[launch.First].Start >= copied)
            {
                int start = _tokens[launch.First].Start;
                result.Append(_text, copied, start - copied).Append(launch.Text);
                // Arguments keep their own line ends; what the rest of the launch had is made up for here.
                int lost = Count(_text.AsSpan(start, _tokens[launch.Last].End - start)) - Count(launch.Text);
                result.Append('\n', Math.Max(0, lost));
                copied = _tokens[launch.Last].End;
                i = launch.Last;
            }
        }
        return result.Append(_text, copied, end - copied).ToString();
    }

    private static int Count(ReadOnlySpan<char> text) => text.Count('\n');

    private string Lines(int from, int to) => new('\n', Count(_text.AsSpan(from, to - from)));

    private (string Text, int Last)? DynamicShared(int at)
    {
        int end = at;
        bool shared = false;
        while (end < _tokens.Count && Spell(end) is not (";" or "{" or "}"))
        {
            shared |= _target.SharedWords.Contains(Spell(end));
            end++;
        }
        if (!shared || Spell(end) != ";")
        {
            return null;
        }
        var type = new StringBuilder();
        int i = at + 1;
        int bracket = i;
        while (bracket < end && Spell(bracket) != "[")
        {
            bracket++;
        }
        if (bracket == end)
        {
            return null;
        }
        for (; i < bracket - 1; i++)
        {
            string word = Spell(i);
            if (word is "__align__" or "alignas" or "__attribute__" && Spell(i + 1) == "(")
            {
                i = Match(i + 1, "(", ")");
            }
            else if (!_target.SharedWords.Contains(word))
            {
                type.Append(type.Length > 0 && word != "::" && !type.ToString().EndsWith("::", StringComparison.Ordinal) ? " " : "").Append(word);
            }
        }
        string dimensions = _text[_tokens[Match(bracket, "[", "]")].End.._tokens[end].Start].Trim();
        return ($"KP_DYNAMIC_SHARED({type}{dimensions}, {Spell(bracket - 1)})", end);
    }

    private (string Text, int First, int Last)? Launch(int chevron, int limit)
    {
        int first = Callee(chevron);
        int depth = 0;
        int close = -1;
        for (int i = chevron + 1; i < limit; i++)
        {
            depth += Spell(i) is "(" or "[" or "{" ? 1 : Spell(i) is ")" or "]" or "}" ? -1 : 0;
            if (depth == 0 && Spell(i) == ">>>")
            {
                close = i;
                break;
            }
        }
        if (first < 0 || close < 0 || Spell(close + 1) != "(")
        {
            return null;
        }
        int last = Match(close + 1, "(", ")");
        string callee = _text[_tokens[first].Start.._tokens[chevron - 1].End];
        string shape = RewriteRange(chevron + 1, close);
        string arguments = last > close + 2 ? ", " + RewriteRange(close + 2, last) : "";
        return (Call(callee, $"kp::make_config({shape})", arguments), first, last);
    }

    /// <summary>A launch of a kernel in the form this target wants, for rewritten text and for the driver.</summary>
    public string Call(string callee, string configuration, string arguments)
    {
        int angle = callee.IndexOf('<', StringComparison.Ordinal);
        string name = (angle < 0 ? callee : callee[..angle]).Trim();
        var kernel = _kernels.GetValueOrDefault(name.Contains("::", StringComparison.Ordinal) ? name[(name.LastIndexOf("::", StringComparison.Ordinal) + 2)..] : name);
        if (kernel is { LaunchBounds.Length: > 0 })
        {
            configuration = $"kp::bounded({configuration}, {kernel.LaunchBounds})";
        }
        bool deduced = angle < 0 && kernel is { IsTemplate: true };
        string form = deduced ? _target.DeducedLaunchForm : _target.LaunchForm;
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, form, configuration, callee, arguments).TrimEnd(';');
    }

    // The first token of the kernel expression before a chevron: a qualified name, template arguments behind it.
    private int Callee(int chevron)
    {
        int i = chevron - 1;
        if (Spell(i) == ">")
        {
            int depth = 0;
            for (; i >= 0; i--)
            {
                depth += Spell(i) switch { ">" => 1, "<" => -1, _ => 0 };
                if (depth == 0)
                {
                    break;
                }
            }
            i--;
        }
        if (i < 0 || !_tokens[i].IsWord)
        {
            return -1;
        }
        while (Spell(i - 1) == "::")
        {
            i -= i - 2 >= 0 && _tokens[i - 2].IsWord && Spell(i - 2) is not ("return" or "else" or "do") ? 2 : 1;
            if (!_tokens[i].IsWord)
            {
                break;
            }
        }
        return i;
    }
}
