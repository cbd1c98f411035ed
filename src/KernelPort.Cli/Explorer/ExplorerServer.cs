using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KernelPort.Core;

namespace KernelPort.Cli.Explorer;

/// <summary>The page's server: this machine only, this page only. Whoever asks from another origin, or under another name, is refused.</summary>
internal sealed class ExplorerServer : IDisposable
{
    // A translation unit that a person looks at is far smaller.
    private const int LongestBody = 1 << 20;
    private const int AtOnce = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly IReadOnlyDictionary<string, (string Resource, string Type)> Assets = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["/"] = ("explore.html", "text/html; charset=utf-8"),
        ["/explore.css"] = ("explore.css", "text/css; charset=utf-8"),
        ["/explore.js"] = ("explore.js", "text/javascript; charset=utf-8"),
    };

    private readonly HttpListener _listener;
    private readonly Exploration _exploration;
    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly string _authority;

    private ExplorerServer(HttpListener listener, string authority, Exploration exploration)
    {
        _listener = listener;
        _authority = authority;
        _exploration = exploration;
    }

    public string Address => $"http://{_authority}/";

    /// <param name="port">0 for a free one.</param>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static ExplorerServer Start(int port, Exploration exploration)
    {
        for (int tries = 0; ; tries++)
        {
            int chosen = port == 0 ? FreePort() : port;
            string authority = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{chosen}");
            var listener = new HttpListener();
            try
            {
                listener.Prefixes.Add($"http://{authority}/");
                listener.Start();
                return new ExplorerServer(listener, authority, exploration);
            }
            catch (Exception e) when (e is HttpListenerException or SocketException or ArgumentException)
            {
                ((IDisposable)listener).Dispose();
                // Somebody else may have taken the free port meanwhile.
                if (port != 0 || tries == 10)
                {
                    throw new CommandException(ExitCodes.BadCommandLine, $"port {chosen} cannot be listened at: {e.Message}");
                }
            }
        }
    }

    /// <summary>Serves until the listener is closed.</summary>
    public int Run()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = _listener.GetContext();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return ExitCodes.Done;
            }
            _ = Task.Run(() => Serve(context));
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task Serve(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        try
        {
            response.Headers["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            response.Headers["Cache-Control"] = "no-store";
            var (status, type, body) = await Answer(request);
            response.StatusCode = (int)status;
            response.ContentType = type;
            response.ContentLength64 = body.Length;
            await response.OutputStream.WriteAsync(body);
            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException or ProtocolViolationException)
        {
            // The browser went away.
            response.Abort();
        }
    }

    private async Task<(HttpStatusCode, string, byte[])> Answer(HttpListenerRequest request)
    {
        // A name that points here is not us (DNS rebinding), and no other page may ask.
        if (request.UserHostName != _authority || (request.Headers["Origin"] is { } origin && origin != $"http://{_authority}") || request.Headers["Sec-Fetch-Site"] is "cross-site" or "same-site")
        {
            return Plain(HttpStatusCode.Forbidden, "another origin");
        }
        string path = request.Url?.AbsolutePath ?? "";
        if (Assets.TryGetValue(path, out var asset))
        {
            return request.HttpMethod is "GET" ? (HttpStatusCode.OK, asset.Type, EmbeddedFile.Bytes(asset.Resource)) : Plain(HttpStatusCode.MethodNotAllowed, "GET only");
        }
        if (!Exploration.Knows(path))
        {
            return Plain(HttpStatusCode.NotFound, "nothing is here");
        }
        // Another site's form cannot send this type without asking first.
        if (request.HttpMethod is not "POST" || request.ContentType?.Split(';')[0] != "application/json")
        {
            return Plain(HttpStatusCode.UnsupportedMediaType, "POST application/json only");
        }
        if (await Body(request) is not { } body)
        {
            return Plain(HttpStatusCode.RequestEntityTooLarge, $"at most {LongestBody} bytes, in time");
        }
        JsonObject? question;
        try
        {
            question = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 16 }) as JsonObject;
        }
        catch (JsonException)
        {
            question = null;
        }
        if (question is null)
        {
            return Plain(HttpStatusCode.BadRequest, "no JSON object");
        }
        await _turns.WaitAsync();
        try
        {
            return (HttpStatusCode.OK, "application/json", Encoding.UTF8.GetBytes(_exploration.Answer(path, question).ToJsonString()));
        }
        catch (Exception e) when (e is CommandException or InvalidOperationException or FormatException)
        {
            return Plain(HttpStatusCode.BadRequest, e.Message);
        }
        catch (Exception e)
        {
            return Plain(HttpStatusCode.InternalServerError, $"{CommandRules.Internal.Code}: {e.GetType().Name}: {e.Message}");
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>The body; null where it is too long or does not come.</summary>
    private static async Task<byte[]?> Body(HttpListenerRequest request)
    {
        using var enough = new CancellationTokenSource(Patience);
        using var body = new MemoryStream();
        byte[] buffer = new byte[16 << 10];
        try
        {
            for (int n; (n = await request.InputStream.ReadAsync(buffer, enough.Token)) > 0;)
            {
                body.Write(buffer, 0, n);
                if (body.Length > LongestBody)
                {
                    return null;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        return body.ToArray();
    }

    private static (HttpStatusCode, string, byte[]) Plain(HttpStatusCode status, string text) => (status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
