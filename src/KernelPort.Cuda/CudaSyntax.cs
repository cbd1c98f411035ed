using System.Collections.Frozen;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Cuda.Syntax.Parsing;
using KernelPort.Grammar;

namespace KernelPort.Cuda;

/// <summary>How to read a file: where includes are, what is defined, and for which of nvcc's two passes.</summary>
public sealed record ParseOptions
{
    /// <summary>Searched in order, as -I does.</summary>
    public EquatableArray<string> IncludeDirectories { get; init; } = [];

    /// <summary>Macros as -D gives them; an empty value is an empty macro.</summary>
    public EquatableArray<(string Name, string Value)> Defines { get; init; } = [];

    /// <summary>The pass for the device has __CUDA_ARCH__; the pass for the host has not.</summary>
    public bool DevicePass { get; init; } = true;

    /// <summary>Texts beside the source whose words name declarations too, as template instances that are asked for do.</summary>
    public EquatableArray<string> AlsoNamed { get; init; } = [];

    /// <summary>Other units of the program, read behind the source as if they stood in it.</summary>
    public EquatableArray<SourceText> Behind { get; init; } = [];

    /// <summary>Finds a file's text by path, null where there is none; the disk if not given.</summary>
    public Func<string, SourceText?>? FileLoader { get; init; }

    /// <summary>Files lexed before; give the same one to both passes.</summary>
    public SourceCache? Cache { get; init; }
}

/// <summary>A parsed unit and everything that was read for it.</summary>
public sealed record ParseResult(
    TranslationUnit Unit,
    IReadOnlyList<RawFile> Files,
    IReadOnlyList<IncludeEdge> Includes,
    IReadOnlyList<string> MissingIncludes,
    IReadOnlyList<Token> Tokens)
{
    public ParseTimes Times { get; init; }
}

/// <summary>Wall time of the stages: text to tokens, names told from types, declarations to records.</summary>
public readonly record struct ParseTimes(TimeSpan Preprocess, TimeSpan Classify, TimeSpan Parse);

/// <summary>Reads CUDA C++: text in, syntax records and diagnostics out. Never throws for what stands in the text.</summary>
public static class CudaSyntax
{
    /// <summary>The text of one of the headers that stand for CUDA's here, by its name.</summary>
    public static string OwnHeader(string name) =>
        SourceCache.LoadStub($"{SourceCache.StubFolder}/{name}")?.Text ?? throw new ArgumentException($"there is no header '{name}' of ours", nameof(name));

    /// <summary>How deep brackets may nest; what comes after the parser recurses over the records.</summary>
    public const int NestingLimit = 2000;

    // address space only: pages are committed when they are used
    private const int StackSize = 256 << 20;

    public static ParseResult Parse(SourceText source, ParseOptions options, DiagnosticBag bag)
    {
        ParseResult? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = ParseHere(source, options, bag);
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    private static ParseResult ParseHere(SourceText source, ParseOptions options, DiagnosticBag bag)
    {
        long start = Stopwatch.GetTimestamp();
        var cache = options.Cache ?? new SourceCache(options.FileLoader);
        var found = new DiagnosticBag();
        var preprocessor = new Preprocessor(cache, options.IncludeDirectories, found);
        PredefinedMacros.Define(preprocessor, options.DevicePass);
        foreach (var (name, value) in options.Defines)
        {
            preprocessor.Define(name, value);
        }
        var files = new List<LexedFile>();
        if (cache.Find(SourceCache.StubFolder + "/kernelport_builtin.h") is { } prelude)
        {
            files.Add(prelude);
        }
        files.Add(cache.Add(source));
        var expanded = preprocessor.Run(files);
        var before = source;
        foreach (var behind in options.Behind)
        {
            // The macros of a unit's own text end with it; those of headers stay, as their guards are among them.
            preprocessor.ForgetMacrosOf(before);
            expanded = preprocessor.Run([cache.Add(behind)]);
            before = behind;
        }
        if (expanded.Any(t => t.Kind == TokenKind.KwAsm) && cache.Find(SourceCache.AssemblyHeader) is { } assembly)
        {
            expanded = preprocessor.Run([assembly]);
        }
        if (expanded.Any(t => NamesSimd(t.Name?.Text)) && cache.Find(SourceCache.SimdHeader) is { } simd)
        {
            expanded = preprocessor.Run([simd]);
        }
        if (expanded.Any(t => t.Name?.Text is { } name && TakesApart.Contains(name)) && cache.Find(SourceCache.MathHeader) is { } math)
        {
            expanded = preprocessor.Run([math]);
        }
        var tokens = TakeStrays(expanded, found);
        long read = Stopwatch.GetTimestamp();
        var (match, usable) = BracketMatcher.Run(tokens, NestingLimit, found);
        if (usable < tokens.Count)
        {
            tokens = tokens[..usable];
            match = match[..usable];
        }
        var classified = NamedDeclarations.Of(Classifier.Run(tokens, match), cache.Names, options.AlsoNamed);
        long told = Stopwatch.GetTimestamp();
        var end = new Token(TokenKind.EndOfFile, source, source.Length, 0, null, TokenFlags.None);
        var parser = new UnitParser(classified, end, found);
        var declarations = parser.Run();
        var times = new ParseTimes(Stopwatch.GetElapsedTime(start, read), Stopwatch.GetElapsedTime(read, told), Stopwatch.GetElapsedTime(told));
        ReportGuesses(classified, found);
        var missing = preprocessor.Includes.Where(e => e.Target is null).Select(e => e.Name).Distinct(StringComparer.Ordinal).ToList();
        var counts = new ParseCounts(tokens.Count, parser.Declarations, parser.Failed, parser.Islands, classified.GuessedTypes.Count, missing.Count);
        AddIncludeNotes(found, preprocessor.Includes, source, bag);
        var unit = new TranslationUnit(source, [.. declarations], counts);
        return new ParseResult(unit, preprocessor.Files, preprocessor.Includes, missing, tokens) { Times = times };
    }

    // __vadd4, __vmaxs2 and their family.
    private static bool NamesSimd(string? name) => name is ['_', '_', 'v', ..] && (name[^1] is '2' or '4' || name.Contains("_s16x2", StringComparison.Ordinal) || name.Contains("_u16x2", StringComparison.Ordinal) || name.Contains("_s32", StringComparison.Ordinal) || name.Contains("_u32", StringComparison.Ordinal));

    // What Stubs/kernelport_math.h defines.
    private static readonly FrozenSet<string> TakesApart = new[]
    {
        "frexp", "frexpf", "modf", "modff", "remquo", "remquof", "nextafter", "nextafterf", "ilogb", "ilogbf", "logb", "logbf",
        "norm3df", "rnorm3df", "norm4df", "rhypotf", "rhypot",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Characters that begin no token are reported and left out.</summary>
    private static List<Token> TakeStrays(IReadOnlyList<Token> tokens, DiagnosticBag bag)
    {
        if (tokens is List<Token> all && !all.Exists(IsStray))
        {
            return all;
        }
        var kept = new List<Token>(tokens.Count);
        int reported = 0;
        foreach (var token in tokens)
        {
            if (!IsStray(token))
            {
                kept.Add(token);
            }
            else if (reported++ < 20)
            {
                string text = token.Text is [>= ' ' and < (char)127] ? $"'{token.Text}'" : $"0x{(int)token.Text[0]:x2}";
                bag.Add(Origin.Explain(CudaSyntaxRules.UnknownCharacter.At(Origin.Place(token), text), token));
            }
        }
        return kept;
    }

    private static bool IsStray(Token token) => token.Kind is TokenKind.Unknown or TokenKind.Hash or TokenKind.HashHash;

    /// <summary>Guesses in device code are worth a warning each name; elsewhere they are only counted.</summary>
    private static void ReportGuesses(ClassifiedUnit unit, DiagnosticBag bag)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (int at in unit.GuessedTypes)
        {
            bool device = unit.Outline.Any(o => o.IsDevice && o.From <= at && at < o.To);
            var token = unit.Tokens[at].Token;
            if (device && names.Add(token.Text))
            {
                bag.Add(Origin.Explain(CudaSyntaxRules.UnknownType.At(Origin.Place(token), token.Text), token));
            }
        }
    }

    /// <summary>What stands in a header says how the header came in.</summary>
    private static void AddIncludeNotes(DiagnosticBag found, IReadOnlyList<IncludeEdge> includes, SourceText main, DiagnosticBag bag)
    {
        var includedBy = new Dictionary<SourceText, IncludeEdge>();
        foreach (var edge in includes)
        {
            if (edge.Target is not null)
            {
                includedBy.TryAdd(edge.Target, edge);
            }
        }
        foreach (var diagnostic in found.Ordered())
        {
            var explained = diagnostic;
            var at = diagnostic.Span.Source;
            for (int depth = 0; depth < 8 && at is not null && at != main && includedBy.TryGetValue(at, out var edge); depth++)
            {
                explained = explained.Note(edge.Span, "included from here");
                at = edge.Span.Source;
            }
            bag.Add(explained);
        }
    }
}
