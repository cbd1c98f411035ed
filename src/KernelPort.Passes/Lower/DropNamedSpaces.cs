using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Makes every pointer generic, for languages that do not spell address spaces: casts between spaces go away.</summary>
public sealed class DropNamedSpaces : Rewriter, IPass
{
    public Module Run(Module module) => Rewrite(module);

    public override Function Rewrite(Function function) => base.Rewrite(function with
    {
        Lets = function.Lets.Select(l => l with { Type = Generic(l.Type) }).ToEquatable(),
        Variables = function.Variables.Select(v => v with { Type = Generic(v.Type) }).ToEquatable(),
        ReturnType = Generic(function.ReturnType),
    });

    private static IrType Generic(IrType type) => type switch
    {
        PointerType p => new PointerType(Generic(p.Pointee), AddressSpace.Generic),
        ArrayType a => a with { Element = Generic(a.Element) },
        _ => type,
    };

    protected override Expr Leave(Expr expression) => expression switch
    {
        AddressOf a => a with { Pointer = (PointerType)Generic(a.Pointer), Type = Generic(a.Type) },
        Cast c when Generic(c.Type) is PointerType to && c.Operand.Type == to => c.Operand,
        PointerOffset o => o with { Type = o.Pointer.Type },
        _ when expression.Type is PointerType => expression with { Type = Generic(expression.Type) },
        _ => expression,
    };

    protected override Place Leave(Place place) => place.Type is PointerType or ArrayType ? place with { Type = Generic(place.Type) } : place;
}
