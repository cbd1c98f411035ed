using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>A profile of a backend: what the machine has, and its limits.</summary>
public sealed record Target
{
    /// <summary>As the command line names it: <c>musa:mp_31</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The suffix of emitted files, with its dot.</summary>
    public required string Extension { get; init; }

    public required int WarpWidth { get; init; }

    /// <summary>A warp never spans two z planes of a block.</summary>
    public bool WarpPerPlane { get; init; }

    public int MaxThreadsPerBlock { get; init; } = 1024;

    public Evidence MaxThreadsFrom { get; init; } = Evidence.Document("CUDA's own limit");

    /// <summary>Bytes of shared memory a block may have; 0 where nobody knows.</summary>
    public int SharedMemoryBytes { get; init; }

    public Evidence SharedMemoryFrom { get; init; } = Evidence.Inferred("not documented");

    public required IReadOnlyDictionary<Intrinsic, Support> Intrinsics { get; init; }

    /// <summary>Types that need a remark; one that is not listed is native.</summary>
    public IReadOnlyDictionary<Scalar, Support> Scalars { get; init; } = new Dictionary<Scalar, Support>();

    /// <summary>Atomics by operation and type; null means native.</summary>
    public Func<AtomicOp, Scalar, AddressSpace, Support?> Atomic { get; init; } = (_, _, _) => null;

    /// <summary>What the target does about a variable of file scope; null where it is native.</summary>
    public Func<Global, Support?> Global { get; init; } = _ => null;

    /// <summary>What stands against a texture or surface access of a form, beyond what the operation's row says; null where nothing does.</summary>
    public Func<TextureForm, Support?> Texture { get; init; } = _ => null;

    /// <summary>Shared memory can be declared in kernels only, not in the functions they call.</summary>
    public bool SharedOnlyInKernels { get; init; }

    /// <summary>What stands against structs whose members lie closer than their types want; null where nothing does.</summary>
    public Support? PackedStructs { get; init; }

    /// <summary>What stands against reading a number's bits as another type; null where nothing does.</summary>
    public Func<Scalar, Scalar, Support?> BitCast { get; init; } = (_, _) => null;

    /// <summary>Kernels are written in better and worse forms; what cannot be written is of the last, T3.</summary>
    public bool HasTiers { get; init; }

    /// <summary>Whether pointers without an address space can be spelled.</summary>
    public bool HasGenericPointers { get; init; } = true;

    /// <summary>What user code may count on besides: the facts that porting hazards depend on.</summary>
    public MachineTraits Traits { get; init; } = new();

    /// <summary>How whole files are migrated; null where the target is no CUDA dialect.</summary>
    public MigrationProfile? Migration { get; init; }

    /// <summary>How host text of CUDA programs goes beside emitted kernels; null where nobody mapped the runtime, or where whole files are migrated.</summary>
    public HostSide? HostSide { get; init; }

    /// <summary>Opens the shell lines by which the vendor's compiler builds, with <c>{build}</c> for its arguments and <c>{chip}</c> (<see cref="VendorBuild"/>); null where none are known.</summary>
    public Func<TextReader>? OpenVendorBuild { get; init; }

    /// <summary>Chips of this profile whose figures somebody has published.</summary>
    public IReadOnlyList<Chip> Chips { get; init; } = [];

    /// <summary>Weakest evidence of the names the profile prints as a whole (kernel heads, coordinates, launch).</summary>
    public Evidence LanguageFrom { get; init; } = Evidence.Inferred("");
}
