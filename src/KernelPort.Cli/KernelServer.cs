using System.Net.Sockets;
using System.Text;

namespace KernelPort.Cli;

/// <summary>Where a running program asks for its kernels: a socket, a line there and a line back (core/kp_elsewhere.h).</summary>
internal sealed class KernelServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Func<string, string> _answer;
    private readonly Lock _lock = new();

    /// <param name="path">Where the socket is to lie.</param>
    /// <param name="answer">Given a question, the answer; one at a time.</param>
    public KernelServer(string path, Func<string, string> answer)
    {
        _answer = answer;
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        new Thread(Accept) { IsBackground = true, Name = "kernel server" }.Start();
    }

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var connection = _listener.Accept();
                new Thread(() => Serve(connection)) { IsBackground = true, Name = "kernel server" }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: the program has ended.
        }
    }

    private void Serve(Socket connection)
    {
        using var stream = new NetworkStream(connection, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            while (reader.ReadLine() is { } question)
            {
                lock (_lock)
                {
                    stream.Write(Encoding.Latin1.GetBytes(_answer(question) + "\n"));
                }
            }
        }
        catch (IOException)
        {
            // The program ended while it was answered.
        }
    }
}
