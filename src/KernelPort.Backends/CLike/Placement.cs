using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Where each local variable is declared: at the first statement of the innermost block that holds all its uses, but never where a loop
/// would make it new each turn unless each turn begins by storing it.</summary>
internal sealed class Placement
{
    private readonly Dictionary<int, List<(EquatableArray<Stmt> Block, int Index, bool InLoop)[]>> _paths = [];

    /// <summary>The variables to declare before a statement (by reference).</summary>
    public Dictionary<Stmt, List<int>> Before { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Variables used anywhere.</summary>
    public HashSet<int> Used { get; } = [];

    public static Placement Of(Function function)
    {
        var placement = new Placement();
        placement.Visit(function.Body, [], false);
        foreach (var (variable, paths) in placement._paths.OrderBy(p => p.Key))
        {
            placement.Used.Add(variable);
            if (function.Variables[variable].Space == AddressSpace.Local)
            {
                placement.Place(variable, paths);
            }
        }
        return placement;
    }

    private void Visit(EquatableArray<Stmt> block, (EquatableArray<Stmt>, int, bool)[] path, bool inLoop)
    {
        for (int i = 0; i < block.Count; i++)
        {
            (EquatableArray<Stmt>, int, bool)[] here = [.. path, (block, i, inLoop)];
            foreach (int v in UsesIn.Head(block[i]))
            {
                if (!_paths.TryGetValue(v, out var list))
                {
                    _paths[v] = list = [];
                }
                list.Add(here);
            }
            switch (block[i])
            {
                case If x:
                    Visit(x.Then, here, false);
                    Visit(x.Else, here, false);
                    break;
                case Loop x:
                    Visit(x.Body, here, true);
                    Visit(x.Continuing, [.. here, (x.Continuing, -1, true)], true);
                    break;
                case Switch x:
                    foreach (var c in x.Cases)
                    {
                        Visit(c.Body, here, false);
                    }
                    break;
            }
        }
    }

    private void Place(int variable, List<(EquatableArray<Stmt> Block, int Index, bool InLoop)[]> paths)
    {
        int depth = 0;
        while (paths.All(p => p.Length > depth + 1) && paths.All(p => Same(p[depth], paths[0][depth])) && paths.All(p => SameBlock(p[depth + 1], paths[0][depth + 1])))
        {
            depth++;
        }
        // A case of a switch may be jumped into, past an initialiser: declare outside of it.
        while (depth > 0 && (paths[0][depth].Index < 0 || IsSwitch(paths[0][depth - 1]) || LeavesLoopTurn(variable, paths, depth)))
        {
            depth--;
        }
        int first = paths.Min(p => p[depth].Index);
        var statement = paths[0][depth].Block[first];
        if (!Before.TryGetValue(statement, out var list))
        {
            Before[statement] = list = [];
        }
        list.Add(variable);
    }

    private static bool IsSwitch((EquatableArray<Stmt> Block, int Index, bool) at) => at.Index >= 0 && at.Block[at.Index] is Switch;

    /// <summary>Whether declaring at this depth would lose a value that one turn of a loop leaves for the next.</summary>
    private static bool LeavesLoopTurn(int variable, List<(EquatableArray<Stmt> Block, int Index, bool InLoop)[]> paths, int depth)
    {
        bool insideLoop = paths[0].Take(depth + 1).Any(p => p.InLoop);
        if (!insideLoop)
        {
            return false;
        }
        int first = paths.Min(p => p[depth].Index);
        return paths[0][depth].Block[first] is not Store { Target: VariablePlace v } || v.Id.Index != variable;
    }

    private static bool Same((EquatableArray<Stmt> Block, int Index, bool) a, (EquatableArray<Stmt> Block, int Index, bool) b) => a.Index == b.Index && SameBlock(a, b);

    private static bool SameBlock((EquatableArray<Stmt> Block, int Index, bool) a, (EquatableArray<Stmt> Block, int Index, bool) b) =>
        a.Block.Count == b.Block.Count && (a.Block.Count == 0 || ReferenceEquals(a.Block[0], b.Block[0]));

    private sealed class UsesIn : Walker
    {
        private readonly HashSet<int> _variables = [];

        protected override void Enter(Place place)
        {
            if (place is VariablePlace v)
            {
                _variables.Add(v.Id.Index);
            }
        }

        public static IEnumerable<int> Head(Stmt s)
        {
            var finder = new UsesIn();
            switch (s)
            {
                case If x:
                    finder.Walk(x.Condition);
                    break;
                case Switch x:
                    finder.Walk(x.Value);
                    break;
                case Loop:
                    break;
                default:
                    finder.Walk(s);
                    break;
            }
            return finder._variables;
        }
    }
}
