using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>A backend that compiles kernels to shared libraries, which a whole program loads while it runs.</summary>
public interface IKernelLibraries
{
    /// <summary>As the command line names it: <c>llvm</c>.</summary>
    string EngineName { get; }

    /// <summary>Null where it can compile; otherwise what is not installed.</summary>
    string? Missing { get; }

    /// <summary>The library that all others need; null, with a reason, where it cannot be made.</summary>
    byte[]? Runtime(out string reason);

    /// <summary>A kernel for blocks of one size; null, with a reason, where the engine cannot take it.</summary>
    /// <param name="globals">The addresses that the module's variables have in the program.</param>
    /// <param name="symbol">The name in the library of what the runtime is to be called with.</param>
    byte[]? Library(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string symbol, out string reason);
}
