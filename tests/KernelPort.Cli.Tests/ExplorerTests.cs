using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using KernelPort.Cli;
using KernelPort.Cli.Explorer;
using KernelPort.Core;

namespace KernelPort.Cli.Tests;

/// <summary>The explorer's server, asked by a program and by a real browser.</summary>
public sealed class ExplorerTests : IDisposable
{
    private const string Kernel = "// launch: scale<<<2, 4>>>(data: float[8] = 0 1 2 3 4 5 6 7, factor: 2, n: 7)\n// expect: data = 0 2 4 6 8 10 12 7\n"
        + "__global__ void scale(float* data, float factor, int n)\n{\n    int i = blockIdx.x * blockDim.x + threadIdx.x;\n    if (i < n)\n        data[i] *= factor;\n}\n";

    private readonly Workspace _work = new();
    private readonly ExplorerServer _server;
    private readonly HttpClient _client = new();

    public ExplorerTests()
    {
        string path = _work.Write("k/scale.cu", Kernel);
        _server = ExplorerServer.Start(0, new Exploration(new CommonValues(), CommandContext.ForConsole(), SourceText.Read(path)));
        new Thread(() => _server.Run()) { IsBackground = true }.Start();
        _client.BaseAddress = new Uri(_server.Address);
    }

    public void Dispose()
    {
        _server.Dispose();
        _client.Dispose();
        _work.Dispose();
    }

    [Fact]
    public async Task A_text_comes_back_translated_with_its_lines()
    {
        var answer = await Ask("translate", new() { ["text"] = Kernel, ["target"] = "musa", ["view"] = "kernels" });
        ((string)answer["text"]!).ShouldContain("data[i]");
        answer["lines"]!.AsArray().ShouldContain(l => (int)l![1]! == 7);
        answer["diagnostics"]!.AsArray().ShouldBeEmpty();
        foreach (string target in new[] { "cann:950", "opencl", "csharp", "nvptx64:sm_80" })
        {
            ((string)(await Ask("translate", new() { ["text"] = Kernel, ["target"] = target, ["view"] = "text", ["block"] = "256" }))["text"]!).Length.ShouldBeGreaterThan(100, target);
        }
        ((string)(await Ask("translate", new() { ["text"] = Kernel, ["target"] = "dcu", ["view"] = "ir" }))["text"]!).ShouldContain("kernel @scale");
    }

    /// <summary>In every view: the line of the text that stores is linked to the line of the kernel that does.</summary>
    [Theory]
    [InlineData("dcu", "kernels", "data[i]")]
    [InlineData("musa", "ir", "store ")]
    [InlineData("cpu", "llvm-ir", "store ")]
    [InlineData("cpu", "asm", "ymm")]
    [InlineData("nvptx64:sm_80", "llvm-ir", "store ")]
    [InlineData("nvptx64:sm_80", "asm", "st.global")]
    [InlineData("amdgcn:gfx90a", "asm", "_store_")]
    public async Task Lines_are_linked(string target, string view, string stores)
    {
        var answer = await Ask("translate", new() { ["text"] = Kernel, ["target"] = target, ["view"] = view, ["block"] = "256" });
        string[] lines = ((string)answer["text"]!).Split('\n');
        var links = answer["lines"]!.AsArray().Select(l => (Line: (int)l![0]!, From: (int)l[1]!)).ToList();
        links.ShouldContain(l => l.From == 7 && lines[l.Line - 1].Contains(stores), (string)answer["text"]!);
        ((string)answer["text"]!).ShouldNotContain(".debug_");
    }

    [Fact]
    public async Task A_run_counts_how_far_values_are_from_the_references()
    {
        var answer = await Ask("run", new() { ["text"] = Kernel, ["target"] = "csharp" });
        answer["engines"]!.AsArray().ShouldAllBe(e => (string)e!["outcome"]! == "passed");
        answer = await Ask("run", new() { ["text"] = Kernel.Replace("float[8] = 0 1 2 3 4 5 6 7", "float[6] = 0 1 2 3 4 5"), ["target"] = "csharp" });
        answer["diagnostics"]!.AsArray().ShouldContain(d => (string)d!["code"]! == "KP6001" && (int)d["line"]! == 7);
    }

    [Theory]
    [InlineData("GET", "/api/translate", null, "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/", null, "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/../etc/passwd", null, "", HttpStatusCode.NotFound)]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd", null, "", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/translate", "application/json", "", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/translate", "application/json", "[1,2", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/translate", "application/json", "{\"text\":7,\"target\":\"musa\"}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/translate", "application/json", "{\"text\":\"\",\"target\":\"no such\"}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/translate", "application/json", "{\"text\":\"\",\"target\":\"musa\",\"view\":\"bogus\"}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/run", "application/json", "{\"text\":\"void f() {}\",\"target\":\"musa\"}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/translate", "text/plain", "{\"text\":\"\",\"target\":\"musa\"}", HttpStatusCode.UnsupportedMediaType)]
    public async Task Malformed_requests_are_refused(string method, string path, string? type, string body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
        {
            request.Content = new StringContent(body, Encoding.UTF8, type ?? "application/octet-stream");
        }
        using var response = await _client.SendAsync(request);
        response.StatusCode.ShouldBe(expected);
        (await _client.GetStringAsync("/")).ShouldContain("<title>KernelPort");
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Other_origins_are_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/translate") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);
        (await _client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_refused_and_raw_garbage_survived()
    {
        foreach (string text in new[] { "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "\0\0\0\0\r\n\r\n", "POST /api/run HTTP/1.1\r\nContent-Length: -5\r\n\r\n" })
        {
            using var socket = new TcpClient("127.0.0.1", _client.BaseAddress!.Port);
            socket.ReceiveTimeout = 5000;
            await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
            byte[] start = new byte[12];
            int n = await socket.GetStream().ReadAsync(start);
            Encoding.ASCII.GetString(start, 0, n).ShouldNotContain("200");
        }
        (await _client.GetStringAsync("/")).ShouldContain("<title>KernelPort");
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        using var response = await _client.PostAsync("/api/translate", new StringContent("\"" + new string('x', 2 << 20), Encoding.UTF8, "application/json"));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Only_the_first_files_folder_is_read()
    {
        _work.Write("k/factor.cuh", "#define FACTOR 7\n");
        _work.Write("secret.cuh", "#define FACTOR 8\n");
        var answer = await Ask("translate", new() { ["text"] = "#include \"factor.cuh\"\n__global__ void k(int* p) { p[0] = FACTOR; }\n", ["target"] = "musa", ["view"] = "kernels" });
        ((string)answer["text"]!).ShouldContain("= 7;");
        answer = await Ask("translate", new() { ["text"] = "#include \"../secret.cuh\"\n__global__ void k(int* p) { p[0] = FACTOR; }\n", ["target"] = "musa", ["view"] = "kernels" });
        ((string)answer["text"]!).ShouldNotContain("8");
        answer["diagnostics"]!.AsArray().ShouldContain(d => (string)d!["severity"]! == "error");
        answer = await Ask("translate", new() { ["name"] = "../../evil.cu", ["text"] = "__global__ void k(int* p) { p[0] = 1; }\n", ["target"] = "musa", ["view"] = "kernels" });
        ((string)answer["text"]!).ShouldNotBeEmpty();
        Directory.GetFiles(_work.Path("."), "*", SearchOption.AllDirectories).Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_browser_shows_both_texts_links_their_lines_and_runs()
    {
        if (WebDriver.Missing is { } missing)
        {
            Console.WriteLine($"not run, because {missing} is not installed");
            return;
        }
        await using var browser = await WebDriver.Start();
        await browser.Go(_server.Address);
        await browser.Until("document.body.dataset.turn");
        ((string)(await browser.Evaluate("return document.getElementById('result').innerText"))!).ShouldContain("__global__ void scale");
        // a line and the line it became have one colour, and light up together
        (await browser.Evaluate("goTo(7, 1); return [...document.querySelectorAll('.l.now')].map(r => r.textContent.trim())"))!.AsArray().Select(t => (string)t!).ShouldBe(["data[i] *= factor;", "data[i] *= factor;"]);

        // typed with the keyboard, hostile text included: it is shown, not obeyed
        await browser.Evaluate("const s = document.getElementById('source'); s.focus(); s.setSelectionRange(0, s.value.length);");
        await browser.Keys("/* <img src=x onerror=document.title=1> */ __global__ void k(int* p) { p[0] = ; }");
        await browser.Until("document.querySelector('#messages .error')");
        ((string)(await browser.Evaluate("return document.title"))!).ShouldBe("KernelPort explorer");
        ((string)(await browser.Evaluate("return document.querySelector('#source-view .lens.error').textContent"))!).ShouldStartWith("KP");

        await browser.Evaluate("load('scale.cu', arguments[0])", Kernel);
        await browser.Evaluate("document.getElementById('target').value = 'csharp'; document.getElementById('target').onchange(); document.getElementById('source').focus();");
        await browser.Keys($"{WebDriver.Control}{WebDriver.Enter}");
        await browser.Until("document.querySelectorAll('#run-result .passed').length === 2");
        // everything is reached with the tabulator
        await browser.Evaluate("document.getElementById('target').focus()");
        await browser.Keys($"{WebDriver.Tab}{WebDriver.Tab}{WebDriver.Tab}");
        ((string)(await browser.Evaluate("return document.activeElement.id"))!).ShouldBe("run");
        (await browser.Complaints()).ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("KP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "explorer.png"), await browser.Screenshot());
        }
    }

    private async Task<JsonNode> Ask(string what, JsonObject question)
    {
        using var response = await _client.PostAsync("/api/" + what, new StringContent(question.ToJsonString(), Encoding.UTF8, "application/json"));
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }
}
