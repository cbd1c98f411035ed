using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KernelPort.Cli.LanguageServer;

/// <summary>Messages of the language server protocol: a head with the length, then JSON.</summary>
internal sealed class MessageStream(Stream input, Stream output)
{
    // No document of a person is longer; a head that says so is garbage.
    private const int LongestBody = 64 << 20;
    private const int LongestHead = 4096;

    private readonly Lock _writing = new();

    /// <summary>The next message; null at the end. Text that is no JSON gives a message that is not an object.</summary>
    /// <exception cref="InvalidDataException">The head is none: what follows cannot be told apart.</exception>
    public JsonNode? Read()
    {
        int length = -1;
        while (ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (length < 0)
                {
                    throw new InvalidDataException("a message has no Content-Length");
                }
                byte[] body = new byte[length];
                input.ReadExactly(body);
                try
                {
                    return JsonNode.Parse(body) ?? JsonValue.Create(false);
                }
                catch (JsonException)
                {
                    return JsonValue.Create(false);
                }
            }
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
                && (!int.TryParse(line.AsSpan(15).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > LongestBody))
            {
                throw new InvalidDataException($"'{line}' is no length of a message");
            }
        }
        return null;
    }

    public void Write(JsonObject message)
    {
        byte[] body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (_writing)
        {
            output.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"Content-Length: {body.Length}\r\n\r\n")));
            output.Write(body);
            output.Flush();
        }
    }

    private string? ReadLine()
    {
        var line = new StringBuilder();
        for (int b; (b = input.ReadByte()) >= 0;)
        {
            if (b == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }
            line.Append((char)b);
            if (line.Length > LongestHead)
            {
                throw new InvalidDataException("a message's head does not end");
            }
        }
        return null;
    }
}
