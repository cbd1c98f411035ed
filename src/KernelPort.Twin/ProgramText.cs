using System.Globalization;
using System.Text;

namespace KernelPort.Twin;

/// <summary>
/// Makes a file of a whole program one that a C++ compiler takes: launches, the bodies of kernels, dynamic shared arrays. Works on tokens,
/// so that macros and templates come along; all else stays as it is, and every line keeps its number.
/// </summary>
internal sealed class ProgramText : CxxText
{
    private readonly TwinTarget _target;
    private readonly IReadOnlySet<string> _kernelWords;
    private readonly SortedDictionary<int, (int End, string Text)> _edits = [];
    private readonly Dictionary<string, string> _bounds;

    private readonly StepScope _steps;

    private ProgramText(string text, TwinTarget target, IReadOnlySet<string> kernelWords, Dictionary<string, string> bounds, StepScope steps)
        : base(text)
    {
        _steps = steps;
        _target = target;
        _kernelWords = kernelWords;
        _bounds = bounds;
    }

    /// <param name="kernelWords">The words that make a function a kernel, macros of the program included.</param>
    /// <param name="bounds">What __launch_bounds__ says by kernel, from declarations seen before; more is added.</param>
    /// <param name="steps">What goes in lock step.</param>
    public static string Rewrite(string text, TwinTarget target, IReadOnlySet<string> kernelWords, Dictionary<string, string> bounds, StepScope steps)
    {
        var rewriter = new ProgramText(text, target, kernelWords, bounds, steps);
        rewriter.FindKernels();
        if (!steps.IsEmpty && !steps.IsWhole)
        {
            rewriter.MarkSteps();
        }
        rewriter.FindOthers();
        return rewriter.Render(0, text.Length);
    }

    /// <summary>Macros that stand for a kernel's qualifier without being a whole kernel.</summary>
    public static IEnumerable<string> KernelMacros(string text, TwinTarget target)
    {
        foreach (string line in text.Split('\n'))
        {
            string bare = line.TrimStart();
            if (bare.StartsWith('#') && bare[1..].TrimStart() is var directive && directive.StartsWith("define", StringComparison.Ordinal)
                && target.KernelWords.Any(w => line.Contains(w, StringComparison.Ordinal)))
            {
                string[] words = directive.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 2 && !words[1].Contains('(', StringComparison.Ordinal) && !directive.Contains('{', StringComparison.Ordinal) && !target.KernelWords.Contains(words[1]))
                {
                    yield return words[1];
                }
            }
        }
    }

    private void FindKernels()
    {
        for (int i = 0; i < Tokens.Count; i++)
        {
            if (Tokens[i].IsWord && _kernelWords.Contains(Spell(i)) && Spell(i - 1) != "define")
            {
                Kernel(i);
            }
        }
    }

    private void Kernel(int word)
    {
        string bounds = "";
        int k = word + 1;
        for (; k < Tokens.Count; k++)
        {
            string spell = Spell(k);
            if (spell == "__launch_bounds__" && Is(k + 1, '('))
            {
                int end = Close(k + 1);
                bounds = FirstArgument(k + 2, end);
                k = end;
            }
            else if (spell is "__attribute__" or "__align__" or "alignas" or "decltype" && Is(k + 1, '('))
            {
                k = Close(k + 1);
            }
            else if (Is(k, '<'))
            {
                k = CloseAngle(k);
            }
            else if (Is(k, '(') || Is(k, ';') || Is(k, '{'))
            {
                break;
            }
        }
        if (!Is(k, '('))
        {
            return;
        }
        int nameAt = Is(k - 1, '>') ? OpenAngle(k - 1) - 1 : k - 1;
        string name = Spell(nameAt);
        int close = Close(k);
        int brace = close + 1;
        if (name.Length == 0 || !Tokens[nameAt].IsWord)
        {
            return;
        }
        if (bounds.Length == 0)
        {
            bounds = _bounds.GetValueOrDefault(name, "");
        }
        else if (bounds.All(char.IsAsciiDigit))
        {
            _bounds[name] = bounds;
        }
        if (!Is(brace, '{'))
        {
            return;
        }
        int last = Close(brace);
        var parameters = Parameters(k + 1, close);
        string take = parameters is null ? "" : $" ::kp::take({string.Join(", ", parameters)});";
        string limit = bounds.Length > 0 ? $"static_cast<long long>({bounds})" : "0";
        bool steps = _steps.Covers(name);
        Insert(Tokens[brace].End, $"{take} ::kp::enter({limit}, \"{name}\", {(steps ? "true" : "false")}, [=]() mutable {(steps ? "KP_STEPPED " : "")}{{");
        Insert(Tokens[last].Start, "}" + string.Concat((parameters ?? ["::kp::elsewhere::unnamed()"]).Select(p => ", " + p)) + ");");
    }

    // What lanes in step exchange must be in memory when they do: these functions are not optimized.
    private void MarkSteps()
    {
        var items = new ProgramItems(Text, _kernelWords);
        foreach (var item in items.All.Where(i => i.Kind is ProgramItemKind.DeviceFunction or ProgramItemKind.Type && _steps.Covers(i.Name)))
        {
            foreach (var (_, at, _) in items.Words(item).Where(w => w.Word == "__device__"))
            {
                Insert(at, "KP_STEPPED ");
            }
        }
    }

    // The parameters' names, or null where one has none that can be seen.
    private List<string>? Parameters(int from, int close)
    {
        var names = new List<string>();
        int start = from;
        for (int i = from; i <= close; i++)
        {
            if (i < close && (Is(i, '(') || Is(i, '[') || Is(i, '{')))
            {
                i = Close(i);
            }
            else if (i < close && Is(i, '<'))
            {
                i = CloseAngle(i);
            }
            else if (i == close || Is(i, ','))
            {
                if (i == from || (i == from + 1 && Spell(from) == "void"))
                {
                    return names;
                }
                if (ParameterName(start, i) is not { } name)
                {
                    return null;
                }
                names.Add(name);
                start = i + 1;
            }
        }
        return names;
    }

    private string? ParameterName(int from, int to)
    {
        int end = to;
        for (int i = from; i < to; i++)
        {
            if (Is(i, '.') || First(i) == '#' || (Tokens[i].IsWord && Spell(i) is "__VA_ARGS__"))
            {
                return null; // a pack
            }
            if (Is(i, '(') && (Is(i + 1, '*') || Is(i + 1, '&')) && Tokens[i + 2].IsWord)
            {
                return Spell(i + 2);
            }
            if (Is(i, '=') || Is(i, '['))
            {
                end = i;
                break;
            }
            if (Is(i, '<'))
            {
                i = CloseAngle(i);
            }
        }
        int name = end - 1;
        bool typed = false;
        for (int i = from; i < name; i++)
        {
            typed |= Spell(i) is not ("const" or "volatile" or "struct" or "typename" or "unsigned" or "signed" or "__restrict__" or "long");
        }
        bool isName = name > from && Tokens[name].IsWord && !Spell(name - 1).Equals("::", StringComparison.Ordinal) && !IsType(Spell(name));
        return isName && (typed || Spell(name - 1) is "unsigned" or "long" or "signed") ? Spell(name) : null;
    }

    private static bool IsType(string word) => word is "int" or "float" or "double" or "char" or "short" or "long" or "unsigned" or "signed" or "bool"
        or "const" or "volatile" or "__restrict__" or "__restrict" or "restrict" or "size_t" or "RESTRICT";

    private void FindOthers()
    {
        var functions = new Stack<bool>();
        for (int i = 0; i < Tokens.Count; i++)
        {
            char c = First(i);
            if (c == '{')
            {
                functions.Push((functions.Count > 0 && functions.Peek()) || Is(i - 1, ')') || Spell(i - 1) is "const" or "noexcept" or "else" or "do" or "mutable");
            }
            else if (c == '}' && functions.Count > 0)
            {
                functions.Pop();
            }
            else if (c == '<' && Is(i + 1, '<') && Is(i + 2, '<') && Tokens[i].End == Tokens[i + 1].Start)
            {
                Launch(i);
            }
            else if (Tokens[i].IsWord)
            {
                Word(i, functions.Count > 0 && functions.Peek());
            }
        }
    }

    private void Word(int i, bool inside)
    {
        string word = Spell(i);
        if (word == "__noinline__" && !Is(i - 1, '('))
        {
            Replace(Tokens[i].Start, Tokens[i].End, "KP_NOINLINE");
        }
        else if (_target.SharedWords.Contains(word))
        {
            if (Spell(i - 1) == "static")
            {
                Replace(Tokens[i - 1].Start, Tokens[i - 1].End, "");
            }
            else if (Spell(i + 1) == "static")
            {
                Replace(Tokens[i + 1].Start, Tokens[i + 1].End, "");
            }
        }
        if (_target.HasInlineAssembly && word is "asm" or "__asm__" or "__asm")
        {
            InlineAssembly(i);
        }
        if (word == "extern" || (_target.SharedWords.Contains(word) && Spell(i + 1) == "extern"))
        {
            DynamicShared(i, inside);
        }
    }

    private void InlineAssembly(int at)
    {
        int open = at + 1;
        while (Spell(open) is "volatile" or "__volatile__")
        {
            open++;
        }
        if (!Is(open, '('))
        {
            return;
        }
        int close = Close(open), i = open + 1;
        var template = new StringBuilder();
        for (; First(i) == '"'; i++)
        {
            template.Append(Spell(i)[1..^1]);
        }
        var operands = new List<string>();
        for (; i < close; i++)
        {
            if (Is(i, '(') && First(i - 1) == '"')
            {
                int end = Close(i);
                operands.Add(Text[Tokens[i].Start..Tokens[end].End]);
                i = end;
            }
        }
        if (PtxText.Translate(template.ToString(), operands) is { } statements)
        {
            Replace(Tokens[at].Start, Tokens[close].End, statements);
        }
    }

    private void DynamicShared(int at, bool inside)
    {
        int end = at, bracket = -1;
        bool shared = false;
        for (; end < Tokens.Count && !Is(end, ';') && !Is(end, '{') && !Is(end, '}'); end++)
        {
            shared |= _target.SharedWords.Contains(Spell(end));
            bracket = bracket < 0 && Is(end, '[') ? end : bracket;
        }
        if (!shared || bracket < 0 || !Is(end, ';'))
        {
            return;
        }
        var type = new StringBuilder();
        for (int i = at; i < bracket - 1; i++)
        {
            if (Spell(i) is "__align__" or "alignas" or "__attribute__" && Is(i + 1, '('))
            {
                i = Close(i + 1);
            }
            else if (Spell(i) != "extern" && !_target.SharedWords.Contains(Spell(i)))
            {
                type.Append(Spell(i)).Append(Tokens[i].IsWord && i + 1 < bracket && Tokens[i + 1].IsWord ? " " : "");
            }
        }
        string dimensions = Text[Tokens[Close(bracket)].End..Tokens[end].Start].Trim();
        string macro = inside ? "KP_DYNAMIC_SHARED" : "KP_DYNAMIC_SHARED_OUTSIDE";
        Replace(Tokens[at].Start, Tokens[end].Start, $"{macro}({type.ToString().TrimEnd()}{dimensions}, {Spell(bracket - 1)})");
    }

    private void Launch(int chevron)
    {
        int close = -1;
        for (int i = chevron + 3; i < Tokens.Count; i++)
        {
            if (Is(i, '(') || Is(i, '[') || Is(i, '{'))
            {
                i = Close(i);
            }
            else if (Is(i, '>') && Is(i + 1, '>') && Is(i + 2, '>') && Is(i + 3, '('))
            {
                close = i;
                break;
            }
            else if (Is(i, ';') || Is(i, '}'))
            {
                return;
            }
        }
        int first = Callee(chevron - 1);
        if (close < 0 || first < 0)
        {
            return;
        }
        int last = Close(close + 3);
        int start = Tokens[first].Start, shapeFrom = Tokens[chevron + 2].End, shapeTo = Tokens[close].Start;
        string callee = Text[start..Tokens[chevron - 1].End];
        string shape = Render(shapeFrom, shapeTo);
        Replace(start, Tokens[close + 2].End, $"(::kp::configure({shape}), {callee}");
        Insert(Tokens[last].End, ")");
    }

    // Line ends, with the backslashes that keep a macro together.
    private static List<string> LineEnds(string text)
    {
        var result = new List<string>();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                int before = i > 0 && text[i - 1] == '\r' ? i - 2 : i - 1;
                result.Add(before >= 0 && text[before] == '\\' ? "\\\n" : "\n");
            }
        }
        return result;
    }

    // The first token of a postfix expression that ends at a token.
    private int Callee(int at)
    {
        int i = at;
        for (;;)
        {
            if (Is(i, '>'))
            {
                i = OpenAngle(i) - 1;
            }
            while (Is(i, ']'))
            {
                i = Open(i) - 1;
            }
            if (Is(i, ')'))
            {
                i = Open(i);
                if (i > 0 && Tokens[i - 1].IsWord && Spell(i - 1) is not ("if" or "while" or "for" or "switch" or "return"))
                {
                    i--;
                }
            }
            else if (i < 0 || !Tokens[i].IsWord)
            {
                return -1;
            }
            if (Spell(i - 1) == "template")
            {
                i--;
            }
            if (Spell(i - 1) == "::")
            {
                i -= i >= 2 && (Is(i - 2, '>') || (Tokens[i - 2].IsWord && Spell(i - 2) is not ("return" or "else" or "do"))) ? 2 : 1;
                if (Spell(i) == "::")
                {
                    return i;
                }
            }
            else if (Is(i - 1, '.'))
            {
                i -= 2;
            }
            else if (Is(i - 1, '>') && Is(i - 2, '-'))
            {
                i -= 3;
            }
            else
            {
                return i;
            }
        }
    }

    private string FirstArgument(int from, int close)
    {
        int i = from;
        for (; i < close && !Is(i, ','); i++)
        {
            i = Is(i, '(') ? Close(i) : i;
        }
        return close > from ? Text[Tokens[from].Start..Tokens[i].Start].Trim().TrimEnd(',') : "";
    }

    private void Insert(int at, string text) => Replace(at, at, text);

    private void Replace(int from, int to, string text)
    {
        var lines = LineEnds(Text[from..to]);
        int kept = text.Count(c => c == '\n');
        text += string.Concat(lines.Skip(kept));
        if (_edits.TryGetValue(from, out var before))
        {
            text = before.End > from ? text + before.Text : before.Text + text;
            to = Math.Max(to, before.End);
        }
        _edits[from] = (to, text);
    }

    private string Render(int from, int to)
    {
        var result = new StringBuilder();
        int at = from;
        foreach (var (start, edit) in _edits)
        {
            if (start >= at && start >= from && edit.End <= to && (start < to || edit.End == to))
            {
                result.Append(Text, at, start - at).Append(edit.Text);
                at = edit.End;
            }
        }
        return result.Append(Text, at, to - at).ToString();
    }
}
