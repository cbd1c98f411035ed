namespace KernelPort.Twin;

/// <summary>
/// What of a program must go in lock step: the functions in which lanes exchange without a barrier, and every kernel that may come to one, by
/// the names it speaks of. Where names alone do not tell who comes there (host code hands it on, a virtual call), it is the whole program.
/// </summary>
public sealed class StepScope
{
    /// <summary>Nothing goes in step.</summary>
    public static readonly StepScope None = new(false, []);

    private readonly HashSet<string> _names;

    private StepScope(bool whole, HashSet<string> names)
    {
        IsWhole = whole;
        _names = names;
    }

    /// <summary>Every kernel goes in step, and nothing is optimized.</summary>
    public bool IsWhole { get; }

    public bool IsEmpty => !IsWhole && _names.Count == 0;

    /// <summary>This kernel goes in step, or what is inside this function or class is for those that do.</summary>
    public bool Covers(string name) => IsWhole || _names.Contains(name);

    /// <summary>The functions or classes around places of a text: what <see cref="Of"/> starts from; null where one is in none.</summary>
    public static IReadOnlyList<string>? Around(string text, IEnumerable<int> places, IReadOnlySet<string> kernelWords)
    {
        var items = new ProgramItems(text, kernelWords);
        var names = new List<string>();
        foreach (int place in places)
        {
            var around = items.All.FirstOrDefault(i => items.Start(i) <= place && place < items.End(i) && i.Name.Length > 0 && i.Kind != ProgramItemKind.Declaration);
            if (around is null)
            {
                return null;
            }
            names.Add(around.Name);
        }
        return names;
    }

    /// <param name="start">The names of the functions with exchanges; null where they are not known.</param>
    public static StepScope Of(IReadOnlyList<string>? start, IEnumerable<string> texts, IReadOnlySet<string> kernelWords)
    {
        if (start is null)
        {
            return new StepScope(true, []);
        }
        if (start.Count == 0)
        {
            return None;
        }
        var files = texts.Select(t => new ProgramItems(t, kernelWords)).ToList();
        var kernels = files.SelectMany(f => f.All.Where(i => i.Kind == ProgramItemKind.Kernel)).Select(i => i.Name).ToHashSet();
        // a kernel is launched, not called: who speaks of it need not go in step
        var reached = start.Where(n => !kernels.Contains(n)).ToHashSet(StringComparer.Ordinal);
        var names = start.ToHashSet(StringComparer.Ordinal);
        for (int before = -1; before != names.Count;)
        {
            before = names.Count;
            foreach (var file in files)
            {
                foreach (var item in file.All)
                {
                    bool mentions = file.Words(item).Any(w => reached.Contains(w.Word) && !(item.Kind == ProgramItemKind.Declaration && w.Next is "(" or "<"));
                    if (!mentions && !names.Contains(item.Name))
                    {
                        continue;
                    }
                    if (IsUnclear(file, item, names))
                    {
                        return new StepScope(true, []);
                    }
                    names.Add(item.Name);
                    if (item.Kind != ProgramItemKind.Kernel)
                    {
                        reached.Add(item.Name);
                    }
                }
            }
        }
        return new StepScope(false, names);
    }

    private static bool IsUnclear(ProgramItems file, ProgramItem item, HashSet<string> names) => item.Kind switch
    {
        ProgramItemKind.Declaration or ProgramItemKind.HostFunction => true,
        ProgramItemKind.Type => item.Name.Length == 0 || file.Words(item).Any(w => w.Word is "virtual" or "override"),
        ProgramItemKind.Macro => names.Contains(item.Name) && item.Name.Length == 0,
        // a lambda is a function of its own, which the compiler would optimize
        _ => file.HasLambda(item),
    };
}
