using KernelPort.Core;
using KernelPort.Cuda.Hazards;
using KernelPort.Cuda.HostSide;
using KernelPort.Cuda.Preprocessing;

namespace KernelPort.Migration;

/// <summary>What is kept of a translation unit that was read; its tokens and its syntax are not.</summary>
/// <param name="Files">The files of the tree that it read, and what became of their tokens.</param>
/// <param name="NamedHeaders">What its files of the tree include with angle brackets, in branches that were not taken too.</param>
/// <param name="Gated">Kernels with something to do in a unit that mentions <c>__CUDA_ARCH__</c>.</param>
internal sealed record UnitFacts(
    SourceText Source,
    IReadOnlyList<(SourceText Source, RawTokenUse[] Uses)> Files,
    IReadOnlyList<IncludeEdge> Includes,
    IReadOnlyList<string> NamedHeaders,
    DeclaredNames Names,
    IReadOnlyList<Span> DeviceCode,
    DeviceText Device,
    IReadOnlyList<KernelPlace> Kernels,
    IReadOnlyList<HazardSite> Hazards,
    IReadOnlyList<Diagnostic> Diagnostics,
    bool Missing,
    IReadOnlyList<HazardSite> Gated)
{
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
