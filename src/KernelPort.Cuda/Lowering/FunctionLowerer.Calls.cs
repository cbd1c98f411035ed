using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

internal sealed partial class FunctionLowerer
{
    private Operand LowerCall(CallExpr e)
    {
        var callee = Unwrap(e.Callee);
        if (callee is MemberExpr m)
        {
            throw Unsupported(e.Span, $"the member function call '.{m.Member.Last}(...)'");
        }
        if (callee is not NameExpr name)
        {
            throw Unsupported(e.Span, "a call through anything but a name");
        }
        if (name.Name.IsSimple && _scope.Find(name.Name.Last) is { } local)
        {
            return local switch
            {
                TemplateValue { Type: { } t } => LowerConstruct(t, e.Arguments, e.Span),
                CType t => LowerConstruct(t, e.Arguments, e.Span),
                ClassSymbol c => LowerConstruct(new ClassCType(c), e.Arguments, e.Span),
                _ => throw Unsupported(e.Span, $"a call of the variable '{name.Name.Last}'"),
            };
        }
        var found = _model.Lookup(name.Name, _scope.Namespace);
        var functions = found.OfType<FunctionSymbol>().ToList();
        bool hasBody = functions.Any(f => f.Declaration.Body is not null || f.Declaration.Island is not null);
        if (functions.Count > 0 && (hasBody || !CudaBuiltins.Knows(name.Name.Last)))
        {
            var operands = e.Arguments.Select(a => LowerArgument(a)).ToList();
            return CallFunction(functions, name.Name, operands, e.Arguments, e.Span);
        }
        if (found.Count > 0 && found[0] is AliasSymbol or ClassSymbol or EnumSymbol)
        {
            return LowerConstruct(_model.Types.Bind(new NamedType(name.Span, name.Name), _scope), e.Arguments, e.Span);
        }
        return CallBuiltin(name, e);
    }

    private Operand LowerArgument(ExprSyntax a) => a is BraceExpr ? throw Unsupported(a.Span, "an initialiser list as an argument") : Lower(a);

    private Operand CallBuiltin(NameExpr name, CallExpr e)
    {
        string last = name.Name.Last;
        if (CudaBuiltins.Find(last) is { } builtin)
        {
            var operands = e.Arguments.Select(LowerArgument).ToList();
            return builtin(new BuiltinCall(this, last, e.Span, operands, name.Name));
        }
        if (last.StartsWith("make_", StringComparison.Ordinal) && _model.Global.Members.TryGetValue(last[5..], out var list) && list.OfType<ClassSymbol>().FirstOrDefault() is { } made)
        {
            return LowerConstruct(new ClassCType(made), e.Arguments, e.Span);
        }
        if (name.Name.Segments.Count > 1 && IsLibrary(name.Name.Segments[0].Identifier))
        {
            throw Unsupported(e.Span, $"'{name.Name.Joined}'");
        }
        throw new LoweringException(last.StartsWith("__", StringComparison.Ordinal)
            ? SemanticRules.UnknownBuiltin.At(e.Span, last)
            : SemanticRules.Undeclared.At(name.Span, name.Name.Joined));
    }

    /// <summary>Whether a name belongs to a library of CUDA's, by its namespace or an alias of it.</summary>
    private bool IsLibrary(string head)
    {
        if (_model.Lookup(new NameSyntax(Span.None, false, false, [new NameSegment(Span.None, head, null)]), _scope.Namespace).OfType<NamespaceAliasSymbol>().FirstOrDefault() is { } alias)
        {
            head = alias.Target.Segments[0].Identifier;
        }
        return head is "cooperative_groups" or "cub" or "thrust" or "cuda" or "nvcuda" or "std";
    }

    private Operand OperatorCall(string name, List<Operand> operands, Span at)
    {
        var syntax = new NameSyntax(at, false, false, [new NameSegment(at, name, null)]);
        var functions = _model.Lookup(syntax, _scope.Namespace).OfType<FunctionSymbol>().ToList();
        if (functions.Count == 0)
        {
            throw new LoweringException(SemanticRules.BadOperands.At(at, name[8..], operands[0].Type.ToString(), operands[^1].Type.ToString()));
        }
        return CallFunction(functions, syntax, operands, null, at);
    }

    private Operand CallFunction(List<FunctionSymbol> functions, NameSyntax name, List<Operand> operands, EquatableArray<ExprSyntax>? written, Span at)
    {
        var (symbol, arguments) = Overloads.Choose(_model, functions, name, operands.Select(o => o.Type).ToList(), operands.Select(o => o.IsPlace).ToList(), _scope, at);
        if (!symbol.IsDevice && _module is not null)
        {
            throw new LoweringException(SemanticRules.HostCallInDevice.At(at, symbol.Name).Note(symbol.Span, "declared here"));
        }
        if (_module is null)
        {
            // Types only: the signature says enough unless the return type is deduced.
            var scope = ModuleLowerer.TemplateScope(symbol, arguments);
            if (symbol.Declaration.ReturnType is AutoType)
            {
                throw Unsupported(at, "a deduced return type here");
            }
            var result = _model.Types.Bind(symbol.Declaration.ReturnType!, scope);
            return result is VoidCType ? Operand.Nothing
                : result is ReferenceCType r0 ? Operand.At(r0.Target, new Deref(_model.Types.Lower(r0.Target, at), new Undefined(_model.Types.Lower(result, at))))
                : Operand.Of(result, new Undefined(_model.Types.Lower(result, at)));
        }
        var instance = _module.Instance(symbol, arguments, at);
        if (symbol.IsKernel)
        {
            throw Unsupported(at, "a kernel called like a function");
        }
        var values = new List<Expr>();
        for (int i = 0; i < instance.Parameters.Count; i++)
        {
            values.Add(Argument(instance, i, operands, written, at));
        }
        if (instance.Return is VoidCType or null)
        {
            Emit(new Invoke(null, instance.Name, values.ToEquatable()) { From = at });
            return Operand.Nothing;
        }
        var type = _model.Types.Lower(instance.Return, at);
        var id = NewLet(symbol.Name.StartsWith("operator", StringComparison.Ordinal) ? "t" : symbol.Name + "_result", type);
        Emit(new Invoke(id, instance.Name, values.ToEquatable()) { From = at });
        var value = new LetRef(type, id) { From = at };
        return instance.Return is ReferenceCType r ? Operand.At(r.Target, new Deref(((PointerType)type).Pointee, value)) : Operand.Of(instance.Return, value);
    }

    private Expr Argument(FunctionInstance instance, int i, List<Operand> operands, EquatableArray<ExprSyntax>? written, Span at)
    {
        var type = instance.Parameters[i];
        Operand operand;
        if (i < operands.Count)
        {
            operand = operands[i];
        }
        else
        {
            // A default argument means what it means where the function stands.
            var outer = _scope;
            _scope = instance.Scope;
            operand = Lower(instance.Symbol.Declaration.Parameters[i].Default!);
            _scope = outer;
        }
        var span = written is { } w && i < w.Count ? w[i].Span : at;
        if (type is not ReferenceCType reference)
        {
            return Generic(ConvertOperand(operand, type, span));
        }
        if (operand.Place is { } place && operand.Type.Unqualified == reference.Target.Unqualified)
        {
            return Generic(AddressOfPlace(place, operand.Type, span));
        }
        // A temporary for a const reference.
        var temporary = NewVariable("temporary", reference.Target.Unqualified, AddressSpace.Local, span);
        Emit(new Store(temporary, Generic(ConvertOperand(operand, reference.Target, span))));
        return Generic(AddressOfPlace(temporary, reference.Target, span));
    }

    // What the built-in functions need of us.

    internal Expr ReadOperand(Operand operand, CType type, Span at) => ConvertOperand(operand, type, at);

    internal Expr ReadRaw(Operand operand, Span at) => Read(operand, at);

    internal IrType LowerType(CType type, Span at) => _model.Types.Lower(type, at);

    internal Operand CallEffect(Intrinsic intrinsic, CType result, EquatableArray<Expr> arguments, Span at)
    {
        if (result is VoidCType)
        {
            Emit(new Call(null, intrinsic, arguments) { From = at });
            return Operand.Nothing;
        }
        var type = _model.Types.Lower(result, at);
        return CallEffect(intrinsic, type, result, arguments, at);
    }

    internal Operand CallEffect(Intrinsic intrinsic, IrType type, CType result, EquatableArray<Expr> arguments, Span at)
    {
        var id = NewLet("t", type);
        Emit(new Call(id, intrinsic, arguments) { From = at });
        return Operand.Of(result, ConvertIfNumber(new LetRef(type, id) { From = at }, result, at));
    }

    private Expr ConvertIfNumber(Expr value, CType result, Span at) => result is ArithCType a ? ConvertNumber(value, Layout.Scalar(a)) : value;

    internal Operand EmitAtomic(AtomicOp op, AtomicScope scope, Place target, CType type, Expr operand, Expr? compare, Span at)
    {
        var id = NewLet("old", target.Type);
        Emit(new Atomic(id, op, target, operand, compare) { Scope = scope, From = at });
        return Operand.Of(type, new LetRef(target.Type, id) { From = at });
    }

    internal Operand DereferenceOperand(Operand pointer, Span at) => Dereference(pointer, at);

    internal void EmitStore(Operand target, Expr value, Span at) => Emit(new Store(target.Place!, Generic(value)) { From = at });

    internal Expr Fold(Expr e) => ConstantFolding.FoldTree(e);

    internal Expr GiveName(Expr value, string name) => Name(value, name);
}
