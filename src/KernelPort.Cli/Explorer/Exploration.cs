using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Engines.Verification;
using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Twin;

namespace KernelPort.Cli.Explorer;

/// <summary>What the page asks: a text translated, shown after a pass, or run. Nothing is written but the twins' cache; files are read from the folder of the first file only.</summary>
internal sealed class Exploration(CommonValues options, CommandContext context, SourceText? first)
{
    private const string Example = """
        // launch: scale<<<2, 4>>>(data: float[8] = 0 1 2 3 4 5 6 7, factor: 2, n: 7)
        // expect: data = 0 2 4 6 8 10 12 7
        __global__ void scale(float* data, float factor, int n)
        {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < n)
                data[i] *= factor;
        }

        """;

    private static readonly string[] Paths = ["/api/state", "/api/translate", "/api/run"];

    private readonly string? _folder = first is null ? null : Path.GetDirectoryName(Path.GetFullPath(first.Path));
    private readonly Lazy<KernelTestRunner> _runner = new(() => InstalledTwins.Runner(context));

    public static bool Knows(string path) => Paths.Contains(path);

    /// <exception cref="CommandException">The question is not one.</exception>
    public JsonObject Answer(string path, JsonObject question) => path switch
    {
        "/api/state" => State(),
        "/api/translate" => Translate(question),
        _ => Run(question),
    };

    private JsonObject State() => new()
    {
        ["name"] = first is null ? "kernel.cu" : Path.GetFileName(first.Path),
        ["text"] = first is null ? Example : Utf8(first.Text),
        ["version"] = Reports.ToolEntry.This.Version,
        ["targets"] = new JsonArray([.. from b in context.Backends.OrderBy(b => b.Name, StringComparer.Ordinal)
                                        where b.Name != "cuda"
                                        from t in b.Targets
                                        select (JsonNode)new JsonObject
                                        {
                                            ["name"] = t.Name,
                                            ["migrates"] = b.IsCudaDialect && t.Migration is not null,
                                            ["forms"] = new JsonArray([.. b.Forms.Where(f => f.Missing is null && f.Name != "obj").Select(f => (JsonNode)f.Name)]),
                                            ["passes"] = new JsonArray([.. b.Lowering(t).Passes.Select(p => (JsonNode)p.GetType().Name)]),
                                        }]),
    };

    /// <summary>Places in the answer are lines and columns from 1; columns count UTF-16 units.</summary>
    private JsonObject Translate(JsonObject question)
    {
        var clock = Stopwatch.StartNew();
        var source = Source(question);
        string view = Text(question, "view", "text");
        var choice = TargetChoice.Read([Text(question, "target")], context.Backends, viaIr: view != "text")[0];
        var answer = view == "ir" ? Passes(source, choice, Text(question, "pass", "")) : Emitted(source, choice, question, view);
        answer["milliseconds"] = Math.Round(clock.Elapsed.TotalMilliseconds, 1);
        return answer;
    }

    private JsonObject Emitted(SourceText source, TargetChoice choice, JsonObject question, string view)
    {
        var emission = new EmissionOptions { Form = view is "text" or "kernels" ? null : view };
        if (Text(question, "block", "") is { Length: > 0 } block)
        {
            emission = emission with { Sizes = [BlockOption.Read(block)] };
        }
        if (emission.Form is { } form && choice.Backend.Forms.All(f => f.Name != form || f.Missing is not null))
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"{choice.Name} has no form '{form}' here");
        }
        if (emission.Form is null && choice.Backend.Forms.FirstOrDefault(f => f.Missing is null && f.Name != "obj") is { } readable)
        {
            emission = emission with { Form = readable.Name };
        }
        emission = emission with { HasLines = emission.Form is not null };
        var result = Translation.Run(new Inputs(_folder ?? Path.GetTempPath(), [source], []), [choice], Confined(emission), _ => { });
        var text = new StringBuilder();
        var lines = new JsonArray();
        int line = 0;
        var own = result.Targets[0].Files.Where(f => f.From == source.Path).ToList();
        foreach (var file in own.Count > 0 ? own : result.Targets[0].Files)
        {
            string shown = file.IsBytes && !choice.IsMigrated && emission.Form is null ? "" : file.IsBytes ? Utf8(file.Text) : file.Text;
            if (own.Count != 1)
            {
                shown = $"// {file.Path}\n{shown}\n";
            }
            IReadOnlyList<(int Line, int From)> map = file.LineMap;
            if (emission.Form == "asm")
            {
                (shown, map) = ReadableAssembly.Of(shown, map);
            }
            foreach (var (at, from) in map)
            {
                lines.Add((JsonNode)new JsonArray(line + at, from));
            }
            text.Append(shown);
            line += shown.Count(c => c == '\n');
        }
        return new JsonObject { ["text"] = text.ToString(), ["lines"] = lines, ["follows"] = choice.IsMigrated, ["diagnostics"] = Diagnostics(result.Diagnostics, source) };
    }

    /// <summary>The IR after a pass of a target, or as the front end made it.</summary>
    private JsonObject Passes(SourceText source, TargetChoice choice, string pass)
    {
        var compilation = Compiler.Compiler.Compile(source, Confined(EmissionOptions.None).CompilerOptions);
        var lines = new List<(int Line, Span From)>();
        string text = Compiler.Compiler.OnDeepStack(() => Printer.Print(compilation.Module, lines));
        if (pass.Length > 0)
        {
            var pipeline = choice.Backend.Lowering(choice.Target);
            if (pipeline.Passes.All(p => p.GetType().Name != pass))
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"{choice.Name} has no pass '{pass}'");
            }
            Compiler.Compiler.OnDeepStack(() => pipeline.Run(compilation.Module, (p, m) =>
            {
                if (p.GetType().Name == pass)
                {
                    lines.Clear();
                    text = Printer.Print(m, lines);
                }
            }));
        }
        var links = lines.Where(l => ReferenceEquals(l.From.Source, compilation.Source)).Select(l => (JsonNode)new JsonArray(l.Line, l.From.Line));
        return new JsonObject { ["text"] = text, ["lines"] = new JsonArray([.. links]), ["diagnostics"] = Diagnostics(compilation.Diagnostics, source) };
    }

    /// <summary>The text's launches on the reference executor and as the target's text on its twin, and how far the values are apart.</summary>
    private JsonObject Run(JsonObject question)
    {
        var clock = Stopwatch.StartNew();
        var source = Source(question);
        var choice = TargetChoice.Read([Text(question, "target")], context.Backends, viaIr: true)[0];
        var file = KernelFile.Load(source, Confined(EmissionOptions.None).CompilerOptions);
        if (file.Header.Errors.Count > 0)
        {
            throw new CommandException(ExitCodes.BadInput, $"line {file.Header.Errors[0].Line}: {file.Header.Errors[0].Message}");
        }
        if (file.Header.Launches.Count == 0)
        {
            throw new CommandException(ExitCodes.BadInput, "a run needs a launch header above the kernel, such as: // launch: scale<<<2, 4>>>(data: float[8] = seq(0, 1), factor: 2, n: 7)");
        }
        var launches = new JsonArray();
        var runs = file.Header.Launches.Select(l => file.Compilation.HasErrors ? null : Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, file.Compilation.Module, l, new ExecutionOptions()))).ToList();
        var histograms = new SortedDictionary<(int Launch, string Buffer), UlpHistogram>();
        TwinVerdict Compare(int i, TwinRun run)
        {
            foreach (var buffer in file.Header.Launches[i].Buffers.Where(b => runs[i]?.Buffers.ContainsKey(b.Name) == true && run.Find(b.Name) is not null))
            {
                var histogram = histograms[(i, buffer.Name)] = new UlpHistogram();
                histogram.Add(buffer.Spec.Element, runs[i]!.Buffers[buffer.Name], run.Find(buffer.Name)!);
            }
            return TwinCheck.Judge(file.Header.Launches[i], run, choice.Target.Name, choice.Target.WarpWidth);
        }
        var reference = KernelTestRunner.RunReference(file, "reference", KernelPort.Passes.Pipeline.Nothing, new ExecutionOptions());
        var verdict = choice.Backend is IInProcessEngine engine && choice.Backend.Targets.Count == 1 && engine.Missing is null
            ? KernelTestRunner.RunInProcess(file, engine)
            : _runner.Value.RunTarget(file, choice.Backend, choice.Target, Compare);
        for (int i = 0; i < runs.Count; i++)
        {
            launches.Add((JsonNode)new JsonObject
            {
                ["line"] = file.Header.Launches[i].Line,
                ["problem"] = runs[i]?.Problem ?? "the text has errors",
                ["printed"] = runs[i]?.Printed ?? "",
                ["buffers"] = new JsonArray([.. histograms.Where(h => h.Key.Launch == i).Select(h => (JsonNode)new JsonObject
                {
                    ["name"] = h.Key.Buffer,
                    ["counts"] = new JsonArray([.. h.Value.Counts.Select(c => (JsonNode)new JsonArray(c.Name, c.Count))]),
                })]),
            });
        }
        return new JsonObject
        {
            ["target"] = choice.Name,
            ["engines"] = new JsonArray(Said(reference, "reference executor"), Said(verdict, choice.Backend is IInProcessEngine ? "on this CPU" : "emitted text, on its twin")),
            ["launches"] = launches,
            ["diagnostics"] = Diagnostics([.. file.Compilation.Diagnostics, .. runs.OfType<ReferenceRun>().SelectMany(r => r.Findings).Select(f => f.Diagnostic)], source),
            ["milliseconds"] = Math.Round(clock.Elapsed.TotalMilliseconds, 1),
        };
    }

    private static JsonNode Said(TestVerdict v, string what) => new JsonObject { ["engine"] = v.Engine, ["what"] = what, ["outcome"] = v.Outcome.ToString().ToLowerInvariant(), ["detail"] = v.Detail };

    private static JsonArray Diagnostics(IEnumerable<Diagnostic> diagnostics, SourceText source) =>
    [
        .. diagnostics.Where(d => d.Severity != Severity.Note && (d.Span.Source is null || ReferenceEquals(d.Span.Source, source))).Select(d =>
        {
            var (line, column) = d.Span.Source is null ? (1, 1) : source.Position(d.Span.Start);
            return (JsonNode)new JsonObject
            {
                ["code"] = d.Code,
                ["severity"] = (Migration.HazardRules.IsHazard(d.Code) ? d.Severity : Verdict.Shown(d, strict: false)).ToString().ToLowerInvariant(),
                ["message"] = d.Message,
                ["line"] = line,
                ["column"] = column,
                ["length"] = d.Span.Length,
            };
        }),
    ];

    /// <summary>Files are read from one folder only, whatever a text includes.</summary>
    private CommonValues Confined(EmissionOptions emission) => options with
    {
        Emission = emission,
        FileLoader = path => _folder is not null && Path.GetFullPath(path).StartsWith(_folder + "/", StringComparison.Ordinal) ? options.FilesRead.Load(path) : null,
    };

    private SourceText Source(JsonObject question)
    {
        string name = Path.GetFileName(Text(question, "name", "kernel.cu"));
        return new SourceText(Path.Combine(_folder ?? Path.GetTempPath(), name.Length == 0 ? "kernel.cu" : name), Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Text(question, "text"))));
    }

    private static string Text(JsonObject question, string key, string? otherwise = null) =>
        question[key] is JsonValue v && v.TryGetValue(out string? text) ? text : otherwise ?? throw new CommandException(ExitCodes.BadInput, $"'{key}' is missing or no text");

    private static string Utf8(string bytes) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));
}
