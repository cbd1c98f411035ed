using System.Security.Cryptography;
using System.Text;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>A file that a target gets. <paramref name="From"/> is the input's path; the line map pairs lines of it with lines of the input.</summary>
public sealed record OutputText(string Path, string From, string Text, bool IsBytes, IReadOnlyList<(int Line, int From)> LineMap)
{
    /// <summary>What stands in the file.</summary>
    public byte[] Bytes => IsBytes ? Encoding.Latin1.GetBytes(Text) : new UTF8Encoding(false).GetBytes(Text);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>What became of a kernel on a target.</summary>
public sealed record KernelStatus(string Status, IReadOnlyList<string> Codes)
{
    /// <summary>The form it was given, where the target has several.</summary>
    public KernelForm? Form { get; init; }

    /// <summary>Where this very text was run, by a kit.</summary>
    public IReadOnlyList<KernelRun> Runs { get; init; } = [];
}

/// <summary>A kernel's run on a device: on hardware or on a twin; passes or fails.</summary>
public sealed record KernelRun(string On, string Device, string Outcome);

/// <summary>A kernel of the input, with a status a target.</summary>
public sealed record KernelOutcome(string Name, string? Instantiation, string File, int Line)
{
    public SortedDictionary<string, KernelStatus> PerTarget { get; } = new(StringComparer.Ordinal);
}

/// <summary>Everything a target gets.</summary>
public sealed record TargetOutcome(TargetChoice Choice, IReadOnlyList<OutputText> Files, TokenCounts Tokens)
{
    /// <summary>Safe rewritings of the input, by path as the user gave it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TextEdit>> Fixes { get; init; } = new Dictionary<string, IReadOnlyList<TextEdit>>();
}

/// <summary>All of a translation, before anything is written.</summary>
public sealed record TranslationResult(
    Inputs Inputs,
    IReadOnlyList<TargetOutcome> Targets,
    IReadOnlyList<KernelOutcome> Kernels,
    IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Translates inputs for targets: whole files where the target is a CUDA dialect, kernel by kernel through the IR elsewhere.</summary>
public sealed class Translation
{
    private readonly Inputs _inputs;
    private readonly CommonValues _options;
    private readonly DiagnosticBag _bag = new();
    private readonly SortedDictionary<(string File, int Line, string Name), KernelOutcome> _kernels = [];
    private IReadOnlyList<Compilation>? _compilations;
    private SourceTree? _tree;

    private Translation(Inputs inputs, CommonValues options)
    {
        _inputs = inputs;
        _options = options;
    }

    /// <param name="progress">Told what is being done, for people.</param>
    public static TranslationResult Run(Inputs inputs, IReadOnlyList<TargetChoice> choices, CommonValues options, Action<string> progress)
    {
        var translation = new Translation(inputs, options);
        translation._bag.AddRange(inputs.Diagnostics);
        var outcomes = new List<TargetOutcome>();
        foreach (var choice in choices)
        {
            progress(choice.Name);
            outcomes.Add(choice.IsMigrated ? translation.Migrate(choice) : translation.Emit(choice));
            MeasuredKernels.Mark(outcomes[^1], [.. translation._kernels.Values], options.Measured);
        }
        return new TranslationResult(inputs, outcomes, [.. translation._kernels.Values], translation._bag.Ordered());
    }

    private TargetOutcome Migrate(TargetChoice choice)
    {
        var tree = Tree();
        _bag.AddRange(tree.Diagnostics);
        var files = new List<OutputText>();
        var tokens = default(TokenCounts);
        var rules = _options.RulesFor(choice);
        var fixes = new Dictionary<string, IReadOnlyList<TextEdit>>(StringComparer.Ordinal);
        foreach (var file in Migrator.Run(tree, choice.Target, rules))
        {
            if (_options.IsShim)
            {
                // a call that only a hand can edit is a macro there
                _bag.AddRange(file.Diagnostics.Where(d => d.Code != MigrationRules.ToDo.Code).Concat(file.BeyondShim));
                tokens += new TokenCounts(file.Tokens.Total, 0, file.Tokens.Unsupported, file.Tokens.Unknown);
                AddKernels(file, choice);
                continue;
            }
            if (file.IsSupplied)
            {
                files.Add(new OutputText(file.Path, "", file.Text, IsBytes: true, []));
                continue;
            }
            if (files.Find(f => f.Path == file.Path) is not null)
            {
                _bag.Add(MigrationRules.SameOutput.At(new Span(file.From.Source, 0, 0), file.Path).For(choice.Target.Name));
                continue;
            }
            fixes[file.From.Source.Path] = file.Fixes;
            files.Add(new OutputText(file.Path, file.From.Source.Path, file.Text, IsBytes: true, file.LineMap));
            tokens += file.Tokens;
            _bag.AddRange(file.Diagnostics);
            AddKernels(file, choice);
        }
        if (_options.IsShim)
        {
            files.AddRange(CompatibilityHeader.Files(tree, choice.Target, rules).Select(f => new OutputText(f.Path, "", f.Text, IsBytes: true, [])));
            return new TargetOutcome(choice, files, tokens);
        }
        foreach (var file in _inputs.BuildFiles.Select(b => BuildFile.Run(b, _inputs.Root, choice.Target)))
        {
            files.Add(new OutputText(file.Path, file.Source.Path, file.Text, IsBytes: true, [(1, 1)]));
            _bag.AddRange(file.Diagnostics);
        }
        return new TargetOutcome(choice, files, tokens) { Fixes = fixes };
    }

    private void AddKernels(MigratedFile file, TargetChoice choice)
    {
        foreach (var k in file.From.Kernels)
        {
            var within = file.Diagnostics.Where(d => d.Severity != Severity.Note && d.Span.Start >= k.Span.Start && d.Span.Start < k.Span.End).ToList();
            var codes = within.Select(d => d.Code).Distinct(StringComparer.Ordinal).ToList();
            bool degraded = file.From.IsDegraded || within.Exists(MigrationRules.IsUnsupported);
            Kernel(k.Name, null, k.NameSpan.IsNone ? k.Span : k.NameSpan).PerTarget[choice.Name] = new KernelStatus(degraded ? "degraded" : "migrated", codes);
        }
    }

    private TargetOutcome Emit(TargetChoice choice)
    {
        if (_compilations is null)
        {
            _compilations = Compile();
            _compilations.ToList().ForEach(c => _bag.AddRange(c.Diagnostics));
        }
        var files = new List<OutputText>();
        var emitted = new Dictionary<string, EmittedUnit>(StringComparer.Ordinal);
        var names = new UnitNames();
        var (options, note) = EmissionChoice.For(choice, _options.Emission);
        _bag.AddRange(note is null ? [] : [note]);
        foreach (var c in _compilations)
        {
            string relative = Path.GetRelativePath(_inputs.Root, Path.GetFullPath(c.Source.Path)).Replace('\\', '/');
            AddFailed(c, choice);
            var module = c.Module;
            if (choice.Target.HostSide is not null)
            {
                var shared = SharedNames(c);
                // Files that launch nothing are no program, and what each becomes depends on no other.
                (module, var blocks) = KernelsByBlock.Split(HostHalf.IsIn(Tree()) ? names.Apart(module) : module, k => BlocksOf(k, options));
                options = options with { Blocks = blocks, SharedNames = shared.Select(k => k.SourceName).ToHashSet(StringComparer.Ordinal) };
                _bag.AddRange(shared.Where(_ => HostHalf.IsIn(Tree())).Select(k => MigrationRules.ToDo.At(k.From.Span, k.SourceName, "several kernels have this name, and launches go by name").For(choice.Target.Name)));
            }
            var emission = Compiler.Compiler.OnDeepStack(() => Emission.Run(module, choice.Backend, choice.Target, c.Source.Path, options: options));
            foreach (var v in emission.Kernels)
            {
                _bag.AddRange(v.Refusals);
                var codes = v.Refusals.Select(d => d.Code).Distinct(StringComparer.Ordinal).ToList();
                var statuses = Kernel(v.Kernel).PerTarget;
                // A kernel for several sizes of blocks is what the worst of them is.
                if (!(v.IsEmitted && statuses.TryGetValue(choice.Name, out var before) && before.Status == "refused"))
                {
                    statuses[choice.Name] = new KernelStatus(v.IsEmitted ? "emitted" : "refused", codes)
                    {
                        Form = v.IsEmitted ? emission.File?.Forms.FirstOrDefault(f => f.Kernel == v.Kernel.SourceName) : null,
                    };
                }
            }
            if (emission.File is { } file)
            {
                string path = Path.ChangeExtension(relative, null) + file.Extension;
                var map = file.LineMap.Where(l => ReferenceEquals(l.From.Source, c.Source)).Select(l => (l.Line, l.From.Line)).ToList();
                files.Add(new OutputText(path, c.Source.Path, file.Text, file.IsBytes, map));
                string folder = Path.GetDirectoryName(path) ?? "";
                // Those that go with every file of a folder are written once.
                files.AddRange(file.Companions.OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => new OutputText(Path.Combine(folder, p.Key), c.Source.Path, p.Value, file.IsBytes, []))
                    .Where(o => !files.Exists(f => f.Path == o.Path && f.Text == o.Text)).ToList());
                _bag.AddRange(file.Notes);
                emitted[Path.GetFullPath(c.Source.Path)] = new EmittedUnit(Path.GetFileNameWithoutExtension(path), [.. emission.Lowered!.Globals]);
            }
        }
        return new TargetOutcome(choice, files, choice.Target.HostSide is { } side ? AddHost(files, choice.Target, side, emitted) : default);
    }

    /// <summary>The program's own text beside its kernels, where it launches them.</summary>
    private TokenCounts AddHost(List<OutputText> files, Target target, HostSide side, Dictionary<string, EmittedUnit> emitted)
    {
        var tree = Tree();
        var tokens = default(TokenCounts);
        if (!HostHalf.IsIn(tree))
        {
            return tokens;
        }
        foreach (var host in HostHalf.Run(tree, target, side, s => emitted.GetValueOrDefault(Path.GetFullPath(s.Path))))
        {
            tokens += host.Tokens;
            _bag.AddRange(host.Diagnostics);
            if (files.Exists(f => f.Path == host.Path))
            {
                _bag.Add(MigrationRules.SameOutput.At(new Span(host.From.Source, 0, 0), host.Path).For(target.Name));
                continue;
            }
            files.Add(new OutputText(host.Path, host.From.Source.Path, host.Text, IsBytes: true, host.LineMap));
            foreach (var header in side.Headers)
            {
                string path = Path.Combine(Path.GetDirectoryName(host.Path) ?? "", header.Name);
                if (host.Text.Contains($"#include \"{header.Name}\"", StringComparison.Ordinal) && !files.Exists(f => f.Path == path))
                {
                    files.Add(new OutputText(path, "", header.Open(), IsBytes: true, []));
                }
            }
        }
        return tokens;
    }

    /// <summary>A kernel for each name that several of a unit have, those with errors too.</summary>
    private static List<Ir.Function> SharedNames(Compilation c) =>
        [.. c.Module.Kernels.GroupBy(k => k.SourceName, StringComparer.Ordinal).Where(g => g.Skip(1).Any() || c.Failed.Contains(g.Key)).Select(g => g.First())];

    /// <summary>The sizes to make a kernel for: those asked for, or else those that the program launches it with, by its text or as it ran.</summary>
    private IReadOnlyList<Extent> BlocksOf(Ir.Function kernel, EmissionOptions options)
    {
        if (options.Sizes.Count > 0)
        {
            return options.BlocksOf(kernel);
        }
        var launched = _compilations!.SelectMany(c => c.Blocks).Where(b => b.Kernel == kernel.SourceName).Select(b => new Extent(b.Block.X, b.Block.Y, b.Block.Z)).ToList();
        // What is not told of an instance is told of its template.
        launched = [.. (launched.Count > 0 ? launched : HostHalf.BlocksOf(Tree(), kernel.SourceName.Split('<')[0].Split("::")[^1])).Concat(options.Launched.GetValueOrDefault(kernel.SourceName, [])).Distinct().OrderBy(b => (b.X, b.Y, b.Z))];
        return launched.Count > 0 ? launched : options.BlocksOf(kernel);
    }

    private SourceTree Tree() => _tree ??= SourceTree.Read(_inputs.Root, _inputs.Sources, _options.ParseOptions, _options.Jobs);

    /// <summary>Headers are compiled where they are included; alone only if nothing else was given.</summary>
    private Compilation[] Compile()
    {
        var units = _inputs.Sources.Where(s => !SourceTree.IsHeader(s.Path)).ToList();
        if (units.Count == 0)
        {
            units = [.. _inputs.Sources];
        }
        return SeparateUnits.Compile(units, _options.CompilerOptions, _options.Jobs);
    }

    /// <summary>Kernels with errors, and templates nobody launches: refused, with the codes of the errors of their file.</summary>
    private void AddFailed(Compilation c, TargetChoice choice)
    {
        var errors = c.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code).Distinct(StringComparer.Ordinal).ToList();
        foreach (string name in c.Failed)
        {
            Kernel(name.Split('<')[0], name.Contains('<', StringComparison.Ordinal) ? name : null, new Span(c.Source, 0, 0)).PerTarget[choice.Name] = new KernelStatus("refused", errors);
        }
        foreach (string name in c.Unlaunched)
        {
            var at = c.Diagnostics.FirstOrDefault(d => d.Code == "KP2025" && d.Message.Contains($"'{name}'", StringComparison.Ordinal))?.Span ?? new Span(c.Source, 0, 0);
            Kernel(name, null, at).PerTarget[choice.Name] = new KernelStatus("refused", ["KP2025"]);
        }
    }

    private KernelOutcome Kernel(Ir.Function k)
    {
        bool instance = k.SourceName.Contains('<', StringComparison.Ordinal);
        return Kernel(k.SourceName.Split('<')[0], instance ? k.SourceName : null, k.From.Span);
    }

    private KernelOutcome Kernel(string name, string? instantiation, Span at)
    {
        var key = (at.Source?.Path ?? "", at.Line, instantiation ?? name);
        if (!_kernels.TryGetValue(key, out var outcome))
        {
            _kernels.Add(key, outcome = new KernelOutcome(name, instantiation, key.Item1, key.Line));
        }
        return outcome;
    }
}
