using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using KernelPort.Core;
using KernelPort.Kits;

namespace KernelPort.Cli.LanguageServer;

/// <summary>The server: one thread reads messages, one answers them; a file is looked at when no message waits, so that typing is never behind.</summary>
internal sealed class Server(PortingValues values, CommandContext context)
{
    private const int ParseError = -32700, InvalidRequest = -32600, MethodNotFound = -32601, InvalidParams = -32602, InternalError = -32603;

    private readonly MessageStream _stream = new(context.In, context.Out);
    private readonly BlockingCollection<JsonNode> _inbox = [];
    private readonly Dictionary<string, Document> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Analysis> _known = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _stale = new(StringComparer.Ordinal);
    private IReadOnlyList<TargetChoice> _choices = values.Choices;
    private bool _shutDown;

    /// <summary>Serves until the client says exit or goes away.</summary>
    /// <returns>0 after a shutdown that was asked for; otherwise 1, as the protocol wants.</returns>
    public int Run()
    {
        if (_choices.Count == 0)
        {
            _choices = TargetChoice.Read(context.Backends.Where(b => b.IsCudaDialect && b.Name != "cuda").Select(b => b.Name).Order(StringComparer.Ordinal), context.Backends, viaIr: false);
        }
        var reader = new Thread(ReadAll) { IsBackground = true };
        reader.Start();
        while (true)
        {
            if (!_inbox.TryTake(out var message, _stale.Count > 0 ? 0 : Timeout.Infinite))
            {
                if (_stale.Count == 0)
                {
                    return ExitCodes.BadInput; // the client is gone
                }
                string uri = _stale.Min!;
                _stale.Remove(uri);
                Look(uri);
                continue;
            }
            if (message is JsonObject request && (string?)request["method"] == "exit")
            {
                return _shutDown ? ExitCodes.Done : ExitCodes.BadInput;
            }
            Answer(message);
        }
    }

    private void ReadAll()
    {
        try
        {
            while (_stream.Read() is { } message)
            {
                _inbox.Add(message);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            context.Error.Write($"kernelport lsp: {e.Message}\n");
        }
        _inbox.CompleteAdding();
    }

    private void Answer(JsonNode message)
    {
        if (message is not JsonObject request)
        {
            Fail(null, ParseError, "the message is no JSON object");
            return;
        }
        var id = request["id"]?.DeepClone();
        try
        {
            if (request["method"] is not JsonValue method || !method.TryGetValue(out string? name))
            {
                if (request["result"] is null && request["error"] is null)
                {
                    Fail(id, InvalidRequest, "the message has no method");
                }
                return;
            }
            var result = Handle(name, request["params"] as JsonObject ?? [], out bool known);
            if (id is not null && known)
            {
                _stream.Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = result });
            }
            else if (id is not null)
            {
                Fail(id, MethodNotFound, $"'{name}' is not known here");
            }
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException or CommandException)
        {
            Fail(id, InvalidParams, e.Message);
        }
        catch (Exception e)
        {
            // A bug of ours must not take the editor's server away.
            context.Error.Write($"kernelport lsp: {e}\n");
            Fail(id, InternalError, $"KP9001: {e.GetType().Name}: {e.Message}");
        }
    }

    private void Fail(JsonNode? id, int code, string message) =>
        _stream.Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    private JsonNode? Handle(string method, JsonObject parameters, out bool known)
    {
        known = true;
        switch (method)
        {
            case "initialize":
                return Initialize(parameters);
            case "shutdown":
                _shutDown = true;
                return null;
            case "textDocument/didOpen":
                Open((string)parameters["textDocument"]!["uri"]!, (string)parameters["textDocument"]!["text"]!);
                return null;
            case "textDocument/didChange":
                Open((string)parameters["textDocument"]!["uri"]!, (string)parameters["contentChanges"]!.AsArray()[^1]!["text"]!);
                return null;
            case "textDocument/didClose":
                Close((string)parameters["textDocument"]!["uri"]!);
                return null;
            case "textDocument/hover":
                return Hover(Find(parameters), parameters["position"]);
            case "textDocument/codeAction":
                return Actions(Find(parameters), parameters["range"]);
            default:
                known = method.StartsWith("$/", StringComparison.Ordinal) || method is "initialized" or "textDocument/didSave" or "workspace/didChangeConfiguration";
                return null;
        }
    }

    private JsonObject Initialize(JsonObject parameters)
    {
        if (parameters["initializationOptions"]?["targets"] is { } targets)
        {
            var names = targets is JsonArray list ? list.Select(t => (string)t!) : [(string)targets!];
            _choices = TargetChoice.Read(names, context.Backends, viaIr: false);
        }
        return new JsonObject
        {
            ["capabilities"] = new JsonObject
            {
                ["textDocumentSync"] = 1, // the whole text each time: a unit is read as a whole anyway
                ["hoverProvider"] = true,
                ["codeActionProvider"] = new JsonObject { ["codeActionKinds"] = new JsonArray("quickfix", "source.fixAll") },
            },
            ["serverInfo"] = new JsonObject { ["name"] = "kernelport", ["version"] = Reports.ToolEntry.This.Version },
        };
    }

    private void Open(string uri, string text)
    {
        _open[uri] = new Document(uri, text);
        // What includes it may be another text now.
        _stale.UnionWith(_open.Keys);
    }

    private void Close(string uri)
    {
        _open.Remove(uri);
        _known.Remove(uri);
        _stale.Remove(uri);
        Publish(uri, []);
    }

    private Document Find(JsonObject parameters) =>
        _open.TryGetValue((string)parameters["textDocument"]!["uri"]!, out var document) ? document : throw new InvalidOperationException("the document is not open");

    private void Look(string uri)
    {
        var document = _open[uri];
        try
        {
            var byPath = _open.Values.ToDictionary(d => Path.GetFullPath(d.Path), d => d.Source, StringComparer.Ordinal);
            _known[uri] = Analysis.Of(document, values.Options, _choices, path => byPath.GetValueOrDefault(Path.GetFullPath(path)));
            Publish(uri, _known[uri].Diagnostics);
        }
        catch (Exception e)
        {
            context.Error.Write($"kernelport lsp: {e}\n");
            Publish(uri, new JsonArray(new JsonObject
            {
                ["range"] = Document.Range(document.Source, 0, 0), ["severity"] = 1, ["code"] = CommandRules.Internal.Code, ["source"] = "kernelport", ["message"] = $"a bug of ours: {e.GetType().Name}: {e.Message}",
            }));
        }
    }

    private void Publish(string uri, JsonArray diagnostics) => _stream.Write(new JsonObject
    {
        ["jsonrpc"] = "2.0",
        ["method"] = "textDocument/publishDiagnostics",
        ["params"] = new JsonObject { ["uri"] = uri, ["diagnostics"] = diagnostics.DeepClone() },
    });

    /// <summary>What the name under the pointer is on every target.</summary>
    private JsonObject? Hover(Document document, JsonNode? position)
    {
        var (name, start) = document.NameAt(document.Offset(position));
        if (name.Length == 0)
        {
            return null;
        }
        var entries = ApiAcrossTargets.Find(name, context.Backends, values.Options.Measured);
        if (entries.All(e => e.Row is null))
        {
            return null;
        }
        var text = new StringBuilder($"**{name}**\n\n| target | is | known from |\n|---|---|---|\n");
        foreach (var e in entries)
        {
            text.Append($"| {string.Join(", ", e.Targets)} | {(e.Row is { IsMapped: true } ? $"`{e.Row.Target}`{e.Shown[e.Row.Target.Length..]}" : e.Shown)} | {e.Row?.Source.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
        return new JsonObject { ["contents"] = new JsonObject { ["kind"] = "markdown", ["value"] = text.ToString() }, ["range"] = Document.Range(document.Source, start, name.Length) };
    }

    /// <summary>The safe rewritings on the lines of a range, one by one, and all of the file's together.</summary>
    private JsonArray Actions(Document document, JsonNode? range)
    {
        var actions = new JsonArray();
        if (!_known.TryGetValue(document.Uri, out var analysis) || _stale.Contains(document.Uri) || analysis.Fixes.Count == 0)
        {
            return actions;
        }
        int from = document.Source.Position(document.Offset(range?["start"])).Line, to = document.Source.Position(document.Offset(range?["end"])).Line;
        foreach (var fix in analysis.Fixes.Where(f => document.Source.Position(f.Start).Line is var line && line >= from && line <= to))
        {
            string shown = fix.Text.Trim().Length == 0 ? "leave it out" : $"write '{fix.Text.Trim()}'";
            actions.Add((JsonNode)Action(document, $"KernelPort: {shown} (the same on CUDA)", "quickfix", [fix]));
        }
        actions.Add((JsonNode)Action(document, "KernelPort: all safe rewritings of this file", "source.fixAll", analysis.Fixes));
        return actions;
    }

    private static JsonObject Action(Document document, string title, string kind, IReadOnlyList<Migration.TextEdit> edits) => new()
    {
        ["title"] = title,
        ["kind"] = kind,
        ["edit"] = new JsonObject
        {
            ["changes"] = new JsonObject
            {
                [document.Uri] = new JsonArray([.. edits.Select(e => (JsonNode)new JsonObject
                {
                    ["range"] = Document.Range(document.Source, e.Start, e.Length),
                    ["newText"] = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(e.Text)),
                })]),
            },
        },
    };
}
