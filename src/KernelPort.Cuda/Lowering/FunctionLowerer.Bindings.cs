using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Structured bindings.</content>
internal sealed partial class FunctionLowerer
{
    /// <summary>`auto [a, b] = e;`: names for the parts of an object.</summary>
    private void Bindings(StructuredBindingDecl x)
    {
        var init = x.Initializer is BraceExpr { Elements.Count: 1 } braces ? braces.Elements[0] : x.Initializer;
        var whole = Lower(init);
        if (!x.ByReference || whole.Place is null)
        {
            var copy = NewVariable("bound", whole.Type.Unqualified, AddressSpace.Local, x.Span);
            if (whole.Type is ArrayCType { Length: { } count } copied)
            {
                var element = _model.Types.Lower(copied.Element, x.Span);
                for (long i = 0; i < count; i++)
                {
                    Emit(new Store(new Element(element, copy, Build.I64(i)), Generic(Read(Operand.At(copied.Element, new Element(element, whole.Place!, Build.I64(i))), x.Span))) { From = x.Span });
                }
            }
            else
            {
                Emit(new Store(copy, Generic(Read(whole, x.Span))) { From = x.Span });
            }
            whole = Operand.At(whole.Type.Unqualified, copy);
        }
        for (int i = 0; i < x.Names.Count; i++)
        {
            Operand part;
            if (whole.Type is ArrayCType { Length: { } length } array && length == x.Names.Count)
            {
                part = Operand.At(array.Element, new Element(_model.Types.Lower(array.Element, x.Span), whole.Place!, Build.I64(i)));
            }
            else if (whole.Type is ClassCType c && c.Symbol.Fields.Count == x.Names.Count && c.Symbol.Bases.All(b => b.Index < 0))
            {
                part = MemberOf(whole, c.Symbol.Fields[i].Name, x.Span);
            }
            else
            {
                throw Unsupported(x.Span, $"this structured binding of a '{whole.Type}'");
            }
            if (part.Bits is not null)
            {
                throw Unsupported(x.Span, "a structured binding of a bit-field");
            }
            Declare(new LocalSymbol(x.Names[i], x.Span, part.Type) { Place = part.Place });
        }
    }
}
