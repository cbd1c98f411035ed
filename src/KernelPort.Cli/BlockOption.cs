using System.Globalization;

namespace KernelPort.Cli;

/// <summary>The size of a block on the command line: <c>X[,Y[,Z]]</c>.</summary>
internal static class BlockOption
{
    private const int MaxThreads = 1024;

    /// <exception cref="CommandException">It is none that a kernel can be launched with.</exception>
    public static Backends.Extent Read(string text)
    {
        int[] parts = [.. text.Split(',').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is > 0 and <= MaxThreads ? n : 0)];
        if (parts.Length is 0 or > 3 || parts.Contains(0) || parts.Aggregate(1L, (a, b) => a * b) > MaxThreads)
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"--block {text}: expected X, X,Y or X,Y,Z with at most 1024 threads");
        }
        return new Backends.Extent(parts[0], parts.Length > 1 ? parts[1] : 1, parts.Length > 2 ? parts[2] : 1);
    }
}
