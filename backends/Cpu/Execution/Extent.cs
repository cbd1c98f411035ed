namespace KernelPort.Backends.Cpu.Execution;

/// <summary>The size of a block or grid.</summary>
public readonly record struct Extent(int X, int Y = 1, int Z = 1);
