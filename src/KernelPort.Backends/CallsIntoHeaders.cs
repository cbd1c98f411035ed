using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>For each function of our own headers the first place where the user's code comes to it, directly or through others: nobody can mend a header of ours.</summary>
internal sealed class CallsIntoHeaders : Walker
{
    private readonly Module _module;
    private readonly Dictionary<string, Span> _places = new(StringComparer.Ordinal);

    private CallsIntoHeaders(Module module) => _module = module;

    public static IReadOnlyDictionary<string, Span> Of(Module module, IEnumerable<Function> functions)
    {
        var calls = new CallsIntoHeaders(module);
        foreach (var f in functions.Where(f => !IsOurs(f)))
        {
            calls.Walk(f);
        }
        return calls._places;
    }

    private static bool IsOurs(Function f) => f.From.Span.Source is { IsEmbedded: true };

    protected override void Enter(Stmt statement)
    {
        if (statement is Invoke i && _module.Find(i.Function) is { } callee && IsOurs(callee))
        {
            foreach (var reached in CapabilityCheck.Reachable(_module, callee).Where(IsOurs))
            {
                _places.TryAdd(reached.Name, i.From.Span);
            }
        }
    }
}
