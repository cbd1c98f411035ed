using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>What an initialiser writes: scalars, aggregates part by part, zeros.</content>
internal sealed partial class FunctionLowerer
{
    private Literal Zero(CType type, Span at)
    {
        var lowered = _model.Types.Lower(type, at);
        return lowered is ScalarType or PointerType ? new Literal(lowered, 0) : throw Unsupported(at, $"a zero of type '{type}'");
    }

    private void Initialise(Place place, CType type, ExprSyntax init)
    {
        GuardDepth(init.Span);
        if (Characters(init, type) is { } characters)
        {
            InitialiseText(place, (ArrayCType)type, characters, init.Span);
            return;
        }
        if (init is BraceExpr braces && type is ArrayCType)
        {
            int position = 0;
            InitialiseAggregate(place, type, braces.Elements, ref position, init.Span);
            return;
        }
        if (type is ClassCType { Symbol: { } symbol } made && (init is BraceExpr || NeedsConstruction(symbol)))
        {
            ConstructInto(Operand.At(type.Unqualified, place), (ClassCType)made.Unqualified, init is BraceExpr list ? list.Elements : [init], init.Span);
            return;
        }
        if (init is BraceExpr { Elements.Count: <= 1 } one)
        {
            Emit(new Store(place, one.Elements.Count == 0 ? Zero(type, init.Span) : ReadAs(one.Elements[0], type)));
            return;
        }
        if (type is ArrayCType)
        {
            throw Unsupported(init.Span, "this initialiser of an array");
        }
        Emit(new Store(place, Generic(ReadAs(init, type))));
    }

    private bool SameClass(ExprSyntax element, CType type) => element is not BraceExpr and not DesignatedExpr && TypeOfOperand(element).Unqualified == type.Unqualified;

    private void InitialiseAggregate(Place place, CType type, EquatableArray<ExprSyntax> elements, ref int position, Span at)
    {
        if (type is ArrayCType { Length: { } length } array)
        {
            var element = _model.Types.Lower(array.Element, at);
            long i = 0;
            if (elements.Any(e => e is PackExpansionExpr))
            {
                InitialiseFromPack(place, array, elements, ref position, at);
                return;
            }
            for (; i < length && position < elements.Count; i++)
            {
                InitialisePart(new Element(element, place, Build.I64(i)), array.Element, elements, ref position, at);
            }
            ZeroFill(place, array, element, i, length, at);
            return;
        }
        if (type is ClassCType c)
        {
            _model.Types.Struct(c.Symbol, at);
            ClearBits(place, c.Symbol, at);
            if (position < elements.Count && elements[position] is PackExpansionExpr && c.Symbol.Bases.Count == 0)
            {
                var operands = LowerArguments([.. elements.Skip(position)]);
                position = elements.Count;
                for (int k = 0; k < c.Symbol.Fields.Count && k < operands.Count; k++)
                {
                    if (c.Symbol.Fields[k].Bits is not null)
                    {
                        throw Unsupported(at, "a bit-field from a pack");
                    }
                    Emit(new Store(new Member(_model.Types.Lower(c.Symbol.Fields[k].Type, at), place, k), Generic(ConvertOperand(operands[k], c.Symbol.Fields[k].Type, at))) { From = at });
                }
                return;
            }
            foreach (var b in c.Symbol.Bases.Where(b => b.Index >= 0))
            {
                var part = new Member(_model.Types.Struct(b.Class, at), place, b.Index);
                if (position < elements.Count)
                {
                    InitialisePart(part, new ClassCType(b.Class), elements, ref position, at);
                }
                else
                {
                    DefaultObject(Operand.At(new ClassCType(b.Class), part), new ClassCType(b.Class), at, zero: true);
                }
            }
            foreach (var f in c.Symbol.Fields)
            {
                if (IsEmpty(f.Type, at))
                {
                    position += position < elements.Count ? 1 : 0;
                    continue;
                }
                if (f.Bits is not null)
                {
                    bool mine = position < elements.Count && (elements[position] is not DesignatedExpr || elements[position] is DesignatedExpr { Path: [var only] } && only == f.Name);
                    if (mine)
                    {
                        var init = elements[position++];
                        InitialiseBits(place, f, init is DesignatedExpr { Value: var designated } ? designated : init, at);
                    }
                    else if (!c.Symbol.Layout!.IsUnion)
                    {
                        DefaultField(Operand.At(c, place), f, at, zero: true);
                    }
                    if (c.Symbol.Layout!.IsUnion && (mine || position >= elements.Count))
                    {
                        return;
                    }
                    continue;
                }
                var member = new Member(_model.Types.Lower(f.Type, at), place, f.Index);
                if (position < elements.Count && elements[position] is DesignatedExpr { Path.Count: 1 } d)
                {
                    if (d.Path[0] != f.Name)
                    {
                        if (!c.Symbol.Layout!.IsUnion)
                        {
                            DefaultField(Operand.At(c, place), f, at, zero: true);
                        }
                        continue;
                    }
                    position++;
                    Initialise(member, f.Type, d.Value);
                }
                else if (position < elements.Count)
                {
                    InitialisePart(member, f.Type, elements, ref position, at);
                }
                else
                {
                    DefaultField(Operand.At(c, place), f, at, zero: true);
                }
                if (c.Symbol.Layout!.IsUnion)
                {
                    return;
                }
            }
        }
    }

    private void InitialisePart(Place place, CType type, EquatableArray<ExprSyntax> elements, ref int position, Span at)
    {
        if (type is ReferenceCType)
        {
            InitialiseField(place, type, elements[position++], "=");
            return;
        }
        bool nested = (type is ArrayCType && Characters(elements[position], type) is null) || (type is ClassCType c && elements[position] is not BraceExpr && !UserConstructors(c.Symbol).Any() && !SameClass(elements[position], type)
            && !(TypeOfOperand(elements[position]) is ClassCType from && Overloads.Rank(_model, from, false, type) is not null));
        if (nested && elements[position] is not BraceExpr)
        {
            // Braces left out: the inner aggregate takes as many values as it has parts.
            InitialiseAggregate(place, type, elements, ref position, at);
            return;
        }
        Initialise(place, type, elements[position++]);
    }

    private void ZeroPlace(Place place, CType type, Span at)
    {
        if (type is ArrayCType { Length: { } length } array)
        {
            ZeroFill(place, array, _model.Types.Lower(array.Element, at), 0, length, at);
        }
        else if (IsEmpty(type, at))
        {
            return;
        }
        else if (type is ClassCType)
        {
            int none = 0;
            InitialiseAggregate(place, type, [], ref none, at);
        }
        else
        {
            Emit(new Store(place, Zero(type, at)));
        }
    }

    private void ZeroFill(Place place, ArrayCType array, IrType element, long from, long to, Span at)
    {
        if (to - from <= 8)
        {
            for (long i = from; i < to; i++)
            {
                ZeroPart(new Element(element, place, Build.I64(i)), array.Element, at);
            }
            return;
        }
        Repeat(from, to, at, k => ZeroPart(new Element(element, place, k), array.Element, at));
    }

    private void ZeroPart(Place place, CType type, Span at) => DefaultObject(Operand.At(type, place), type, at, zero: true);

    private void ForEachElement(Place place, ArrayCType array, long length, Span at, Action<Place> each)
    {
        var element = _model.Types.Lower(array.Element, at);
        if (length <= 4)
        {
            for (long i = 0; i < length; i++)
            {
                each(new Element(element, place, Build.I64(i)));
            }
            return;
        }
        Repeat(0, length, at, k => each(new Element(element, place, k)));
    }

    /// <summary>A counted loop over an index.</summary>
    private void Repeat(long from, long to, Span at, Action<Expr> each)
    {
        var index = NewVariable("fill", CType.Int, AddressSpace.Local, at);
        Emit(new Store(index, Build.I32(from)));
        LetId read = default;
        var body = Capture(() =>
        {
            read = NewLet("k", IrType.I32);
            Emit(new Load(read, index));
            var k = new LetRef(IrType.I32, read);
            Emit(new If(new Binary(IrType.Bool, BinaryOp.Ge, k, Build.I32(to)), [new Break()], []));
            each(new Cast(IrType.I64, k));
        });
        var step = Capture(() => Emit(new Store(index, new Binary(IrType.I32, BinaryOp.Add, new LetRef(IrType.I32, read), Build.I32(1)))));
        Emit(new Loop(body, step));
    }
}
