using System.Text;
using KernelPort.Backends;

namespace KernelPort.Cli;

/// <summary>What a command has around it: the backends and the three streams. Tests give their own.</summary>
public sealed record CommandContext(IReadOnlyList<IBackend> Backends, Stream In, Stream Out, TextWriter Error)
{
    /// <summary>Standard error is a terminal: progress and colours make sense.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The streams are the process's own, so that a program we start may have them as they are.</summary>
    public bool OwnsConsole { get; init; }

    /// <summary>What stands behind <c>--</c>: not ours, but a program's.</summary>
    public IReadOnlyList<string> ProgramArguments { get; init; } = [];

    public static CommandContext ForConsole() => new(BackendCatalogue.All, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error)
    {
        IsTerminal = !Console.IsErrorRedirected,
        OwnsConsole = true,
    };

    /// <summary>Writes text of ours; files go out through <see cref="WriteBytes"/>.</summary>
    public void Write(string text) => Out.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes text that is bytes read as Latin-1.</summary>
    public void WriteBytes(string text) => Out.Write(Encoding.Latin1.GetBytes(text));
}
