using System.Text;
using System.Text.Json;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>What a project says once for all its runs, in <c>kernelport.json</c>. Paths are relative to that file.</summary>
public sealed record Project
{
    public const string FileName = "kernelport.json";

    public static readonly Project None = new();

    public IReadOnlyList<string> Targets { get; init; } = [];

    public IReadOnlyList<string> Includes { get; init; } = [];

    public IReadOnlyList<string> Defines { get; init; } = [];

    public IReadOnlyList<string> Rules { get; init; } = [];

    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    public string? Baseline { get; init; }

    /// <summary>Where the results of kits are kept.</summary>
    public string? Measured { get; init; }

    /// <summary>A code that is not to be reported, in one file or in all, and why.</summary>
    public sealed record Suppression(string Code, string? File, string Reason)
    {
        public bool Covers(Diagnostic d) => d.Code == Code && (File is null || (d.Span.Source is { } source && Path.GetFullPath(source.Path) == File));
    }

    /// <summary>Reads the file that was named, or the one in the current folder if there is one.</summary>
    public static Project Read(string? path, DiagnosticBag bag)
    {
        if (path is null && !System.IO.File.Exists(FileName))
        {
            return None;
        }
        var source = Inputs.Load(path ?? FileName);
        byte[] bytes = Encoding.Latin1.GetBytes(source.Text);
        try
        {
            return Read(new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }), source, bag);
        }
        catch (JsonException e)
        {
            int at = 0;
            for (long line = e.LineNumber ?? 0; line > 0 && at >= 0; line--)
            {
                at = source.Text.IndexOf('\n', at) + 1;
            }
            bag.Add(CommandRules.BadProject.At(new Span(source, Math.Clamp(at + (int)(e.BytePositionInLine ?? 0), 0, source.Length), 0), "no JSON: " + e.Message.Split(" LineNumber")[0]));
            return None;
        }
    }

    /// <summary>The current folder's, for commands that take no more than a path from it.</summary>
    /// <exception cref="CommandException">It is wrong.</exception>
    public static Project OfFolder()
    {
        var bag = new DiagnosticBag();
        var project = Read(null, bag);
        return bag.HasErrors ? throw new CommandException(ExitCodes.BadInput, $"{FileName}: {bag.Ordered()[0].Message}") : project;
    }

    private static Project Read(Utf8JsonReader json, SourceText source, DiagnosticBag bag)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(source.Path))!;
        string Under(string path) => Path.GetFullPath(Path.Combine(folder, path));
        var project = None;
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            bag.Add(Bad(source, json, "an object was expected"));
            return project;
        }
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string key = json.GetString()!;
            var at = json;
            json.Read();
            switch (key)
            {
                case "targets":
                    project = project with { Targets = Strings(ref json, source, bag) };
                    break;
                case "include":
                    project = project with { Includes = [.. Strings(ref json, source, bag).Select(Under)] };
                    break;
                case "define":
                    project = project with { Defines = Strings(ref json, source, bag) };
                    break;
                case "rules":
                    project = project with { Rules = [.. Strings(ref json, source, bag).Select(r => r.IndexOf('=') is > 0 and var i ? r[..(i + 1)] + Under(r[(i + 1)..]) : Under(r))] };
                    break;
                case "suppress":
                    project = project with { Suppressions = Suppress(ref json, source, Under, bag) };
                    break;
                case "baseline":
                    project = project with { Baseline = String(ref json, source, bag) is { } file ? Under(file) : null };
                    break;
                case "measured":
                    project = project with { Measured = String(ref json, source, bag) is { } kept ? Under(kept) : null };
                    break;
                default:
                    bag.Add(Bad(source, at, $"unknown key '{key}'; there are: targets, include, define, rules, suppress, baseline, measured"));
                    json.Skip();
                    break;
            }
        }
        return project;
    }

    private static string? String(ref Utf8JsonReader json, SourceText source, DiagnosticBag bag)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return json.GetString();
        }
        bag.Add(Bad(source, json, "a string was expected"));
        json.Skip();
        return null;
    }

    private static List<string> Strings(ref Utf8JsonReader json, SourceText source, DiagnosticBag bag)
    {
        var list = new List<string>();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            bag.Add(Bad(source, json, "an array of strings was expected"));
            json.Skip();
            return list;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (String(ref json, source, bag) is { } text)
            {
                list.Add(text);
            }
        }
        return list;
    }

    private static List<Suppression> Suppress(ref Utf8JsonReader json, SourceText source, Func<string, string> under, DiagnosticBag bag)
    {
        var list = new List<Suppression>();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            bag.Add(Bad(source, json, "an array of objects was expected"));
            json.Skip();
            return list;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var start = json;
            var values = new Dictionary<string, string?>(StringComparer.Ordinal);
            if (json.TokenType != JsonTokenType.StartObject)
            {
                bag.Add(Bad(source, json, "an object with code, reason and perhaps file was expected"));
                json.Skip();
                continue;
            }
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                string key = json.GetString()!;
                if (key is not ("code" or "file" or "reason"))
                {
                    bag.Add(Bad(source, json, $"unknown key '{key}'; there are: code, file, reason"));
                }
                json.Read();
                values[key] = String(ref json, source, bag);
            }
            if (values.GetValueOrDefault("code") is { } code && values.GetValueOrDefault("reason") is { Length: > 0 } reason)
            {
                list.Add(new Suppression(code, values.GetValueOrDefault("file") is { } file ? under(file) : null, reason));
            }
            else
            {
                bag.Add(Bad(source, start, "a suppression needs a code and a reason"));
            }
        }
        return list;
    }

    private static Diagnostic Bad(SourceText source, Utf8JsonReader json, string what) =>
        CommandRules.BadProject.At(new Span(source, (int)json.TokenStartIndex, Math.Max(1, (int)(json.BytesConsumed - json.TokenStartIndex))), what);
}
