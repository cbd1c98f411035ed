using KernelPort.Cuda.HostSide;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Host code: how big the blocks are that it launches, and what memory it gives to kernels.</summary>
internal sealed class HostHazards(FunctionDecl function, Dictionary<string, long?> constants, HashSet<string> bounded, IReadOnlySet<string> rowsOfWarps) : SyntaxWalker
{
    private List<HazardSite> _sites = [];

    public void Run(List<HazardSite> sites)
    {
        _sites = sites;
        foreach (var (launch, sizes) in LaunchSizes.Of(function, constants))
        {
            Launch(launch, sizes);
        }
        Walk(function.Body);
    }

    protected override void Enter(ExprSyntax expression)
    {
        if (expression is CallExpr { Callee: NameExpr { Name.Last: "cudaHostGetDevicePointer" } } call)
        {
            _sites.Add(new HazardSite(HazardKind.MappedHostMemory, call.Callee.Span, "cudaHostGetDevicePointer"));
        }
    }

    private void Launch(LaunchExpr launch, IReadOnlyList<long?> sizes)
    {
        string kernel = launch.Kernel is NameExpr n ? n.Name.Last : "a kernel";
        var at = launch.Configuration[1].Span;
        if (sizes.Count > 0 && sizes.All(s => s is > 0 and < 1 << 20))
        {
            long threads = sizes.Aggregate(1L, (product, s) => product * s!.Value);
            string without = bounded.Contains(kernel) ? "" : "unbounded ";
            _sites.Add(new HazardSite(HazardKind.ThreadsOfBlock, at, without + kernel, threads));
        }
        if (sizes.Count > 1 && sizes[0] == 32 && rowsOfWarps.Contains(kernel))
        {
            _sites.Add(new HazardSite(HazardKind.RowsOfWarps, at, kernel));
        }
        if (sizes.Count == 3 && sizes[2] is > 1 and var depth)
        {
            _sites.Add(new HazardSite(HazardKind.DepthOfBlock, at, kernel, depth));
        }
    }
}
