using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace KernelPort.Cli.Tests;

/// <summary>A real headless Chromium, told what to do through ChromeDriver (the WebDriver protocol).</summary>
public sealed class WebDriver : IAsyncDisposable
{
    private readonly Process _driver;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly string _profile = Directory.CreateTempSubdirectory("kernelport-chromium-").FullName;
    private string _session = "";

    private WebDriver(Process driver) => _driver = driver;

    /// <summary>Why there is none here; null where there is.</summary>
    public static string? Missing { get; } = new[] { "chromium", "chromedriver" }.FirstOrDefault(t => !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, t))));

    public static async Task<WebDriver> Start()
    {
        var driver = Process.Start(new ProcessStartInfo("chromedriver", ["--port=0"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        int port = 0;
        while (port == 0 && await driver.StandardOutput.ReadLineAsync() is { } line)
        {
            int at = line.IndexOf("on port ", StringComparison.Ordinal);
            port = line.Contains("successfully", StringComparison.Ordinal) && at >= 0 ? int.Parse(new string([.. line[(at + 8)..].TakeWhile(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture) : 0;
        }
        _ = driver.StandardOutput.ReadToEndAsync();
        _ = driver.StandardError.ReadToEndAsync();
        var web = new WebDriver(driver);
        web._client.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        var options = new JsonObject { ["args"] = new JsonArray("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1300,800", "--user-data-dir=" + web._profile) };
        var answer = await web.Post("session", new JsonObject { ["capabilities"] = new JsonObject { ["alwaysMatch"] = new JsonObject { ["goog:chromeOptions"] = options, ["goog:loggingPrefs"] = new JsonObject { ["browser"] = "ALL" } } } });
        web._session = $"session/{(string)answer!["sessionId"]!}/";
        return web;
    }

    public Task Go(string address) => Post(_session + "url", new JsonObject { ["url"] = address });

    /// <summary>What a JavaScript function's body returns.</summary>
    public async Task<JsonNode?> Evaluate(string script, params JsonNode[] arguments) => await Post(_session + "execute/sync", new JsonObject { ["script"] = script, ["args"] = new JsonArray([.. arguments]) });

    /// <summary>Waits until a condition of the page holds.</summary>
    public async Task Until(string condition)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50))
        {
            if ((await Evaluate($"return !!({condition})"))!.GetValue<bool>())
            {
                return;
            }
        }
        throw new TimeoutException($"{condition}: {await Evaluate("return document.body.innerText")}");
    }

    /// <summary>Types into what has the focus: words, and keys by their WebDriver code points.</summary>
    public Task Keys(string keys) => Post(_session + "actions", new JsonObject
    {
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "key",
            ["id"] = "keyboard",
            ["actions"] = new JsonArray([.. keys.SelectMany(k => k == Control ? [Key("keyDown", k)] : (JsonNode[])[Key("keyDown", k), Key("keyUp", k)]), .. keys.Contains(Control) ? (JsonNode[])[Key("keyUp", Control)] : []]),
        }),
    });

    public const char Control = '\uE009', Enter = '\uE007', Tab = '\uE004';

    public async Task<byte[]> Screenshot() => Convert.FromBase64String((string)(await _client.GetFromJsonAsync<JsonNode>(_session + "screenshot"))!["value"]!);

    /// <summary>What the page complained of on its console.</summary>
    public async Task<IReadOnlyList<string>> Complaints() =>
        [.. (await Post(_session + "se/log", new JsonObject { ["type"] = "browser" }))!.AsArray().Where(e => (string)e!["level"]! == "SEVERE").Select(e => (string)e!["message"]!)];

    public async ValueTask DisposeAsync()
    {
        if (_session.Length > 0)
        {
            using var _ = await _client.DeleteAsync(_session.TrimEnd('/'));
        }
        _driver.Kill(entireProcessTree: true);
        _driver.Dispose();
        _client.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private static JsonObject Key(string type, char key) => new() { ["type"] = type, ["value"] = key.ToString() };

    private async Task<JsonNode?> Post(string path, JsonObject body)
    {
        using var response = await _client.PostAsync(path, new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        return response.IsSuccessStatusCode ? answer!["value"] : throw new InvalidOperationException(answer!.ToJsonString());
    }
}
