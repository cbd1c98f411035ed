using KernelPort.Ir;

namespace KernelPort.Backends.Cann;

/// <summary>What the entries of kernels of A2 share, vector or scalar.</summary>
internal static class EntryText
{
    /// <summary>Leaves a launch the text was not written for.</summary>
    public static string BlockCheck(Function kernel, Extent block) => Build.Invariant(
        $"    // The text is for this block alone: another launch computes nothing, and says so where assertions are on.\n    if (blockX != {block.X} || blockY != {block.Y} || blockZ != {block.Z}) {{\n        ascendc_assert(false, \"{kernel.SourceName} is for blocks of ({block.X}, {block.Y}, {block.Z})\\n\");\n        return;\n    }}\n");
}
