namespace KernelPort.Cli;

/// <summary>What the process tells its caller.</summary>
public static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The input is wrong, or a refusal under --strict.</summary>
    public const int BadInput = 1;

    public const int BadCommandLine = 2;

    /// <summary>Something is not supported and is listed.</summary>
    public const int Unsupported = 3;

    /// <summary>A comparison or a check failed.</summary>
    public const int CheckFailed = 4;

    public const int MissingTool = 5;

    /// <summary>A bug of ours.</summary>
    public const int OurBug = 70;
}

/// <summary>Ends a command with a message and a code; nothing is wrong with us.</summary>
public sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>The message with a code, so that build systems show it.</summary>
    public Core.Diagnostic Diagnostic => (ExitCode == ExitCodes.BadCommandLine ? CommandRules.BadCommandLine : CommandRules.BadInput).At(Core.Span.None, Message);
}
