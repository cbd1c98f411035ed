namespace KernelPort.Twin;

/// <summary>What stands by itself in a file: a function, a class, a macro, a declaration.</summary>
internal enum ProgramItemKind
{
    Kernel,
    DeviceFunction,
    HostFunction,
    Type,
    Macro,
    Declaration,
}

/// <summary>One such thing, by the places of its tokens.</summary>
/// <param name="Name">What others call it by; empty where it has no name.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
internal sealed record ProgramItem(ProgramItemKind Kind, string Name, int First, int Last);

/// <summary>Finds the things of a file, as far as tokens tell: what is unclear is a declaration or a host function, with which a caller must be careful.</summary>
internal sealed class ProgramItems : CxxText
{
    private readonly IReadOnlySet<string> _kernelWords;

    public ProgramItems(string text, IReadOnlySet<string> kernelWords)
        : base(text)
    {
        _kernelWords = kernelWords;
        All = [.. Read()];
    }

    public IReadOnlyList<ProgramItem> All { get; }

    public int Start(ProgramItem item) => Tokens[item.First].Start;

    public int End(ProgramItem item) => Tokens[item.Last].End;

    /// <summary>The words of an item with their places in the text.</summary>
    public IEnumerable<(string Word, int At, string Next)> Words(ProgramItem item) =>
        Enumerable.Range(item.First, item.Last - item.First + 1).Where(i => Tokens[i].IsWord).Select(i => (Spell(i), Tokens[i].Start, Spell(i + 1)));

    /// <summary>A bracket where no index can stand, with parameters or a body behind it.</summary>
    public bool HasLambda(ProgramItem item) => Enumerable.Range(item.First, item.Last - item.First + 1)
        .Any(i => Is(i, '[') && !Tokens[i - 1].IsWord && First(i - 1) is '=' or '(' or ',' or '{' or ';' && (Is(Close(i) + 1, '(') || Is(Close(i) + 1, '{')));

    private IEnumerable<ProgramItem> Read()
    {
        int first = 0;
        for (int i = 0; i < Tokens.Count; i++)
        {
            if (Is(i, '#'))
            {
                int last = EndOfLine(i);
                if (Spell(i + 1) == "define" && last > i + 1)
                {
                    yield return new ProgramItem(ProgramItemKind.Macro, Spell(i + 2), i, last);
                }
                first = i == first ? last + 1 : first;
                i = last;
            }
            else if (Is(i, '}'))
            {
                first = i + 1; // of a namespace
            }
            else if (Is(i, ';'))
            {
                yield return new ProgramItem(ProgramItemKind.Declaration, "", first, i);
                first = i + 1;
            }
            else if (Is(i, '(') || Is(i, '['))
            {
                i = Close(i);
            }
            else if (Is(i, '{'))
            {
                if (Is(i - 1, '='))
                {
                    i = Close(i);
                }
                else if (IsNamespace(first, i))
                {
                    first = i + 1;
                }
                else
                {
                    var item = Braced(first, i);
                    yield return item;
                    i = item.Last;
                    first = i + 1;
                }
            }
        }
    }

    private bool IsNamespace(int first, int brace) =>
        Enumerable.Range(first, brace - first).Any(i => Spell(i) == "namespace") || (brace >= 2 && First(brace - 1) == '"' && Spell(brace - 2) == "extern");

    private ProgramItem Braced(int first, int brace)
    {
        int last = Close(brace);
        for (int i = first; i < brace; i++)
        {
            if (Is(i, '('))
            {
                if (Spell(i - 1) is "__launch_bounds__" or "__attribute__" or "__align__" or "alignas" or "decltype" or "__declspec")
                {
                    i = Close(i);
                    continue;
                }
                var head = Enumerable.Range(first, i - first).Select(Spell).ToList();
                int name = Is(i - 1, '>') ? OpenAngle(i - 1) - 1 : i - 1;
                var kind = head.Exists(_kernelWords.Contains) ? ProgramItemKind.Kernel : head.Contains("__device__") ? ProgramItemKind.DeviceFunction : ProgramItemKind.HostFunction;
                return new ProgramItem(kind, Spell(name), first, last);
            }
            if (Is(i, '<'))
            {
                i = CloseAngle(i);
            }
        }
        int word = Enumerable.Range(first, brace - first).LastOrDefault(i => Spell(i) is "struct" or "class" or "union", -1);
        int named = word < 0 ? -1 : Enumerable.Range(word + 1, brace - word - 1).FirstOrDefault(i => Is(i, ':') || Is(i, '{') || Is(i, '<'), brace) - 1;
        return new ProgramItem(word < 0 ? ProgramItemKind.HostFunction : ProgramItemKind.Type, named > word ? Spell(named) : "", first, last);
    }

    private int EndOfLine(int at)
    {
        int i = at;
        while (i + 1 < Tokens.Count && !HasLineEnd(Tokens[i].End, Tokens[i + 1].Start))
        {
            i++;
        }
        return i;
    }

    private bool HasLineEnd(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (Text[i] == '\n' && Text[i > 0 && Text[i - 1] == '\r' ? i - 2 : i - 1] != '\\')
            {
                return true;
            }
        }
        return false;
    }
}
