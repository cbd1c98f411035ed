using System.Globalization;
using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>The size of a block or grid.</summary>
public readonly record struct Extent(int X, int Y = 1, int Z = 1)
{
    private const int MaxThreads = 1024;

    /// <summary>Reads a block's size, <c>X[,Y[,Z]]</c>; null where it is none that a kernel can be launched with.</summary>
    public static Extent? ParseBlock(string text)
    {
        int[] parts = [.. text.Split(',').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is > 0 and <= MaxThreads ? n : 0)];
        return parts.Length > 3 || parts.Contains(0) || parts.Aggregate(1L, (a, b) => a * b) > MaxThreads ? null : new Extent(parts[0], parts.Length > 1 ? parts[1] : 1, parts.Length > 2 ? parts[2] : 1);
    }
}

/// <summary>A backend that compiles kernels into this process and runs them.</summary>
public interface IInProcessEngine
{
    /// <summary>As the command line names it: <c>llvm</c>.</summary>
    string EngineName { get; }

    /// <summary>Null where it can run; otherwise what is not installed.</summary>
    string? Missing { get; }

    /// <summary>Where buffers have to lie; null where any memory of this process will do.</summary>
    IKernelMemory? Memory => null;

    /// <summary>Compiles a kernel for blocks of one size; null, with a reason, where the engine cannot take it.</summary>
    /// <param name="globals">The addresses of the module's variables.</param>
    IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason);
}

/// <summary>Memory that kernels can reach.</summary>
public interface IKernelMemory
{
    /// <summary>The address of new room, a multiple of 64.</summary>
    nint Allocate(int bytes);

    void Free(nint address);
}

/// <summary>A kernel ready to run.</summary>
public interface IKernelProgram
{
    /// <summary>Runs all blocks. Each argument is its bytes; a buffer is the address of memory that stays where it is, a texture or surface that of its
    /// <c>kp_texture</c>.</summary>
    LaunchEnd Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments);
}

/// <summary>How a launch ended: what went wrong, null where nothing did, and what its threads printed.</summary>
public readonly record struct LaunchEnd(string? Problem, string Printed)
{
    /// <summary>A thread came to a trap: the launch is over, and what it wrote is worth nothing.</summary>
    public static LaunchEnd Trapped(string printed) => new("a thread trapped", printed);
}
