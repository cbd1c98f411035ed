using KernelPort.Backends;

namespace KernelPort.Cli;

/// <summary>The size of a block on the command line: <c>X[,Y[,Z]]</c>.</summary>
internal static class BlockOption
{
    /// <exception cref="CommandException">It is none that a kernel can be launched with.</exception>
    public static Extent Read(string text) =>
        Extent.ParseBlock(text) ?? throw new CommandException(ExitCodes.BadCommandLine, $"--block {text}: expected X, X,Y or X,Y,Z with at most 1024 threads");
}
