using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Host code: how big the blocks are that it launches, and what memory it gives to kernels.</summary>
internal sealed class HostHazards(FunctionDecl function, Dictionary<string, long?> constants, HashSet<string> bounded, IReadOnlySet<string> rowsOfWarps) : SyntaxWalker
{
    private readonly Dictionary<string, long?> _numbers = new(constants, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ExprSyntax>> _extents = new(StringComparer.Ordinal);
    private readonly Assignments _assigned = new();
    private List<HazardSite> _sites = [];

    public void Run(List<HazardSite> sites)
    {
        _sites = sites;
        if (function.Body is { } body)
        {
            _assigned.Read(body);
            Walk(body);
        }
    }

    protected override void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers)
    {
        HazardFinder.NoteConstant(variable, _numbers);
        string name = variable.Name.Last;
        if (variable is { Type: BuiltinType, InitStyle: "=" } && !_assigned.Contains(name))
        {
            _numbers[name] = ConstantSize.Of(variable.Initializer);
        }
        if (variable.Type is NamedType { Name.Last: "dim3" } && variable.Initializer is { } initializer)
        {
            _extents[variable.Name.Last] = ExtentsOf(initializer);
        }
        else if (variable.Type is QualifiedType { Inner: NamedType { Name.Last: "dim3" } } && variable.Initializer is { } constant)
        {
            _extents[variable.Name.Last] = ExtentsOf(constant);
        }
    }

    protected override void Enter(ExprSyntax expression)
    {
        switch (expression)
        {
            case AssignExpr { Target: NameExpr target }:
                // Changed later on: nothing is known of it.
                _numbers[target.Name.Last] = null;
                _extents.Remove(target.Name.Last);
                break;
            case AssignExpr { Target: MemberExpr { Base: NameExpr changed } }:
                _extents.Remove(changed.Name.Last);
                break;
            case LaunchExpr { Configuration.Count: >= 2 } launch:
                Launch(launch);
                break;
            case CallExpr { Callee: NameExpr { Name.Last: "cudaHostGetDevicePointer" } } call:
                _sites.Add(new HazardSite(HazardKind.MappedHostMemory, call.Callee.Span, "cudaHostGetDevicePointer"));
                break;
        }
    }

    private void Launch(LaunchExpr launch)
    {
        string kernel = launch.Kernel is NameExpr n ? n.Name.Last : "a kernel";
        var extents = launch.Configuration[1] is NameExpr { Name.IsSimple: true } name && _extents.TryGetValue(name.Name.Last, out var known) ? known : ExtentsOf(launch.Configuration[1]);
        var sizes = extents.Select(Number).ToList();
        var at = launch.Configuration[1].Span;
        if (sizes.Count > 0 && sizes.TrueForAll(s => s is > 0 and < 1 << 20))
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

    private static IReadOnlyList<ExprSyntax> ExtentsOf(ExprSyntax initializer) => initializer switch
    {
        BraceExpr b => b.Elements,
        ConstructExpr { Type: NamedType { Name.Last: "dim3" } } c => c.Arguments,
        CallExpr { Callee: NameExpr { Name.Last: "dim3" } } c => c.Arguments,
        _ => [initializer],
    };

    private long? Number(ExprSyntax expression) => expression is NameExpr { Name.IsSimple: true } n ? _numbers.GetValueOrDefault(n.Name.Last) : ConstantSize.Of(expression);
}
