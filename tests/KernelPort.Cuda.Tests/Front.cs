using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;

namespace KernelPort.Cuda.Tests;

/// <summary>Short ways through the front end for tests; files are given as texts by path.</summary>
internal static class Front
{
    public static string Expand(string text, params (string Path, string Text)[] files) => Expand(text, new DiagnosticBag(), files);

    public static string Expand(string text, DiagnosticBag bag, params (string Path, string Text)[] files)
    {
        var cache = new SourceCache(path => files.Where(f => f.Path == path).Select(f => new SourceText(f.Path, f.Text)).FirstOrDefault());
        var preprocessor = new Preprocessor(cache, ["inc", "inc2"], bag);
        var tokens = preprocessor.Run([cache.Add(new SourceText("main.cu", text))]);
        return string.Join(' ', tokens.Select(t => t.Text));
    }

    public static IReadOnlyList<string> Codes(string text)
    {
        var bag = new DiagnosticBag();
        Parse(text, bag);
        return [.. bag.Ordered().Select(d => d.Code)];
    }

    public static ParseResult Parse(string text, DiagnosticBag? bag = null, params (string Path, string Text)[] files)
    {
        var options = new ParseOptions { FileLoader = path => files.Where(f => f.Path == path).Select(f => new SourceText(f.Path, f.Text)).FirstOrDefault() };
        return CudaSyntax.Parse(new SourceText("main.cu", text), options, bag ?? new DiagnosticBag());
    }

    /// <summary>The records of the user's own declarations as s-expressions, one a line.</summary>
    public static string Dump(string text)
    {
        var bag = new DiagnosticBag();
        var result = Parse(text, bag);
        bag.Ordered().Select(d => d.Code + " " + d.Message).ShouldBeEmpty();
        return string.Join('\n', result.Unit.Declarations.Where(d => d.Span.Source?.Path == "main.cu").Select(SyntaxDump.Of));
    }

    public static string Errors(string text)
    {
        var bag = new DiagnosticBag();
        Parse(text, bag);
        return string.Join('\n', bag.Ordered().Select(d => $"{d.Span.Position.Line}:{d.Span.Position.Column} {d.Code} {d.Message}"
            + string.Concat(d.Related.Select(r => $" | {r.Span.Position.Line}:{r.Span.Position.Column} {r.Message}"))));
    }
}
