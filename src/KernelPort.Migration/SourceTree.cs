using System.Text.RegularExpressions;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Cuda.Hazards;
using KernelPort.Cuda.HostSide;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Migration;

/// <summary>Where a kernel stands: its name, and all of it.</summary>
public sealed record KernelPlace(string Name, Span NameSpan, Span Span);

/// <summary>A file of the input tree with everything its translation units found out about it.</summary>
public sealed class TreeFile
{
    private readonly List<DeclaredNames> _views = [];
    private readonly SortedDictionary<int, KernelPlace> _kernels = [];
    private readonly SortedSet<HazardSite> _hazards = new(HazardOrder);

    internal TreeFile(SourceText source, RawTokenUse[] uses, string relative)
    {
        Source = source;
        Uses = uses;
        RelativePath = relative;
    }

    public SourceText Source { get; }

    /// <summary>The path below the tree's root, with forward slashes.</summary>
    public string RelativePath { get; }

    /// <summary>What became of each token in any unit. The tokens themselves are made anew where they are needed: lexing is fast, and there are many.</summary>
    internal RawTokenUse[] Uses { get; }

    internal List<Span> DeviceCode { get; } = [];

    /// <summary>What of it is for the device, as each unit that reads it sees it.</summary>
    internal List<DeviceText> DeviceTexts { get; } = [];

    /// <summary>The device's variables that the file's own unit sees, those of its headers too.</summary>
    internal IReadOnlyList<DeviceVariable> VariablesOfUnit { get; private set; } = [];

    /// <summary>What may go wrong on other machines, each place once however many units reach it.</summary>
    public IReadOnlyCollection<HazardSite> Hazards => _hazards;

    internal bool IsHazard(HazardKind kind, int offset) => _hazards.Any(h => h.Kind == kind && h.Span.Start == offset);

    private static readonly Comparer<HazardSite> HazardOrder = Comparer<HazardSite>.Create((a, b) =>
        (a.Span.Start, a.Span.Length, a.Kind, a.Detail, a.Number).CompareTo((b.Span.Start, b.Span.Length, b.Kind, b.Detail, b.Number)));

    internal IReadOnlyList<DeclaredNames> Views => _views;

    /// <summary>The kernels that stand in it, by place.</summary>
    public IReadOnlyCollection<KernelPlace> Kernels => _kernels.Values;

    /// <summary>A translation unit of its own, not only included.</summary>
    public bool IsUnit { get; internal set; }

    /// <summary>Its unit was read with errors, or with files missing: names may mean something else.</summary>
    public bool IsDegraded { get; internal set; }

    /// <summary>The unit gets a header of CUDA's, or the target's, by itself.</summary>
    internal HashSet<string> Includes { get; } = new(StringComparer.Ordinal);

    /// <summary>The headers that its units name with angle brackets in any branch, taken or not.</summary>
    internal HashSet<string> NamedHeaders { get; } = new(StringComparer.Ordinal);

    /// <summary>What its own #include "..." lines found in the tree, by offset of the directive.</summary>
    internal Dictionary<int, string> TreeIncludes { get; } = [];

    internal void Join(SourceText source, RawTokenUse[] uses, UnitFacts unit)
    {
        _hazards.UnionWith(unit.Hazards.Where(h => ReferenceEquals(h.Span.Source, source)));
        for (int i = 0; i < Uses.Length && i < uses.Length; i++)
        {
            Uses[i] |= uses[i];
        }
        _views.Add(unit.Names);
        DeviceTexts.Add(unit.Device.In(source));
        if (ReferenceEquals(source, unit.Source))
        {
            VariablesOfUnit = unit.Device.Variables;
        }
        DeviceCode.AddRange(unit.DeviceCode.Where(d => ReferenceEquals(d.Source, source)));
        foreach (var k in unit.Kernels.Where(k => ReferenceEquals(k.Span.Source, source)))
        {
            _kernels.TryAdd(k.Span.Start, k);
        }
    }

    internal bool IsOwnName(string name, SourceText source, int offset) => _views.Exists(v => v.Rules(name, source, offset));

    internal bool IsDeclared(string name) => _views.Exists(v => v.Knows(name));
}

/// <summary>The files to migrate: the inputs and the headers of the same folder tree that they include, each once.</summary>
public sealed partial class SourceTree
{
    private static readonly string[] HeaderSuffixes = [".cuh", ".h", ".hh", ".hpp", ".hxx", ".inl", ".inc"];

    // from here on lexing all of our headers once costs less than those each unit includes
    private const int ManyUnits = 8;

    private readonly string _root;
    private readonly Dictionary<string, TreeFile> _byPath = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    private readonly ParseOptions _options;
    private readonly List<(SourceText Source, IReadOnlyList<HazardSite> AtWork)> _gated = [];
    private readonly int _jobs;
    private LexedStubs? _stubs;
    private readonly Dictionary<string, IReadOnlyList<HazardSite>> _empty = new(StringComparer.Ordinal);

    private SourceTree(string root, ParseOptions options, int jobs)
    {
        _jobs = Math.Clamp(jobs, 1, 256);
        _options = options;
        _root = root.TrimEnd('/') + "/"; // the root of all has nothing before it
    }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<TreeFile> Files => [.. _byPath.Values.OrderBy(f => f.RelativePath, StringComparer.Ordinal)];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Reads inputs under a root (an absolute path); sources first, then the headers that none of them included.</summary>
    public static SourceTree Read(string root, IReadOnlyList<SourceText> inputs, ParseOptions options, int jobs = 1)
    {
        var tree = new SourceTree(root, options, jobs);
        var sources = inputs.Where(s => !IsHeader(s.Path)).ToList();
        tree.ReadAll(sources, quiet: false);
        // a header that is never included is read without what should stand before it: its errors are not the user's
        tree.ReadAll([.. inputs.Where(s => IsHeader(s.Path) && !tree._byPath.ContainsKey(tree.Relative(s.Path)))], quiet: sources.Count > 0);
        return tree;
    }

    public static bool IsHeader(string path) => HeaderSuffixes.Any(s => path.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    private void ReadAll(IReadOnlyList<SourceText> sources, bool quiet)
    {
        if (sources.Count >= ManyUnits)
        {
            _stubs ??= new LexedStubs();
        }
        var waiting = new UnitFacts?[sources.Count];
        int next = -1;
        int joined = 0;
        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < sources.Count;)
            {
                var unit = ReadUnit(sources[i]);
                // joined in order, so that the result does not depend on the number of jobs
                lock (waiting)
                {
                    waiting[i] = quiet ? unit with { Diagnostics = [], Missing = unit.Missing || unit.HasErrors } : unit;
                    for (; joined < sources.Count && waiting[joined] is { } first; joined++)
                    {
                        Join(first);
                        waiting[joined] = null;
                    }
                }
            }
        }
        Parallel.Invoke([.. Enumerable.Repeat<Action>(Work, Math.Clamp(_jobs, 1, Math.Max(1, sources.Count)))]);
    }

    /// <summary>Kernels of which nothing is left where <c>__CUDA_ARCH__</c> has this value. Only units that mention it are read once more; keeping them all would cost too much memory.</summary>
    internal IReadOnlyList<HazardSite> EmptyUnder(string architecture)
    {
        if (!_empty.TryGetValue(architecture, out var sites))
        {
            var options = _options with { Defines = _options.Defines.Append(("__CUDA_ARCH__", architecture)).ToEquatable() };
            var found = new IEnumerable<HazardSite>[_gated.Count];
            Parallel.For(0, _gated.Count, new ParallelOptions { MaxDegreeOfParallelism = _jobs }, i =>
            {
                var (source, atWork) = _gated[i];
                found[i] = [.. HazardFinder.EmptyUnderArchitecture(atWork, Parse(source, options, new DiagnosticBag()).Unit, s => IsInTree(s.Path))];
            });
            sites = [.. found.SelectMany(f => f)];
            _empty[architecture] = sites;
        }
        return sites;
    }

    private UnitFacts ReadUnit(SourceText source)
    {
        var bag = new DiagnosticBag();
        var parse = Parse(source, _options, bag);
        var names = new DeclaredNames();
        var collected = NameCollector.Run(parse.Unit, names, s => s is not null && IsInTree(s.Path));
        foreach (var raw in parse.Files.Where(f => !f.IsStub))
        {
            TokenDeclarations.Collect(raw, names, IsInTree(raw.Source.Path));
        }
        var hazards = HazardFinder.Run(parse.Unit, s => IsInTree(s.Path));
        var files = parse.Files.Where(f => !f.IsStub && IsInTree(f.Source.Path)).ToList();
        return new UnitFacts(
            source,
            [.. files.Select(f => (f.Source, f.Uses))],
            [.. parse.Includes.Where(e => e.Span.Source is { } s && !s.Path.StartsWith('<'))],
            [.. files.SelectMany(f => AngledInclude().Matches(f.Source.Text)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)],
            names,
            collected.DeviceCode,
            DeviceText.Of(parse.Unit, s => IsInTree(s.Path)),
            collected.Kernels,
            hazards,
            bag.Ordered(),
            parse.MissingIncludes.Count > 0,
            files.Exists(f => Array.Exists(f.Tokens, t => t.Name?.Text == "__CUDA_ARCH__")) ? HazardFinder.KernelsAtWork(parse.Unit, s => IsInTree(s.Path)) : []);
    }

    [GeneratedRegex(@"^[ \t]*#[ \t]*include[ \t]*<([^>\n]+)>", RegexOptions.Multiline)]
    private static partial Regex AngledInclude();

    private ParseResult Parse(SourceText source, ParseOptions options, DiagnosticBag bag) =>
        CudaSyntax.Parse(source, options with { Cache = options.Cache ?? new SourceCache(options.FileLoader, _stubs) }, bag);

    private void Join(UnitFacts unit)
    {
        bool degraded = unit.Missing || unit.HasErrors;
        foreach (var (source, uses) in unit.Files)
        {
            string path = Relative(source.Path);
            if (!_byPath.TryGetValue(path, out var file))
            {
                _byPath.Add(path, file = new TreeFile(source, uses, path));
            }
            file.Join(source, uses, unit);
            file.IsDegraded |= degraded;
            file.IsUnit |= ReferenceEquals(source, unit.Source);
            file.NamedHeaders.UnionWith(unit.NamedHeaders);
            foreach (var edge in unit.Includes)
            {
                file.Includes.Add(edge.Name);
                if (ReferenceEquals(edge.Span.Source, source) && edge.Target is { } target && !target.Path.StartsWith('<'))
                {
                    if (IsInTree(target.Path))
                    {
                        file.TreeIncludes[edge.Span.Start] = Relative(target.Path);
                    }
                    else if (!edge.Angled)
                    {
                        _diagnostics.Add(MigrationRules.OutsideTree.At(edge.Span, edge.Name));
                    }
                }
            }
        }
        _diagnostics.AddRange(unit.Diagnostics);
        if (unit.Gated.Count > 0)
        {
            _gated.Add((unit.Source, unit.Gated));
        }
    }

    private bool IsInTree(string path) => !path.StartsWith('<') && Path.GetFullPath(path).StartsWith(_root, StringComparison.Ordinal);

    private string Relative(string path) => Path.GetFullPath(path)[_root.Length..].Replace('\\', '/');
}
