namespace KernelPort.Testing;

/// <summary>An extent in x, y and z, as CUDA's <c>dim3</c>: a number or a tuple becomes one.</summary>
public readonly record struct Dim3(int X, int Y = 1, int Z = 1)
{
    public static implicit operator Dim3(int x) => new(x);

    public static implicit operator Dim3((int X, int Y) e) => new(e.X, e.Y);

    public static implicit operator Dim3((int X, int Y, int Z) e) => new(e.X, e.Y, e.Z);
}

/// <summary>All that stands between CUDA's triple angle brackets that matters for the result.</summary>
/// <param name="Grid">Blocks.</param>
/// <param name="Block">Threads of a block.</param>
/// <param name="SharedBytes">Dynamic shared memory of a block, in bytes.</param>
/// <param name="Cooperative">Launched so that the whole grid can wait for itself.</param>
public sealed record LaunchShape(Dim3 Grid, Dim3 Block, long SharedBytes = 0, bool Cooperative = false);
