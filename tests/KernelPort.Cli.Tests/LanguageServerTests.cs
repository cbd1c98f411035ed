using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>The language server, spoken to as an editor speaks to it.</summary>
public sealed class LanguageServerTests : IDisposable
{
    private const string Uri = "file:///work/program.cu";

    private readonly Pipe _toServer = new(), _fromServer = new();
    private readonly Stream _to, _from;
    private readonly Task<int> _server;
    private readonly StringWriter _errors = new();
    private int _id;

    public LanguageServerTests()
    {
        (_to, _from) = (_toServer.Writer.AsStream(), _fromServer.Reader.AsStream());
        var context = new CommandContext(CommandContext.ForConsole().Backends, _toServer.Reader.AsStream(), _fromServer.Writer.AsStream(), _errors);
        _server = Task.Factory.StartNew(() => CommandLine.Run(["lsp"], context), TaskCreationOptions.LongRunning);
    }

    public void Dispose()
    {
        _to.Dispose();
        _server.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public void Hazards_come_as_one_types_with_their_targets()
    {
        Initialize("dcu,musa");
        Open(CheckTests.Lanes);
        var first = Diagnostics();
        first.ShouldNotBeEmpty();
        var mask = first.First(d => ((string)d!["code"]!).StartsWith("KP4", StringComparison.Ordinal))!;
        ((string)mask["message"]!).ShouldContain("dcu");
        Change("__global__ void k(int* p) { p[threadIdx.x] = 1; }\n");
        Diagnostics().ShouldBeEmpty();
    }

    [Fact]
    public void An_error_stands_where_the_editor_has_it_behind_letters_of_two_bytes()
    {
        Initialize("musa");
        Open("/* größe 数 */ __global__ void k(float* p) { p[0] = ; }\n");
        var error = Diagnostics().ShouldHaveSingleItem()!;
        ((int)error["severity"]!).ShouldBe(1);
        ((int)error["range"]!["start"]!["line"]!).ShouldBe(0);
        ((int)error["range"]!["start"]!["character"]!).ShouldBe("/* größe 数 */ __global__ void k(float* p) { p[0] = ".Length);
    }

    [Fact]
    public void Hovering_shows_every_targets_form_and_how_it_is_known()
    {
        Initialize("musa");
        Open("void f() { cudaDeviceSynchronize(); }\n");
        Diagnostics();
        string text = (string)Request("textDocument/hover", new JsonObject { ["textDocument"] = Document(), ["position"] = Place(0, 15) })!["contents"]!["value"]!;
        text.ShouldContain("musaDeviceSynchronize");
        text.ShouldContain("hipDeviceSynchronize");
        Request("textDocument/hover", new JsonObject { ["textDocument"] = Document(), ["position"] = Place(0, 0) }).ShouldBeNull();
    }

    [Fact]
    public void Rewritings_are_offered_where_they_are()
    {
        Initialize("dcu");
        Open(CheckTests.Lanes);
        Diagnostics().ShouldNotBeEmpty();
        var actions = Request("textDocument/codeAction", new JsonObject { ["textDocument"] = Document(), ["range"] = new JsonObject { ["start"] = Place(0, 0), ["end"] = Place(100, 0) } })!.AsArray();
        actions.Count(a => (string)a!["kind"]! == "quickfix").ShouldBeGreaterThan(3);
        var all = actions.Single(a => (string)a!["kind"]! == "source.fixAll")!["edit"]!["changes"]![Uri]!.AsArray();
        string text = CheckTests.Lanes;
        foreach (var edit in all.Reverse())
        {
            text = text[..Offset(text, edit!["range"]!["start"]!)] + (string)edit["newText"]! + text[Offset(text, edit["range"]!["end"]!)..];
        }
        Change(text);
        Diagnostics().ShouldNotContain(d => ((string)d!["code"]!).StartsWith("KP40", StringComparison.Ordinal));
    }

    private static int Offset(string text, JsonNode place) => text.Split('\n').Take((int)place["line"]!).Sum(l => l.Length + 1) + (int)place["character"]!;

    [Fact]
    public async Task Garbage_is_answered_and_the_server_lives_on()
    {
        Send("this is no JSON");
        ((int)Read()["error"]!["code"]!).ShouldBe(-32700);
        Send("[1, 2]");
        ((int)Read()["error"]!["code"]!).ShouldBe(-32700);
        Send("{\"jsonrpc\":\"2.0\",\"id\":7}");
        ((int)Read()["error"]!["code"]!).ShouldBe(-32600);
        Send("{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"no/such\"}");
        ((int)Read()["error"]!["code"]!).ShouldBe(-32601);
        Send("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"file:///not/open\"}}}");
        ((int)Read()["error"]!["code"]!).ShouldBe(-32602);
        Send("{\"jsonrpc\":\"2.0\",\"id\":10,\"method\":\"textDocument/didOpen\",\"params\":[]}");
        Read()["error"].ShouldNotBeNull();
        Initialize("musa");
        Open("void f() {}\n");
        Diagnostics().ShouldBeEmpty();
        Request("shutdown", []);
        Notify("exit", []);
        (await _server).ShouldBe(ExitCodes.Done);
    }

    [Fact]
    public async Task A_head_without_a_length_ends_the_server_with_a_message()
    {
        _to.Write("Content-Length: many\r\n\r\n"u8);
        _to.Flush();
        (await _server).ShouldBe(ExitCodes.BadInput);
        _errors.ToString().ShouldContain("no length");
    }

    private static JsonObject Document() => new() { ["uri"] = Uri };

    private static JsonObject Place(int line, int character) => new() { ["line"] = line, ["character"] = character };

    private void Initialize(string targets) => Request("initialize", new JsonObject { ["initializationOptions"] = new JsonObject { ["targets"] = targets } })!["capabilities"].ShouldNotBeNull();

    private void Open(string text) => Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri, ["languageId"] = "cuda-cpp", ["version"] = 1, ["text"] = text } });

    private void Change(string text) => Notify("textDocument/didChange", new JsonObject { ["textDocument"] = Document(), ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }) });

    /// <summary>The next publication.</summary>
    private JsonArray Diagnostics()
    {
        var message = Read();
        ((string)message["method"]!).ShouldBe("textDocument/publishDiagnostics");
        return message["params"]!["diagnostics"]!.AsArray();
    }

    private JsonNode? Request(string method, JsonObject parameters)
    {
        int id = ++_id;
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        var answer = Read();
        ((int)answer["id"]!).ShouldBe(id);
        answer["error"].ShouldBeNull();
        return answer["result"];
    }

    private void Notify(string method, JsonObject parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters }.ToJsonString());

    private void Send(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        _to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n")));
        _to.Write(bytes);
        _to.Flush();
    }

    private JsonNode Read()
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            int b = _from.ReadByte();
            b.ShouldBeGreaterThanOrEqualTo(0, _errors.ToString());
            head.Append((char)b);
        }
        byte[] body = new byte[int.Parse(head.ToString()["Content-Length: ".Length..].Trim(), CultureInfo.InvariantCulture)];
        _from.ReadExactly(body);
        return JsonNode.Parse(body)!;
    }
}
