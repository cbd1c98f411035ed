using KernelPort.Cuda.Hazards;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.HostSide;

/// <summary>The launches of a host function with the extents of their blocks, as far as these stand in the text: the numbers that are written, null for others.</summary>
internal sealed class LaunchSizes : SyntaxWalker
{
    private readonly Dictionary<string, long?> _numbers;
    private readonly Dictionary<string, IReadOnlyList<long?>> _extents = new(StringComparer.Ordinal);
    private readonly Assignments _assigned = new();
    private readonly List<(LaunchExpr, IReadOnlyList<long?>)> _launches = [];

    private LaunchSizes(IReadOnlyDictionary<string, long?> constants) => _numbers = new Dictionary<string, long?>(constants, StringComparer.Ordinal);

    /// <param name="constants">What names of file scope stand for.</param>
    /// <exception cref="InsufficientExecutionStackException">The text nests too deeply.</exception>
    public static IReadOnlyList<(LaunchExpr Launch, IReadOnlyList<long?> Block)> Of(FunctionDecl function, IReadOnlyDictionary<string, long?> constants)
    {
        var sizes = new LaunchSizes(constants);
        if (function.Body is { } body)
        {
            sizes._assigned.Read(body);
            sizes.Walk(body);
        }
        foreach (var launch in function.IslandLaunches)
        {
            sizes.Walk(launch);
        }
        return sizes._launches;
    }

    protected override void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers)
    {
        string name = variable.Name.Last;
        HazardFinder.NoteConstant(variable, specifiers, _numbers);
        if (variable is { InitStyle: "=", Type: not PointerSyntax } && !_assigned.Contains(name))
        {
            _numbers[name] = ConstantSize.Of(variable.Initializer, _numbers);
        }
        if (variable is { Type: NamedType { Name.Last: "dim3" } or QualifiedType { Inner: NamedType { Name.Last: "dim3" } }, Initializer: { } initializer })
        {
            _extents[name] = Extents(initializer);
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
            case LaunchExpr { Configuration: [_, var block, ..] } launch:
                _launches.Add((launch, block is NameExpr { Name.IsSimple: true } name && _extents.TryGetValue(name.Name.Last, out var known) ? known : Extents(block)));
                break;
        }
    }

    private List<long?> Extents(ExprSyntax initializer) => [.. (initializer switch
    {
        BraceExpr b => b.Elements,
        ConstructExpr { Type: NamedType { Name.Last: "dim3" } } c => c.Arguments,
        CallExpr { Callee: NameExpr { Name.Last: "dim3" } } c => c.Arguments,
        _ => [initializer],
    }).Select(e => ConstantSize.Of(e, _numbers))];
}
