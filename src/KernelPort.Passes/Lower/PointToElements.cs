using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Pointers to arrays become pointers to their first element, for languages that know none: of `int (*p)[3]`, `p[i][j]` becomes `q[3 * i + j]`. Pointers
/// in the fields of structs stay what they are, and are cast when they are read and written.</summary>
public sealed class PointToElements : IPass
{
    public Module Run(Module module) => new Work().Rewrite(module) with { Globals = module.Globals.Select(g => g with { Type = Plain(g.Type) }).ToEquatable() };

    private static IrType Plain(IrType type) => type switch
    {
        PointerType { Pointee: ArrayType a } p => new PointerType(Plain(Innermost(a)), p.Space),
        PointerType { Pointee: PointerType inner } p => new PointerType(Plain(inner), p.Space),
        ArrayType a => a with { Element = Plain(a.Element) },
        _ => type,
    };

    private static IrType Innermost(IrType type)
    {
        while (type is ArrayType a)
        {
            type = a.Element;
        }
        return type;
    }

    /// <summary>How many elements that are no arrays a type holds.</summary>
    private static long Count(IrType type) => type is ArrayType a ? a.Length * Count(a.Element) : 1;

    private static Expr Times(Expr index, long count) => count == 1 ? index : new Binary(IrType.I64, BinaryOp.Mul, index, Build.I64(count));

    private static bool IsArrayPointer(IrType type) => Plain(type) != type && type is PointerType;

    private sealed class Work : Rewriter
    {
        private List<NamedValue> _lets = [];

        public override Function Rewrite(Function function)
        {
            _lets = [.. function.Lets.Select(l => l with { Type = Plain(l.Type) })];
            function = base.Rewrite(function with { Lets = _lets.ToEquatable(), Variables = function.Variables.Select(v => v with { Type = Plain(v.Type) }).ToEquatable(), ReturnType = Plain(function.ReturnType) });
            return function with { Lets = _lets.ToEquatable() };
        }

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            switch (statement)
            {
                case Load { Source: Member m } x when IsArrayPointer(m.Type):
                    _lets.Add(new NamedValue("rows", m.Type));
                    var read = new LetId(_lets.Count - 1);
                    return [x with { Id = read }, new Let(x.Id, new Cast(Plain(m.Type), new LetRef(m.Type, read))) { From = x.From }];
                case Store { Target: Member m } x when IsArrayPointer(m.Type):
                    return [x with { Value = new Cast(m.Type, x.Value) }];
                default:
                    return null;
            }
        }

        protected override Expr Leave(Expr expression) => expression switch
        {
            Field f when IsArrayPointer(f.Type) => new Cast(Plain(f.Type), f),
            Aggregate { Type: StructType s } a => a with { Elements = a.Elements.Select((e, i) => IsArrayPointer(s.Fields[i].Type) ? new Cast(s.Fields[i].Type, e) : e).ToEquatable() },
            AddressOf a => a with { Pointer = (PointerType)Plain(a.Pointer), Type = Plain(a.Type) },
            _ when expression.Type is PointerType => expression with { Type = Plain(expression.Type) },
            _ => expression,
        };

        protected override Place Leave(Place place) => place is Member ? place : place with { Type = Plain(place.Type) };

        public override Expr Expression(Expr expression)
        {
            switch (expression)
            {
                case AddressOf { Place: var place, Pointer: { Pointee: ArrayType outer } pointer } a:
                    if (Start(place) is { } start)
                    {
                        return start.Index is null ? start.Pointer : new PointerOffset(start.Pointer, start.Index) { From = a.From };
                    }
                    var first = Place(place);
                    for (IrType inner = outer; inner is ArrayType next; inner = next.Element)
                    {
                        first = new Element(Plain(next.Element), first, Build.I64(0));
                    }
                    return new AddressOf((PointerType)Plain(pointer), first) { From = a.From };
                case PointerOffset { Pointer.Type: PointerType { Pointee: ArrayType array } } o:
                    return new PointerOffset(Expression(o.Pointer), Times(Expression(o.Index), Count(array))) { From = o.From };
                case PointerDifference { Left.Type: PointerType { Pointee: ArrayType array } } d:
                    return new Binary(IrType.I64, BinaryOp.Div, new PointerDifference(Expression(d.Left), Expression(d.Right)), Build.I64(Count(array))) { From = d.From };
                default:
                    return base.Expression(expression);
            }
        }

        public override Place Place(Place place) => place.Type is not ArrayType && Start(place) is { Index: { } index } start
            ? new Deref(Plain(place.Type), new PointerOffset(start.Pointer, index))
            : base.Place(place);

        /// <summary>Of a place in an array that a pointer points at: that pointer, and how many elements on it lies; null of another.</summary>
        private (Expr Pointer, Expr? Index)? Start(Place place)
        {
            switch (place)
            {
                case Deref { Type: ArrayType } d:
                    return (Expression(d.Pointer), null);
                case Element e when Start(e.Base) is { } start:
                    var here = Times(Expression(e.Index), Count(e.Type));
                    return (start.Pointer, start.Index is null ? here : new Binary(IrType.I64, BinaryOp.Add, start.Index, here));
                default:
                    return null;
            }
        }
    }
}
