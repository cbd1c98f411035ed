using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>The kernel's pointer parameter that a place of device memory lies behind; null where it is not known.</summary>
internal sealed class PointerRoots(Function function, IReadOnlyDictionary<LetId, Expr> definitions)
{
    // Definitions name definitions.
    private const int MaxSteps = 64;

    public LetId? Of(Place place) => place switch
    {
        Deref d => Of(d.Pointer),
        Element e => Of(e.Base),
        Member m => Of(m.Base),
        _ => null,
    };

    private LetId? Of(Expr e)
    {
        for (int i = 0; i < MaxSteps; i++)
        {
            switch (e)
            {
                case PointerOffset x:
                    e = x.Pointer;
                    break;
                case BitCast x:
                    e = x.Operand;
                    break;
                case LetRef r when function.Parameters.Contains(r.Id):
                    return r.Id;
                case LetRef r when definitions.TryGetValue(r.Id, out var definition):
                    e = definition;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }
}
