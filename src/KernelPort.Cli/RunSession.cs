using System.Globalization;
using System.Text;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Migration;
using KernelPort.Twin;

namespace KernelPort.Cli;

/// <summary>One program made ready to run: migrated where a target was named, compiled, its troubles told.</summary>
internal sealed class RunSession(Inputs inputs, TargetChoice? choice, CommonValues options, CommandContext context)
{
    // By the path at which the compiler finds it.
    private readonly Dictionary<string, OutputText> _written = new(StringComparer.Ordinal);

    private static readonly string[] HostSuffixes = [".cpp", ".cc", ".cxx", ".c"];

    public int? Warp { get; init; }

    public string? Keep { get; init; }

    /// <summary>Whether races in shared memory are looked for: always, never, or where the text does not rule them out.</summary>
    public bool? FindsRaces { get; init; }

    /// <summary>All warps go in step, found necessary or not.</summary>
    public bool LockStep { get; init; }

    /// <summary>What compiles the kernels in place of the twin's own; null where the twin runs them.</summary>
    public IKernelLibraries? Engine { get; init; }

    /// <summary>Kernels, by their names in the source, that have no text as nobody knows the size of their blocks.</summary>
    public IReadOnlySet<string> WithoutBlock { get; private set; } = new HashSet<string>();

    /// <summary>Why there is nothing to run.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What runs it, in words that claim no hardware.</summary>
    public string EngineName => Engine is not null ? $"engine {Engine.EngineName} and the CUDA twin on this CPU" : choice is null ? "the CUDA twin on this CPU" : $"the twin of {choice.Target.Name} on this CPU";

    /// <summary>The executable, or null after having said why there is none.</summary>
    public string? Build()
    {
        string cache = BuildCache.OpenForUser();
        var runner = new TwinRunner(cache);
        if (!runner.HasCompiler)
        {
            return Fail(RunRules.NoCompiler.At(Span.None, runner.Compiler), ExitCodes.MissingTool);
        }
        var twins = InstalledTwins.Load();
        if (!twins.TryGetValue(choice?.Target.Name ?? "cuda", out var twin))
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"there is no twin of {choice!.Name} yet");
        }
        string[] includes = [.. options.Includes.Concat(options.Database?.Includes ?? []).Select(Path.GetFullPath)];
        string? Finish(ProgramRequest request)
        {
            var program = Progress.Run(context, options, "building", _ => new ProgramBuild(runner).Compile(request));
            return program.Status switch
            {
                TwinStatus.Done => program.Executable,
                TwinStatus.LinkFailed => Fail(CompilerMessages.Link(program.Output), ExitCodes.BadInput),
                _ => FailToCompile(program.Output),
            };
        }
        string folder = Keep is { } kept ? Path.GetFullPath(kept) : Path.Combine(cache, "migrated-" + Guid.NewGuid().ToString("N"));
        try
        {
            IReadOnlyList<string> units = [.. inputs.Sources.Where(s => !SourceTree.IsHeader(s.Path)).Select(s => s.Path)];
            string root = CommonFolder([inputs.Root, .. includes.Where(Directory.Exists)]);
            if (choice is { IsMigrated: false })
            {
                return Emitted(root, includes, folder, twin) is { } emitted ? Finish(emitted) : null;
            }
            var tree = SourceTree.Read(root, [.. inputs.Sources.Where(s => !SourceTree.IsHeader(s.Path))], options.ParseOptions, options.Jobs);
            var synchrony = WarpSynchrony.Of(tree);
            if (synchrony.Exchange is { } exchange && !runner.CanInstrument)
            {
                return Fail(RunRules.NotFaithful.At(exchange.Span, exchange.Detail, runner.Compiler), ExitCodes.Unsupported);
            }
            if (LockStep && !runner.CanInstrument)
            {
                return Fail(RunRules.NotFaithful.At(Span.None, "--lock-step", runner.Compiler), ExitCodes.Unsupported);
            }
            bool races = FindsRaces ?? synchrony.Unordered is not null;
            if (races && !runner.CanInstrument)
            {
                races = false;
                context.Error.Write(options.Language.Print(RunRules.NoRaceCheck.At(synchrony.Unordered?.Span ?? Span.None, synchrony.Unordered?.Detail ?? "shared memory", runner.Compiler), withSource: false));
            }
            if (!options.Quiet)
            {
                context.Error.Write(string.Concat(synchrony.Notes.Select(n => options.Language.Print(n, withSource: false))));
            }
            if (choice is not null)
            {
                (units, includes) = Migrate(tree, root, units, includes, folder);
            }
            return Finish(new ProgramRequest(units, WithWarp(twin))
            {
                IncludeFolders = includes,
                Defines = options.ParseOptions.Defines,
                Standard = options.Standard ?? "c++17",
                Jobs = options.Jobs,
                LockStep = LockStep ? null : synchrony.Functions,
                FindsRaces = races && !LockStep,
                HasKernelsElsewhere = Engine is not null,
            });
        }
        finally
        {
            if (choice is not null && Keep is null && Directory.Exists(folder))
            {
                Directory.Delete(folder, true);
            }
        }
    }

    /// <summary>What gives the running program its kernels; null where it has its own.</summary>
    public KernelDelivery? Deliver(string executable) => Engine is null ? null
        : new KernelDelivery(Engine, [.. inputs.Sources.Where(s => s.Path.EndsWith(".cu", StringComparison.OrdinalIgnoreCase))], options, executable);

    private TwinTarget WithWarp(TwinTarget twin)
    {
        if (Warp is not { } width)
        {
            return twin;
        }
        if (choice is not null)
        {
            throw new CommandException(ExitCodes.BadCommandLine, "--warp is for CUDA's twin; a target has the width of its profile");
        }
        if (width is not (16 or 32 or 64))
        {
            throw new CommandException(ExitCodes.BadCommandLine, Invariant($"--warp {width}: expected 16, 32 or 64"));
        }
        string[] wide = width > 32 ? ["-DKP_MASK_IGNORED=1"] : [];
        return twin with { Options = [.. twin.Options, Invariant($"-DKP_WARP_WIDTH={width}"), .. wide], Warp = width };
    }

    private (IReadOnlyList<string> Units, string[] Includes) Migrate(SourceTree tree, string root, IReadOnlyList<string> units, string[] includes, string folder)
    {
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Migrator.Run(tree, choice!.Target))
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text, Encoding.Latin1);
            if (file.IsSupplied)
            {
                continue;
            }
            _written[path] = new OutputText(file.Path, file.From.Source.Path, file.Text, IsBytes: true, file.LineMap);
            moved[Path.GetFullPath(file.From.Source.Path)] = path;
            if (!options.Quiet)
            {
                DiagnosticOutput.Write([.. file.Diagnostics.Where(d => MigrationRules.IsUnsupported(d))], options, context);
            }
        }
        // what the migration did not touch is still found where it was
        return ([.. units.Select(u => moved.GetValueOrDefault(Path.GetFullPath(u), u))], [.. includes.SelectMany(i => new[] { Mirror(i, root, folder), i }).Distinct()]);
    }

    private static string Mirror(string path, string root, string folder) =>
        path == root || path.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal) ? Path.Combine(folder, Path.GetRelativePath(root, path)) : path;

    private static string CommonFolder(IReadOnlyList<string> folders)
    {
        string root = Path.GetFullPath(folders[0]);
        foreach (string folder in folders)
        {
            while (!(Path.GetFullPath(folder).TrimEnd('/') + "/").StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal))
            {
                root = Path.GetDirectoryName(root) ?? "/";
            }
        }
        return root;
    }

    /// <summary>The program as it goes to a target whose kernels are written anew: their texts, and its own as the host's half; null where its errors left nothing of it.</summary>
    private ProgramRequest? Emitted(string root, string[] includes, string folder, TwinTarget twin)
    {
        var result = Progress.Run(context, options, "translating", say => Translation.Run(inputs with { Root = root }, [choice!], options, say));
        WithoutBlock = result.Diagnostics.Where(d => d.Code == TargetRules.UnknownBlock.Code).Select(d => d.Arguments[0]).ToHashSet(StringComparer.Ordinal);
        DiagnosticOutput.Write(result.Diagnostics, options with { Quiet = true }, context);
        DiagnosticOutput.Write([.. result.Diagnostics.Where(d => !options.Quiet && d.Severity == Severity.Warning)], options, context);
        if (result.Targets[0].Files.Count == 0 && result.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            Stop(ExitCodes.BadInput);
            return null;
        }
        var units = new List<string>();
        // A source may be included by another and be none itself.
        var given = inputs.Sources.Where(s => !SourceTree.IsHeader(s.Path)).Select(s => Path.GetFullPath(s.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in result.Targets[0].Files)
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes);
            if (file.From.Length > 0)
            {
                _written[path] = file;
            }
            if (file.Path.EndsWith(".host" + choice!.Target.Extension, StringComparison.Ordinal) || (HostSuffixes.Contains(Path.GetExtension(path)) && file.From.Length > 0 && given.Contains(Path.GetFullPath(file.From))))
            {
                units.Add(path);
            }
        }
        return new ProgramRequest(units, twin.ForEmitted(choice!.Target.Extension))
        {
            IncludeFolders = [.. includes.SelectMany(i => new[] { Mirror(i, root, folder), i }).Distinct()],
            Defines = options.ParseOptions.Defines,
            Standard = options.Standard ?? "c++17",
            Jobs = options.Jobs,
        };
    }

    /// <summary>Where a line of a file that we wrote comes from.</summary>
    public (string Path, int Line) Origin(string path, int line)
    {
        if (!_written.TryGetValue(path, out var file) || file.LineMap.Count == 0)
        {
            return (path, line);
        }
        var last = file.LineMap.Last(m => m.Line <= Math.Max(line, 1));
        return (Path.GetFullPath(file.From), last.From + line - last.Line);
    }

    /// <summary>A line of a file that we wrote, as it would be named in an output folder; no place where the file is the user's.</summary>
    public Span Written(string path, int line) => _written.TryGetValue(path, out var file) ? new SourceText(file.Path, file.Text).SpanOfLine(Math.Max(line, 1)) : Span.None;

    private string? FailToCompile(string output)
    {
        var diagnostics = CompilerMessages.Read(output, Origin);
        foreach (var d in diagnostics)
        {
            context.Error.Write(options.Language.Print(choice is null ? d : d.For(choice.Target.Name), context.IsTerminal));
        }
        return diagnostics.Count > 0 ? Stop(ExitCodes.BadInput) : Fail(RunRules.Compile.At(Span.None, output.Trim()), ExitCodes.BadInput);
    }

    private string? Fail(Diagnostic diagnostic, int code)
    {
        context.Error.Write(options.Language.Print(diagnostic, withSource: false));
        return Stop(code);
    }

    private string? Stop(int code)
    {
        ExitCode = code;
        return null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
