using KernelPort.Backends;
using KernelPort.Backends.CSharp;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.SourceGenerator;

/// <summary>From a CUDA text to the C# text of its launchers.</summary>
internal static class LauncherText
{
    private static readonly Rule<string> Internal = Rule.Error<string>("KP9001", "a bug of KernelPort's: {0}");
    private static readonly Rule<string> BadSetting = Rule.Error<string>("KP0305", "{0}");

    public static GeneratedText Of(CudaFile file, EquatableArray<(string Path, string Text)> headers, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var source = new SourceText(file.Path.Replace('\\', '/'), file.Text);
        string hint = System.IO.Path.GetFileName(file.Path) + "." + StableHash(file.Path) + ".g.cs";
        try
        {
            return Compile(file, source, headers, hint);
        }
        catch (FormatException e)
        {
            return new GeneratedText(hint, "", [Of(BadSetting.At(new Span(source, 0, 0), e.Message), source)]);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new GeneratedText(hint, "", [Of(Internal.At(new Span(source, 0, 0), $"{e.GetType().Name}: {e.Message}"), source)]);
        }
    }

    private static GeneratedText Compile(CudaFile file, SourceText source, EquatableArray<(string Path, string Text)> headers, string hint)
    {
        var known = headers.ToDictionary(h => h.Path.Replace('\\', '/'), h => h.Text, StringComparer.Ordinal);
        var compilation = Compiler.Compiler.Compile(source, new CompilerOptions
        {
            Defines = file.Settings.Macros.ToEquatable(),
            Instantiate = file.Settings.Instances.ToEquatable(),
            // The compiler's files only: what the disk holds besides must not change what is generated.
            FileLoader = path => known.TryGetValue(System.IO.Path.GetFullPath(path).Replace('\\', '/'), out string? text) ? new SourceText(path, text) : null,
        });
        var backend = new Backend();
        var options = new EmissionOptions { Sizes = file.Settings.Size is { } size ? [size] : [] };
        var emission = Compiler.Compiler.OnDeepStack(() => Emission.Run(compilation.Module, backend, backend.Targets[0], file.Path, options: options));
        var messages = compilation.Diagnostics.Concat(emission.Kernels.SelectMany(k => k.Refusals)).Where(d => d.Severity != Severity.Note).Select(d => Of(d, source));
        string text = emission is { File: { } emitted, Lowered: { } lowered }
            ? TypedLaunchers.Of(emitted.Text, lowered, file.Path, options, file.Settings.Namespace, k => KernelComment.Of(k.From.Span, k.Parameters.Select(p => k.Lets[p.Index].Name)))
            : "";
        return new GeneratedText(hint, text, messages.ToEquatable());
    }

    private static Message Of(Core.Diagnostic d, SourceText main)
    {
        var span = d.Span.IsNone ? new Span(main, 0, 0) : d.Span;
        var (line, column) = span.Source!.Position(span.Start);
        return new Message(d.Code, d.Severity, d.Message, span.Source.IsEmbedded ? "" : span.Source.Path, span.Start, span.Length, line - 1, column - 1);
    }

    /// <summary>Two files of one name in two folders have two hints; the same on every machine for the same relative path's end.</summary>
    private static string StableHash(string path)
    {
        uint hash = 2166136261;
        foreach (char c in path)
        {
            hash = (hash ^ c) * 16777619;
        }
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
