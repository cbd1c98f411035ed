using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>
/// Whether threads of a block may come to one element of shared memory with no barrier between, as far as the text tells: what passes here
/// needs no look at its run, and what does not may still be right. Regions between barriers are walked in the order of the text, loops twice.
/// </summary>
internal sealed class UnorderedExchanges(FunctionDecl function, List<HazardSite> sites)
{
    /// <summary>What leads to shared memory by name, with the array it leads to.</summary>
    private readonly Dictionary<string, string> _arrays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _axes = new(StringComparer.Ordinal);
    private readonly Assignments _assigned = new();
    private List<Access> _open = [];
    private int _axesUsed;
    private string _guard = "";
    private bool _found;

    /// <param name="Array">The array it lies in.</param>
    /// <param name="Place">The expression's text.</param>
    /// <param name="IsOwn">Each thread has its own place there.</param>
    /// <param name="Guard">The condition that lets one thread through; empty where there is none.</param>
    private readonly record struct Access(string Array, string Place, PlaceUse Use, bool IsOwn, string Guard);

    public void Run()
    {
        // a pointer of a kernel's is to global memory; one that a function gets may be to shared memory
        if (!function.Specifiers.Has(Specifier.Global))
        {
            foreach (var p in function.Parameters.Where(p => p.Name.Length > 0 && Bare(p.Type) is PointerSyntax or ArraySyntax))
            {
                _arrays.TryAdd(p.Name, p.Name);
            }
        }
        if (function.Body is not { } body || (_arrays.Count == 0 && !new SharedDeclarations().In(body)))
        {
            return;
        }
        _assigned.Read(body);
        _axesUsed = new Axes(_axes).Of(body);
        Walk(body);
    }

    private static TypeSyntax Bare(TypeSyntax type) => type is QualifiedType q ? Bare(q.Inner) : type;

    private void Walk(StmtSyntax? statement)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (statement)
        {
            case null:
                break;
            case CompoundStmt s:
                foreach (var inner in s.Statements)
                {
                    Walk(inner);
                }
                break;
            case IfStmt s:
                Walk(s.Init);
                Look(s.Condition);
                string outer = _guard;
                _guard = OneThread(s.Condition) is { Length: > 0 } one ? one : outer;
                var before = _open.ToList();
                Walk(s.Then);
                _guard = outer;
                var then = _open;
                _open = before;
                Walk(s.Else);
                _open = [.. _open.Union(then)];
                break;
            case ForStmt s:
                Walk(s.Init);
                Again(() =>
                {
                    Look(s.Condition);
                    Walk(s.Body);
                    Look(s.Step);
                });
                break;
            case WhileStmt s:
                Again(() =>
                {
                    Look(s.Condition);
                    Walk(s.Body);
                });
                break;
            case DoStmt s:
                Again(() =>
                {
                    Walk(s.Body);
                    Look(s.Condition);
                });
                break;
            case RangeForStmt s:
                Look(s.Range);
                Again(() => Walk(s.Body));
                break;
            case SwitchStmt s:
                Look(s.Condition);
                Walk(s.Body);
                break;
            case DeclStmt { Declaration: VariableDecl v }:
                foreach (var variable in v.Variables)
                {
                    Declare(variable, v.Specifiers);
                }
                break;
            case ReturnStmt s:
                Look(s.Value);
                break;
            case ExprStmt s:
                Look(s.Expression);
                break;
        }
    }

    private void Again(Action body)
    {
        body();
        body();
    }

    private void Look(ConditionSyntax? condition)
    {
        if (condition?.Declaration is { } declaration)
        {
            Walk(new DeclStmt(condition.Span, declaration));
        }
        Look(condition?.Expression);
    }

    private void Declare(DeclaratorSyntax variable, DeclSpecifiers specifiers)
    {
        string name = variable.Name.Last;
        if (specifiers.Has(Specifier.Shared))
        {
            _arrays[name] = name;
            return;
        }
        if (variable.Initializer is not { } value)
        {
            return;
        }
        if (Bare(variable.Type) is PointerSyntax or ReferenceType && ArrayIn(value) is { } array)
        {
            _arrays[name] = array;
            return;
        }
        if (SharedDeclarations.MayBeShared(variable))
        {
            _arrays[name] = name;
        }
        Look(value);
    }

    private string? ArrayIn(ExprSyntax value)
    {
        string? found = null;
        _ = Search.ForName(n => _arrays.TryGetValue(n, out string? array) && (found ??= array) is not null).In(value);
        return found;
    }

    private void Look(ExprSyntax? expression)
    {
        if (expression is null || _found)
        {
            return;
        }
        foreach (var (place, use) in new Places(_arrays).In(expression))
        {
            string name = Places.Root(place)!.Name.Last;
            Record(new Access(_arrays[name], Text(place), use, IsOwn(place), _guard), place);
        }
        if (Search.ForCall(IsBarrier).In(expression))
        {
            _open.Clear();
        }
    }

    private void Record(Access now, ExprSyntax at)
    {
        bool alone = now.Guard.Length > 0;
        if ((now.Use == PlaceUse.Both && !now.IsOwn && !alone) || _open.Exists(before => AreUnordered(before, now)))
        {
            _found = true;
            sites.Add(new HazardSite(HazardKind.UnorderedExchange, at.Span, now.Array));
        }
        else if (!_open.Contains(now))
        {
            _open.Add(now);
        }
    }

    private static bool AreUnordered(Access a, Access b) =>
        a.Array == b.Array
        && !(a.Use == PlaceUse.Read && b.Use == PlaceUse.Read)
        && !(a.Use == PlaceUse.Atomic && b.Use == PlaceUse.Atomic)
        && !(a.Place == b.Place && a.IsOwn && b.IsOwn)
        && !(a.Guard.Length > 0 && a.Guard == b.Guard);

    /// <summary>The indices tell all threads of the block apart, and are the same all the while.</summary>
    private bool IsOwn(ExprSyntax place) =>
        _axesUsed != 0 && new Axes(_axes).Of(place) == _axesUsed && !Search.ForName(n => _assigned.Contains(n)).In(place) && !Places.HasReadInIndex(place);

    /// <summary>A condition that is true of one thread at most, as it is mostly written.</summary>
    private string OneThread(ConditionSyntax condition) =>
        condition.Expression is { } e && Equality(e) is { } equality && new Axes(_axes).Of(equality) == _axesUsed && _axesUsed != 0 ? Text(equality) : "";

    private static BinaryExpr? Equality(ExprSyntax e) => e switch
    {
        ParenthesizedExpr p => Equality(p.Inner),
        BinaryExpr { Operator: "==" } b => b,
        BinaryExpr { Operator: "&&" } b => Equality(b.Left) ?? Equality(b.Right),
        _ => null,
    };

    private static bool IsBarrier(CallExpr call) => call.Callee switch
    {
        NameExpr n => n.Name.Last is "__syncthreads" or "__syncthreads_or" or "__syncthreads_and" or "__syncthreads_count" or "sync" or "__barrier_sync",
        MemberExpr m => m.Member.Last is "sync",
        _ => false,
    };

    private static string Text(ExprSyntax e) => e.Span.Source is { } s ? s.Text.Substring(e.Span.Start, e.Span.Length) : "";
}
