using System.CommandLine;
using System.Globalization;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Kits;
using KernelPort.Migration;
using ParseResult = System.CommandLine.ParseResult;

namespace KernelPort.Cli;

/// <summary>Options that mean the same on every command that reads CUDA files.</summary>
public sealed class CommonOptions
{
    private readonly Option<string[]> _includes = new("-I") { Description = "search this folder for #include", HelpName = "DIR" };
    private readonly Option<string[]> _defines = new("-D") { Description = "define a macro", HelpName = "NAME[=VALUE]" };
    private readonly Option<string?> _standard = new("--std") { Description = "the language standard of the input", HelpName = "c++NN" };
    private readonly Option<string?> _database = new("-p") { Description = "take -I and -D from this compile_commands.json", HelpName = "FILE" };
    private readonly Option<string[]> _kernels = new("--kernel") { Description = "only this kernel", HelpName = "NAME" };
    private readonly Option<string[]> _instances = new("--instantiate") { Description = "a template instance to make besides those that are launched", HelpName = "'name<args>'" };
    private readonly Option<string[]> _reports = new("--report") { Description = "write a report; its ending says which: .json .md .sarif .html", HelpName = "FILE" };
    private readonly Option<bool> _strict = new("--strict") { Description = "whatever is not supported is an error (exit code 1)" };
    private readonly Option<int?> _jobs = new("-j") { Description = "how many files to read at a time", HelpName = "N" };
    private readonly Option<string?> _shard = new("--shard") { Description = "only part I of N of the inputs, counted from 1", HelpName = "I/N" };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "print errors only" };
    private readonly Option<string> _color = new("--color") { Description = "auto, always or never", DefaultValueFactory = _ => "auto" };

    private readonly LanguageOption _language;

    private CommonOptions(Command command) => _language = LanguageOption.AddTo(command);

    public static CommonOptions AddTo(Command command)
    {
        var options = new CommonOptions(command);
        options._color.AcceptOnlyFromAmong("auto", "always", "never");
        Option[] all = [options._includes, options._defines, options._standard, options._database, options._kernels, options._instances, options._reports,
            options._strict, options._jobs, options._shard, options._quiet, options._color];
        foreach (var o in all)
        {
            command.Options.Add(o);
        }
        return options;
    }

    public CommonValues Read(ParseResult parsed, CommandContext context)
    {
        string? standard = parsed.GetValue(_standard);
        if (standard is not null && !System.Text.RegularExpressions.Regex.IsMatch(standard, "^(c|gnu)\\+\\+(03|11|14|17|20|23|2a|2b)$"))
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"--std {standard}: expected c++11, c++14, c++17, c++20 or c++23");
        }
        foreach (string report in parsed.GetValue(_reports) ?? [])
        {
            if (!Reports.ReportFile.Knows(report))
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"--report {report}: the ending must be .json, .md, .sarif or .html");
            }
        }
        var values = new CommonValues
        {
            Includes = (parsed.GetValue(_includes) ?? []).ToEquatable(),
            Defines = (parsed.GetValue(_defines) ?? []).Select(Split).ToEquatable(),
            Database = parsed.GetValue(_database) is { } path ? CompileCommands.Read(path) : null,
            Standard = standard,
            Kernels = (parsed.GetValue(_kernels) ?? []).ToEquatable(),
            Instances = (parsed.GetValue(_instances) ?? []).ToEquatable(),
            Reports = parsed.GetValue(_reports) ?? [],
            Strict = parsed.GetValue(_strict),
            Jobs = parsed.GetValue(_jobs) is { } jobs ? Math.Clamp(jobs, 1, 256) : Environment.ProcessorCount,
            Shard = ReadShard(parsed.GetValue(_shard)),
            Quiet = parsed.GetValue(_quiet),
            LanguageName = _language.Read(parsed),
            Color = parsed.GetValue(_color) switch { "always" => true, "never" => false, _ => context.IsTerminal },
        };
        if (parsed.GetValue(_database) is { } database)
        {
            values.FilesRead.Add(database);
        }
        return values;
    }

    internal static (string, string) Split(string define)
    {
        int equals = define.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (define, "1") : (define[..equals], define[(equals + 1)..]);
    }

    private static (int, int) ReadShard(string? text)
    {
        if (text is null)
        {
            return (1, 1);
        }
        string[] parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int i)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int n) && i >= 1 && i <= n)
        {
            return (i, n);
        }
        throw new CommandException(ExitCodes.BadCommandLine, $"--shard {text}: expected I/N with 1 <= I <= N");
    }
}

/// <summary>The values of the common options.</summary>
public sealed record CommonValues
{
    public EquatableArray<string> Includes { get; init; } = [];

    public EquatableArray<(string Name, string Value)> Defines { get; init; } = [];

    public CompileCommands? Database { get; init; }

    /// <summary>The language standard, where one was asked for.</summary>
    public string? Standard { get; init; }

    public EquatableArray<string> Kernels { get; init; } = [];

    public EquatableArray<string> Instances { get; init; } = [];

    public IReadOnlyList<string> Reports { get; init; } = [];

    public bool Strict { get; init; }

    public int Jobs { get; init; } = 1;

    public (int Index, int Count) Shard { get; init; } = (1, 1);

    public bool Quiet { get; init; }

    public bool Color { get; init; }

    /// <summary>The user's own rules for names.</summary>
    public RuleFiles Rules { get; init; } = RuleFiles.None;

    /// <summary>What ran on hardware.</summary>
    public Measurements Measured { get; init; } = Measurements.None;

    /// <summary>The rows on top of a target's table: what is measured, and above it what the user says.</summary>
    public IReadOnlyList<ApiRow> RulesFor(TargetChoice choice) => [.. choice.Measured(Measured), .. Rules.For(choice)];

    /// <summary>A compatibility header instead of edits.</summary>
    public bool IsShim { get; init; }

    /// <summary>What is written for targets whose output is machine code.</summary>
    public Backends.EmissionOptions Emission { get; init; } = Backends.EmissionOptions.None;

    /// <summary>The language that was asked for; null for the locale's.</summary>
    public string? LanguageName { get; init; }

    /// <summary>The language of what is printed.</summary>
    public MessageLanguage Language => MessageLanguage.Of(LanguageName);

    /// <summary>What was read so far: sources, headers, settings.</summary>
    public FilesRead FilesRead { get; } = new();

    /// <summary>Where included files come from, if not from the disk: an editor has newer ones.</summary>
    public Func<string, SourceText?>? FileLoader { get; init; }

    public ParseOptions ParseOptions => new()
    {
        IncludeDirectories = [.. Includes, .. Database?.Includes ?? []],
        Defines = [.. Defines, .. Database?.Defines ?? []],
        FileLoader = FileLoader ?? FilesRead.Load,
    };

    public CompilerOptions CompilerOptions => new()
    {
        IncludeDirectories = ParseOptions.IncludeDirectories,
        Defines = ParseOptions.Defines,
        Kernels = Kernels,
        Instantiate = Instances,
        FileLoader = FileLoader ?? FilesRead.Load,
    };
}
