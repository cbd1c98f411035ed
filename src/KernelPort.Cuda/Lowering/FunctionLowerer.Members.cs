using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Members, elements and indirection.</content>
internal sealed partial class FunctionLowerer
{
    private Operand Dereference(Operand operand, Span at)
    {
        if (operand.Type is ClassCType)
        {
            return OperatorCall("operator*", [operand], at);
        }
        var type = operand.Type is ArrayCType a ? new PointerCType(a.Element) : operand.Type;
        if (type is FunctionNameCType or PointerCType { Pointee: FunctionCType })
        {
            return operand;
        }
        if (type is not PointerCType p)
        {
            throw new LoweringException(SemanticRules.BadOperand.At(at, "*", operand.Type.ToString()));
        }
        if (p.Pointee is ClassCType c && IsEmpty(c, at))
        {
            // Nothing is read through it.
            return EmptyObject(p.Pointee, at);
        }
        var pointer = Read(operand, at);
        var pointee = ((PointerType)pointer.Type).Pointee;
        if (p.Pointee is ClassCType && pointee is VoidType)
        {
            // The class was not complete where the pointer's type was made.
            pointee = _model.Types.Lower(p.Pointee, at);
            pointer = new Cast((PointerType)pointer.Type with { Pointee = pointee }, pointer) { From = at };
        }
        return Operand.At(p.Pointee, new Deref(pointee, pointer));
    }

    private Operand LowerIndex(IndexExpr e)
    {
        var @base = Lower(e.Base);
        if (@base.Type is ClassCType c)
        {
            return Subscript(@base, c, e);
        }
        var index = Lower(e.Index);
        if (DecayedType(@base.Type) is not PointerCType && DecayedType(index.Type) is PointerCType)
        {
            (@base, index) = (index, @base);
        }
        var i = ConvertOperand(index, CType.Long, e.Index.Span);
        if (@base.Type is ArrayCType array && @base.Place is { } place)
        {
            var type = array.Element.Qualified(array.IsConst || @base.Type.IsConst, false);
            return Operand.At(type, new Element(_model.Types.Lower(array.Element, e.Span), place, i));
        }
        if (@base.Type is PointerCType p)
        {
            var pointer = Read(@base, e.Base.Span);
            var moved = i is Literal { Bits: 0 } ? pointer : new PointerOffset(pointer, i) { From = e.Span };
            return Dereference(Operand.Of(@base.Type, moved), e.Span);
        }
        throw new LoweringException(SemanticRules.BadOperand.At(e.Span, "[]", @base.Type.ToString()));
    }

    /// <summary>`object[i]`: its operator[], or the element of a pointer that the object converts to.</summary>
    private Operand Subscript(Operand @base, ClassCType c, IndexExpr e)
    {
        if (_model.MembersOf(c.Symbol).Find("operator[]") is MemberGroup)
        {
            return OperatorCall("operator[]", [@base, LowerArgument(e.Index)], e.Span, [e.Base, e.Index]);
        }
        foreach (var f in _model.MembersOf(c.Symbol).Conversions)
        {
            if (_model.Types.Bind(f.Declaration.ReturnType!, f.Outer!).Referred is PointerCType p)
            {
                var pointer = Operand.Of(p, Read(CallMethod(@base, [f], [], e.Span), e.Span));
                var i = ConvertOperand(Lower(e.Index), CType.Long, e.Index.Span);
                return Dereference(Operand.Of(p, new PointerOffset(Read(pointer, e.Span), i) { From = e.Span }), e.Span);
            }
        }
        throw new LoweringException(SemanticRules.BadOperand.At(e.Span, "[]", @base.Type.ToString()));
    }

    private Operand LowerMember(MemberExpr e)
    {
        string name = e.Member.Last;
        if (!e.Arrow && e.Base is NameExpr { Name.IsSimple: true } n && Coordinates.Base(n.Name.Last) is { } first && _scope.Find(n.Name.Last) is null
            && name is "x" or "y" or "z")
        {
            var which = first + (name[0] - 'x');
            return Operand.Of(CType.UInt, new CoordinateOf(which) { From = e.Span });
        }
        var @base = ObjectOf(e);
        if (@base.Type is not ClassCType c)
        {
            throw new LoweringException(SemanticRules.NoMember.At(e.Member.Span, @base.Type.ToString(), name));
        }
        switch (_model.MembersOf(c.Symbol).Find(name))
        {
            case GlobalSymbol g:
                return LowerGlobal(g, e.Span);
            case EnumeratorSymbol x:
                return EnumeratorOperand(x, e.Span);
        }
        return MemberOf(@base, name, e.Member.Span);
    }

    /// <summary>The object left of `.` or `-&gt;`; an overloaded `-&gt;` is called until a pointer comes out.</summary>
    private Operand ObjectOf(MemberExpr e)
    {
        var @base = Lower(e.Base);
        if (!e.Arrow)
        {
            return @base;
        }
        for (int i = 0; @base.Type is ClassCType && i < 8; i++)
        {
            @base = OperatorCall("operator->", [@base], e.Span);
        }
        return Dereference(@base, e.Span);
    }

    /// <summary>A data member of an object, found through bases and unnamed members.</summary>
    private Operand MemberOf(Operand @base, string name, Span at)
    {
        if (@base.Type is not ClassCType c || ClassPaths.ToField(_model, c.Symbol, name) is not var (steps, field))
        {
            throw new LoweringException(SemanticRules.NoMember.At(at, @base.Type.ToString(), name));
        }
        if (field.Bits is not null)
        {
            return BitFieldOf(Walk(@base, steps[..^1], at), field, at);
        }
        var found = Walk(@base, steps, at);
        if (field.IsMutable)
        {
            found = found with { Type = field.Type };
        }
        if (field.Type is ReferenceCType reference)
        {
            var pointer = Read(found with { Type = new PointerCType(reference.Target) }, at);
            return IsEmpty(reference.Target, at)
                ? EmptyObject(reference.Target, at)
                : Operand.At(reference.Target, new Deref(((PointerType)pointer.Type).Pointee, pointer));
        }
        return found;
    }

    /// <summary>Goes into an object step by step.</summary>
    private Operand Walk(Operand @base, List<ClassPaths.Step> steps, Span at)
    {
        foreach (var step in steps)
        {
            var type = step.Type.Qualified(@base.Type.IsConst, @base.Type.IsVolatile);
            if (step.Index < 0 || IsEmpty(step.Type, at))
            {
                @base = IsEmpty(step.Type, at) ? EmptyObject(type, at) : AtFront(InMemory(@base, at), type, at);
                continue;
            }
            var lowered = _model.Types.Lower(step.Type, at);
            if (@base.Place is null && step.Type is ArrayCType)
            {
                // An array member of a value needs an address.
                @base = InMemory(@base, at);
            }
            @base = @base.Place is { } place
                ? Operand.At(type, new Member(lowered, place, step.Index)) with { IsMoved = @base.IsMoved }
                : Operand.Of(step.Type, new Field(lowered, @base.Value!, step.Index) { From = at });
        }
        return @base;
    }

    /// <summary>A base without data that has to be told from others of its class: it lies where the whole object begins.</summary>
    private Operand AtFront(Operand whole, CType type, Span at)
    {
        var lowered = _model.Types.Lower(type.Unqualified, at);
        var address = AddressOfPlace(whole.Place!, whole.Type.Unqualified, at);
        return Operand.At(type, new Deref(lowered, new Cast(((PointerType)address.Type) with { Pointee = lowered }, address) { From = at }));
    }

    /// <summary>The same object in memory: a value is stored into a temporary.</summary>
    private Operand InMemory(Operand operand, Span at)
    {
        if (operand.Place is not null || IsEmpty(operand.Type, at))
        {
            return operand;
        }
        var temporary = NewVariable("copy", operand.Type.Unqualified, AddressSpace.Local, at);
        Emit(new Store(temporary, Generic(operand.Value!)) { From = at });
        return new Operand(operand.Type, null, temporary) { IsMoved = true };
    }

    /// <summary>The base part of an object.</summary>
    private Operand ToBase(Operand operand, ClassSymbol target, Span at)
    {
        var path = ClassPaths.ToBase(_model, ((ClassCType)operand.Type).Symbol, target)
            ?? throw new LoweringException(SemanticRules.NoConversion.At(at, operand.Type.ToString(), target.Display));
        return Walk(operand, path, at);
    }
}
