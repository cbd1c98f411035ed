using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

/// <summary>What machines that LLVM makes code for differ in, as far as text of its language shows it. Operations of a machine's own are functions of <see cref="Device"/>.</summary>
public sealed record LlvmDialect
{
    public required string Triple { get; init; }

    public required string DataLayout { get; init; }

    /// <summary>The calling convention of kernels.</summary>
    public required string Kernel { get; init; }

    /// <summary>The attribute of a kernel's parameter that is a structure in memory, and the space that memory is in.</summary>
    public required (string Attribute, int Space) StructParameter { get; init; }

    /// <summary>The space of variables on the stack; all others have one number everywhere.</summary>
    public required int Local { get; init; }

    /// <summary>The scope of an atomic with a blank behind it, or nothing.</summary>
    public required IReadOnlyDictionary<AtomicScope, string> Scopes { get; init; }

    /// <summary>The functions that operations of block and warp are.</summary>
    public required LlvmLibrary Device { get; init; }

    /// <summary>What is said of a kernel: attributes of LLVM's, quoted.</summary>
    public Func<Function, string> Attributes { get; init; } = _ => "";

    /// <summary>The module's metadata.</summary>
    public Func<Module, IEnumerable<string>> Metadata { get; init; } = _ => [];

    public int Number(AddressSpace space) => space switch
    {
        AddressSpace.Generic => 0,
        AddressSpace.Global => 1,
        AddressSpace.Shared => 3,
        AddressSpace.Constant => 4,
        _ => Local,
    };
}
