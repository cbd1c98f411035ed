namespace KernelPort.Ir;

/// <summary>`.kir` text that cannot be read: what is wrong and in which line.</summary>
public sealed class KirFormatException(int line, string problem) : FormatException(Build.Invariant($"line {line}: {problem}"))
{
    /// <summary>Counted from 1.</summary>
    public int Line { get; } = line;
}
