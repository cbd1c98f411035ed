using KernelPort.Core;

namespace KernelPort.Backends;

/// <summary>Why a kernel cannot go to a target (KP30xx), and our own gaps (KP295x).</summary>
public static class TargetRules
{
    public static readonly Rule<string, string, string> MissingOperation = Rule.Error<string, string, string>("KP3001", "'{0}' does not exist on this target: {1} [{2}]");
    public static readonly Rule<string, string, string> MissingType = Rule.Error<string, string, string>("KP3002", "the type '{0}' does not exist on this target: {1} [{2}]");
    public static readonly Rule<string, string, string> MissingAtomic = Rule.Error<string, string, string>("KP3003", "this atomic ({0}) does not exist on this target: {1} [{2}]");
    public static readonly Rule<long, int, string> TooMuchShared = Rule.Error<long, int, string>("KP3004", "{0} bytes of shared memory, where a block has at most {1} [{2}]");
    public static readonly Rule<int, int, string> TooManyThreads = Rule.Error<int, int, string>("KP3005", "__launch_bounds__({0}), where a block has at most {1} threads [{2}]");
    public static readonly Rule<string> GenericPointer = Rule.Error<string>("KP3006", "the address space of this pointer cannot be told, and the target has no generic pointers [{0}]");
    public static readonly Rule<string> UnknownBlock = Rule.Error<string>("KP2951", "the text for this target depends on the block size of '{0}', which is not known: give the kernel __launch_bounds__(threads) or a launch header with one size, or say --block");
    public static readonly Rule<string, string> Gap = Rule.Error<string, string>("KP2950", "'{0}' is not lowered for this target by KernelPort yet: {1}");

    /// <summary>About this machine, not about the target: with the options (KP01xx).</summary>
    public static readonly Rule<string, string> NoLibrary = Rule.Warning<string, string>("KP0106", "{0} was not linked: {1}; the object and the runtime's source are there to be linked by hand");
    public static readonly Rule<string, string> NotAssembled = Rule.Error<string, string>("KP0107", "LLVM makes no {0} of this text, which is written as it is: {1}");

    /// <summary>About what callers of a text have to know (not KP29xx: nothing is lacking).</summary>
    public static readonly Rule<string> TexturesInMemory = Rule.Warning<string>("KP0110", "textures and surfaces of '{0}' are read from memory by functions that go along: an object is the address of a kp_texture, not one that the machine's runtime makes");
}
