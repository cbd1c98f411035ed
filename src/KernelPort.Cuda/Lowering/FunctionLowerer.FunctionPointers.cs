using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Functions as values: known by name where they are, else a number of <see cref="FunctionAddresses"/>.</content>
internal sealed partial class FunctionLowerer
{
    /// <summary>A call of something that is no function's name: a functor, a lambda, a function passed by name or by pointer.</summary>
    private Operand CallObject(Operand callee, CallExpr e)
    {
        if (callee.Type.Referred is PointerCType { Pointee: FunctionNameCType named })
        {
            callee = callee with { Type = named };
        }
        if (callee.Type is FunctionNameCType f)
        {
            var name = new NameSyntax(e.Span, false, false, [new NameSegment(e.Span, f.Symbol.Name, null)]);
            return CallFunction([f.Symbol], name, LowerArguments(e.Arguments), WrittenIfPlain(e.Arguments), e.Span);
        }
        if (callee.Type.Referred.Unqualified is PointerCType { Pointee: FunctionCType type })
        {
            return CallThrough(callee, type, e);
        }
        if (callee.Type is not ClassCType c)
        {
            throw Unsupported(e.Span, $"a call of a '{callee.Type}'");
        }
        if (_model.MembersOf(c.Symbol).Find("operator()") is not MemberGroup group)
        {
            throw new LoweringException(SemanticRules.NoMember.At(e.Span, callee.Type.ToString(), "operator()"));
        }
        var syntax = new NameSyntax(e.Span, false, false, [new NameSegment(e.Span, "operator()", null)]);
        return CallFunction([.. group.Members.OfType<FunctionSymbol>()], syntax, LowerArguments(e.Arguments), WrittenIfPlain(e.Arguments), e.Span, callee);
    }

    /// <summary>A call by pointer is a call of the function that chooses among those of the pointer's type.</summary>
    private Operand CallThrough(Operand callee, FunctionCType type, CallExpr e)
    {
        var operands = LowerArguments(e.Arguments);
        if (operands.Count != type.Parameters.Count)
        {
            throw new LoweringException(SemanticRules.WrongArgumentCount.At(e.Span, type.ToString(), type.Parameters.Count, operands.Count));
        }
        if (_module is null)
        {
            return TypedAs(type.Return, e.Span);
        }
        var values = new List<Expr> { Read(callee, e.Span) };
        for (int i = 0; i < operands.Count; i++)
        {
            values.Add(Passed(operands[i], ModuleLowerer.Decay(type.Parameters[i]), e.Arguments.Count == operands.Count ? e.Arguments[i].Span : e.Span));
        }
        return ResultOf(_module.Chooser(type, e.Span), type.Return, values, "called", e.Span);
    }

    /// <summary>The number that stands for a function wherever its address is kept.</summary>
    private Literal AddressOfFunction(FunctionSymbol f, Span at)
    {
        if (!f.IsDevice && _module is not null)
        {
            throw new LoweringException(SemanticRules.HostCallInDevice.At(at, f.Name).Note(f.Span, "declared here"));
        }
        return Build.U64(_model.Addresses.Of(f)) with { From = at };
    }

    /// <summary>Functions passed by name to parameters of function-pointer type make an instance of the callee that calls them by name.</summary>
    private static (FunctionSymbol, EquatableArray<TemplateValue>) WithFunctions(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments, List<Operand> operands)
    {
        if (operands.Exists(o => o.Type.Referred is PointerCType { Pointee: FunctionCType }))
        {
            // One of them is known only when the program runs: all are passed as numbers.
            return (symbol, arguments);
        }
        var passed = operands.Where(o => o.Type is FunctionNameCType).Select(o => ((FunctionNameCType)o.Type).Symbol).ToList();
        return passed.Count == 0 ? (symbol, arguments) : (symbol, [.. arguments, .. passed.Select(f => new TemplateValue(null, null) { Function = f })]);
    }

    /// <summary>Emits a call and gives what it returns.</summary>
    private Operand ResultOf(string callee, CType returns, List<Expr> values, string name, Span at)
    {
        if (returns is VoidCType || IsEmpty(returns, at))
        {
            Emit(new Invoke(null, callee, values.ToEquatable()) { From = at });
            return returns is VoidCType ? Operand.Nothing : Operand.Of(returns.Referred, EmptyValue(returns.Referred, at));
        }
        var type = _model.Types.Lower(returns, at);
        var id = NewLet(name, type);
        Emit(new Invoke(id, callee, values.ToEquatable()) { From = at });
        var value = new LetRef(type, id) { From = at };
        return returns is ReferenceCType r ? Operand.At(r.Target, new Deref(((PointerType)type).Pointee, value)) with { IsMoved = r.RightValue } : Operand.Of(returns, value);
    }

    /// <summary>An operand that has a type and nothing else.</summary>
    private Operand TypedAs(CType result, Span at) => result is VoidCType ? Operand.Nothing
        : result is ReferenceCType r ? Operand.At(r.Target, new Deref(_model.Types.Lower(r.Target, at), new Undefined(_model.Types.Lower(result, at)))) with { IsMoved = r.RightValue }
        : Operand.Of(result, new Undefined(_model.Types.Lower(result, at)));
}
