using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>The end of objects: what was made last is destroyed first, wherever a block is left.</content>
internal sealed partial class FunctionLowerer
{
    private readonly List<Operand> _alive = [];

    /// <summary>Whether the end of an object runs code: its destructor, or one of a part.</summary>
    private bool HasDestructor(CType type)
    {
        if (ElementOf(type) is not ClassCType { Symbol: { IsBuiltin: false } c } || c.Definition?.Members is null)
        {
            return false;
        }
        return OwnDestructor(c) is not null || c.Fields.Any(f => HasDestructor(f.Type)) || c.Bases.Any(b => HasDestructor(new ClassCType(b.Class)));
    }

    private FunctionSymbol? OwnDestructor(ClassSymbol c) =>
        _model.MembersOf(c).Destructor is { IsDefaulted: false, Declaration.Body: not CompoundStmt { Statements.Count: 0 } } own ? own : null;

    /// <summary>Refuses objects whose end runs code where nobody would run it: temporaries, what is handed over by value.</summary>
    private void CheckDestructor(CType type, Span at)
    {
        if (HasDestructor(type))
        {
            throw Unsupported(at, $"the destructor of '{ElementOf(type)}' for an object that is no variable of its own");
        }
    }

    /// <summary>Says that an object lives until its block ends.</summary>
    private void Lives(Operand made, Span at)
    {
        if (!HasDestructor(made.Type))
        {
            return;
        }
        if (made.Type is ArrayCType)
        {
            throw Unsupported(at, $"an array of '{ElementOf(made.Type)}', which has a destructor");
        }
        CheckNotJumpedOver(at);
        _alive.Add(made);
    }

    /// <summary>Runs the destructors of all but the first objects; they stay alive for the code behind.</summary>
    private void Destroy(int all, Span at)
    {
        for (int i = _alive.Count - 1; i >= all; i--)
        {
            Destroy(_alive[i], at);
        }
    }

    /// <summary>At the end of a block.</summary>
    private void EndLives(int all)
    {
        if (_alive.Count > all && _current is not [.., Break or Continue or Return])
        {
            Destroy(all, _at);
        }
        _alive.RemoveRange(all, _alive.Count - all);
    }

    /// <summary>The destructor's own body, then the members and the bases, each from the last to the first.</summary>
    private void Destroy(Operand @object, Span at)
    {
        if (@object.Type is not ClassCType { Symbol: var c } || !HasDestructor(@object.Type))
        {
            return;
        }
        if (OwnDestructor(c) is { } own)
        {
            CallFunction([own], new NameSyntax(at, false, false, [new NameSegment(at, own.Name, null)]), [], null, at, @object);
        }
        foreach (var f in Enumerable.Reverse(c.Fields).Where(f => HasDestructor(f.Type)))
        {
            if (f.Type is ArrayCType)
            {
                throw Unsupported(at, $"an array of '{ElementOf(f.Type)}', which has a destructor");
            }
            Destroy(MemberOf(@object, f.Name, at), at);
        }
        foreach (var b in Enumerable.Reverse(c.Bases).Where(b => HasDestructor(new ClassCType(b.Class))))
        {
            Destroy(ToBase(@object, b.Class, at), at);
        }
    }
}
