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
            return LowerMethodCall(m, e);
        }
        if (callee is not NameExpr name)
        {
            return CallObject(Lower(callee), e);
        }
        switch (name.Name.Last)
        {
            case "__kernelport_assert":
                return Assert(e);
            case "__kernelport_refuse":
                throw Unsupported(e.Span, e.Arguments is [LiteralSyntax { Text: var what }] ? what.Trim('"') : "this");
            case "__kernelport_note":
                return NoteMeaning(e);
            case "printf":
                return Print(e);
        }
        var found = _model.Find(name.Name, _scope);
        var functions = found.OfType<FunctionSymbol>().ToList();
        if (functions.Count > 0 && functions[0].Owner is { } owner)
        {
            return CallOwn(functions, owner, name.Name, e);
        }
        if (functions.Count == 0 && found.Count > 0)
        {
            switch (found[0])
            {
                case LoweringException poisoned:
                    throw poisoned;
                case LocalSymbol or MemberName or GlobalSymbol or TemplateValue { Function: not null }:
                    return CallObject(LowerName(name), e);
                case TemplateValue { Type: not null } or CType or AliasSymbol or ClassSymbol or EnumSymbol:
                    return LowerConstruct(_model.Types.Bind(new NamedType(name.Span, name.Name), _scope), e.Arguments, e.Span);
            }
        }
        bool hasBody = functions.Any(f => f.Declaration.Body is not null || f.Declaration.Island is not null);
        // std::max is the built-in one; a class's member of that name is not.
        bool builtin = CudaBuiltins.Knows(name.Name.Last) && !hasBody && name.Name.Segments.SkipLast(1).All(s => s.Arguments is null);
        if (functions.Count == 0 && builtin && name.Name.IsSimple is false)
        {
            return CallBuiltin(name, e);
        }
        if (builtin && !(e.Arguments.Any(a => a is PackExpansionExpr) || name.Name.Segments.Count > 1))
        {
            // A class's own overload, found beside the class, goes before the built-in one.
            var own = e.Arguments.Count > 0 && MayHaveClasses(e.Arguments) ? Associated(name.Name.Last, LowerArguments(e.Arguments)) : [];
            if (own.Count == 0)
            {
                return CallBuiltin(name, e);
            }
            functions = own;
        }
        if (functions.Count == 0 && builtin)
        {
            return CallBuiltin(name, e);
        }
        if (functions.Count > 0 && (hasBody || !CudaBuiltins.Knows(name.Name.Last)) || name.Name.IsSimple)
        {
            var operands = LowerArguments(e.Arguments);
            if (name.Name.IsSimple)
            {
                functions.AddRange(Associated(name.Name.Last, operands).Where(f => !functions.Contains(f)));
            }
            // A program's own overloads stand beside the built-in ones: make_float4(float3, float), atomicAdd(double *, double).
            bool beside = CudaBuiltins.Knows(name.Name.Last) || name.Name.Last.StartsWith("make_", StringComparison.Ordinal);
            if (functions.Count > 0 && !(beside && !Fits(functions, name.Name, operands, null, e.Span)))
            {
                return CallFunction(functions, name.Name, operands, WrittenIfPlain(e.Arguments), e.Span);
            }
        }
        return CallBuiltin(name, e);
    }

    private bool MayHaveClasses(EquatableArray<ExprSyntax> arguments) => arguments.Any(a => a is not (LiteralSyntax or BraceExpr) && TypeOfOperand(a).Referred is ClassCType { Symbol.IsBuiltin: false });

    private List<FunctionSymbol> Associated(string name, List<Operand> operands) => [.. _model.Associated(name, operands.Select(o => o.Type))];

    private static EquatableArray<ExprSyntax>? WrittenIfPlain(EquatableArray<ExprSyntax> arguments) => arguments.Any(a => a is PackExpansionExpr) ? null : arguments;

    /// <summary>A member function called by its name alone, from inside of its class.</summary>
    private Operand CallOwn(List<FunctionSymbol> functions, ClassSymbol owner, NameSyntax name, CallExpr e)
    {
        var operands = LowerArguments(e.Arguments);
        Operand? self = null;
        if (functions.Any(f => f.IsMethod))
        {
            if (_self is { Type: ClassCType c } own && (c.Symbol == owner || ClassPaths.ToBase(_model, c.Symbol, owner) is not null))
            {
                self = own;
            }
            else if (functions.All(f => f.IsMethod) && _module is not null)
            {
                throw new LoweringException(SemanticRules.NotAnObject.At(e.Span, name.Joined));
            }
        }
        return CallFunction(functions, name, operands, WrittenIfPlain(e.Arguments), e.Span, self);
    }

    /// <summary>`object.f(…)`, `pointer-&gt;f(…)`.</summary>
    private Operand LowerMethodCall(MemberExpr m, CallExpr e)
    {
        if (m.Member.Last.StartsWith('~'))
        {
            var dying = ObjectOf(m);
            Destroy(dying, e.Span);
            return Operand.Nothing;
        }
        var @object = ObjectOf(m);
        if (@object.Type is not ClassCType c)
        {
            throw new LoweringException(SemanticRules.NoMember.At(m.Member.Span, @object.Type.ToString(), m.Member.Last));
        }
        var found = m.Member.Segments.Count > 1
            ? _model.Find(m.Member, _scope).OfType<FunctionSymbol>().ToList()
            : (_model.MembersOf(c.Symbol).Find(m.Member.Last) as MemberGroup)?.Members.OfType<FunctionSymbol>().ToList() ?? [];
        if (m.Member.Last.StartsWith("operator ", StringComparison.Ordinal) && found.Count == 0)
        {
            found = [.. _model.MembersOf(c.Symbol).Conversions.Where(f => f.Name == m.Member.Last)];
        }
        if (found.Count == 0)
        {
            if (_model.MembersOf(c.Symbol).Find(m.Member.Last) is null)
            {
                throw new LoweringException(SemanticRules.NoMember.At(m.Member.Span, @object.Type.ToString(), m.Member.Last));
            }
            return CallObject(LowerMemberOf(@object, m), e);
        }
        var operands = LowerArguments(e.Arguments);
        return CallFunction(found, m.Member, operands, WrittenIfPlain(e.Arguments), e.Span, @object);
    }

    private Operand LowerMemberOf(Operand @object, MemberExpr m) =>
        _model.MembersOf(((ClassCType)@object.Type).Symbol).Find(m.Member.Last) is GlobalSymbol g ? LowerGlobal(g, m.Span) : MemberOf(@object, m.Member.Last, m.Member.Span);

    private Operand CallMethod(Operand @object, List<FunctionSymbol> functions, List<Operand> operands, Span at) =>
        CallFunction(functions, new NameSyntax(at, false, false, [new NameSegment(at, functions[0].Name, null)]), operands, null, at, @object);

    /// <summary>Arguments in order, packs expanded.</summary>
    private List<Operand> LowerArguments(EquatableArray<ExprSyntax> arguments)
    {
        var operands = new List<Operand>();
        foreach (var a in arguments)
        {
            if (a is PackExpansionExpr { Pattern: { } pattern })
            {
                Expand(pattern, element => operands.Add(LowerArgument(element)));
            }
            else
            {
                operands.Add(LowerArgument(a));
            }
        }
        return operands;
    }

    private Operand LowerArgument(ExprSyntax a) => a is BraceExpr b ? new Operand(new BracesCType(b.Elements.Count), null, null) { Braces = b } : Lower(a);

    private Operand CallBuiltin(NameExpr name, CallExpr e)
    {
        string last = name.Name.Last;
        if (name.Name.Segments.SkipLast(1).All(s => s.Arguments is null) && CudaBuiltins.Find(last) is { } builtin)
        {
            var operands = LowerArguments(e.Arguments).Select(AsScalar).ToList();
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
        if (name.Name.IsSimple && last == "assert" && e.Arguments.Count == 1)
        {
            // A text compiled at run time has assert without a header.
            return Assert(e);
        }
        if (name.Name.IsSimple && last.StartsWith("cuda", StringComparison.Ordinal) && last.Length > 4 && char.IsUpper(last[4]))
        {
            throw new LoweringException(SemanticRules.DeviceRuntime.At(e.Span, $"'{last}' in device code"));
        }
        if (name.Name.IsSimple && (last is "malloc" or "free"))
        {
            throw new LoweringException(SemanticRules.DeviceHeap.At(e.Span, last));
        }
        throw new LoweringException(last.StartsWith("__", StringComparison.Ordinal)
            ? SemanticRules.UnknownBuiltin.At(e.Span, last)
            : SemanticRules.Undeclared.At(name.Span, name.Name.Joined));
    }

    /// <summary>`assert`: a thread whose condition is false traps.</summary>
    private Operand Assert(CallExpr e)
    {
        var condition = Condition(e.Arguments[0]);
        if (ConstantFolding.FoldTree(condition) is not Literal { Bits: 1 })
        {
            Emit(new If(Not(condition), [new Call(null, Intrinsics.Trap, []) { From = e.Span }], []) { From = e.Span });
        }
        return Operand.Nothing;
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

    /// <summary>A built-in takes numbers and pointers: a class that converts to one is converted.</summary>
    private Operand AsScalar(Operand operand)
    {
        if (operand.Type is ClassCType { Symbol.IsBuiltin: false } c && _model.MembersOf(c.Symbol).Conversions is [{ Template: null } conversion])
        {
            return CallMethod(operand, [conversion], [], _at);
        }
        return operand;
    }

    /// <summary>An overloaded operator: a member of the left operand's class, or a function beside the operands' types.</summary>
    private Operand OperatorCall(string name, List<Operand> operands, Span at, EquatableArray<ExprSyntax>? written = null)
    {
        var syntax = new NameSyntax(at, false, false, [new NameSegment(at, name, null)]);
        var members = operands[0].Type is ClassCType { Symbol: { IsBuiltin: false } c } && _model.MembersOf(c).Find(name) is MemberGroup group ? group.Members.OfType<FunctionSymbol>().ToList() : [];
        var free = name is "operator[]" or "operator->" or "operator()" ? [] : _model.Lookup(syntax, _scope.Namespace).OfType<FunctionSymbol>().ToList();
        foreach (var f in Associated(name, operands).Where(f => !free.Contains(f)))
        {
            free.Add(f);
        }
        if (members.Count > 0)
        {
            var rest = operands.Skip(1).ToList();
            if (free.Count == 0 || Fits(members, syntax, rest, operands[0].Type, at))
            {
                var self = operands[0];
                return CallFunction(members, syntax, rest, written is { Count: > 0 } w ? [.. w.Skip(1)] : null, at, self);
            }
        }
        if (free.Count > 0 && (members.Count > 0 || Fits(free, syntax, operands, null, at) || !CanConvert(operands)))
        {
            return CallFunction(free, syntax, operands, written, at);
        }
        if (CanConvert(operands))
        {
            var converted = operands.Select(AsNumber).ToList();
            if (converted.All(o => o.Type is not ClassCType))
            {
                return converted.Count == 1 ? PrefixOn(name[8..], converted[0], at) : name.EndsWith('=') && !Build.IsComparison(BinaryOps.GetValueOrDefault(name[8..], BinaryOp.Add))
                    ? throw new LoweringException(SemanticRules.BadOperands.At(at, name[8..], operands[0].Type.ToString(), operands[^1].Type.ToString()))
                    : Arithmetic(name[8..], converted[0], converted[1], at);
            }
        }
        throw new LoweringException(SemanticRules.BadOperands.At(at, name[8..], operands[0].Type.ToString(), operands[^1].Type.ToString()));
    }

    /// <summary>Whether every class operand converts to a number.</summary>
    private bool CanConvert(List<Operand> operands) => operands.All(o => o.Type is not ClassCType c || NumberConversion(c.Symbol) is not null);

    private FunctionSymbol? NumberConversion(ClassSymbol c)
    {
        var fitting = _model.MembersOf(c).Conversions.Where(f => f.Template is null && !f.Declaration.Specifiers.Has(Specifier.Explicit) && _model.Types.Bind(f.Declaration.ReturnType!, f.Outer!).Referred.IsScalar).ToList();
        return fitting.Count == 0 ? null : fitting[0];
    }

    private Operand AsNumber(Operand operand) =>
        operand.Type is ClassCType c && NumberConversion(c.Symbol) is { } conversion ? CallMethod(operand, [conversion], [], _at) : operand;

    private bool Fits(List<FunctionSymbol> functions, NameSyntax name, List<Operand> operands, CType? self, Span at)
    {
        try
        {
            Overloads.Choose(_model, functions, name, operands.Select(o => o.Type).ToList(), operands.Select(o => o.IsLvalue).ToList(), _scope, at, self);
            return true;
        }
        catch (LoweringException)
        {
            return false;
        }
    }

    private Operand CallFunction(List<FunctionSymbol> functions, NameSyntax name, List<Operand> operands, EquatableArray<ExprSyntax>? written, Span at, Operand? self = null)
    {
        var (symbol, arguments) = Overloads.Choose(_model, functions, name, operands.Select(o => o.Type).ToList(), operands.Select(o => o.IsLvalue).ToList(), _scope, at, self?.Type);
        if (!symbol.IsDevice && _module is not null)
        {
            throw new LoweringException(SemanticRules.HostCallInDevice.At(at, symbol.Name).Note(symbol.Span, "declared here"));
        }
        if (symbol.IsMethod && self is null && _module is not null)
        {
            throw new LoweringException(SemanticRules.NotAnObject.At(at, symbol.Name));
        }
        if (symbol.IsDefaulted && symbol.Declaration.Body is null)
        {
            return CallDefaulted(symbol, operands, self, at);
        }
        if (_module is null)
        {
            return TypeOfCall(symbol, arguments, at);
        }
        if (self is null && written is { } constants && operands.TrueForAll(o => o.Value is Literal) && RecursiveConstant(symbol, name, constants, at) is { } computed)
        {
            return computed;
        }
        var (specialised, extended) = WithFunctions(symbol, arguments, operands);
        var instance = _module.Instance(specialised, extended, at);
        if (symbol.IsKernel)
        {
            throw Unsupported(at, "a kernel called like a function");
        }
        var values = new List<Expr>();
        if (symbol.IsMethod && !IsEmpty(new ClassCType(symbol.Owner!), at))
        {
            values.Add(SelfArgument(self!.Value, symbol.Owner!, at));
        }
        for (int i = 0; i < instance.Parameters.Count; i++)
        {
            if (!IsEmpty(instance.Parameters[i], at))
            {
                values.Add(Argument(instance, i, operands, written, at));
            }
        }
        string result = symbol.Name.StartsWith("operator", StringComparison.Ordinal) ? "t" : symbol.Name + "_result";
        return ResultOf(instance.Name, instance.Return ?? CType.Void, values, result, at);
    }

    /// <summary>A constexpr function that calls itself, called with constants: computed here, as no target has recursion.</summary>
    private Operand? RecursiveConstant(FunctionSymbol symbol, NameSyntax name, EquatableArray<ExprSyntax> written, Span at)
    {
        if (!symbol.Declaration.Specifiers.Has(Specifier.Constexpr | Specifier.Consteval) || _module == _model.Constants || !SelfCalls.In(symbol.Declaration))
        {
            return null;
        }
        try
        {
            var (type, value) = EvaluateConstant(new CallExpr(at, new NameExpr(at, name), written));
            return Operand.Of(type, value with { From = at });
        }
        catch (LoweringException)
        {
            return null;
        }
    }

    /// <summary>The types only: the signature says enough, unless the return type has to be found in the body.</summary>
    private Operand TypeOfCall(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments, Span at)
    {
        CType result;
        if (symbol.Kind is FunctionKind.Constructor or FunctionKind.Destructor)
        {
            return Operand.Nothing;
        }
        if (ModuleLowerer.IsDeduced(symbol.Declaration.ReturnType))
        {
            result = _model.Constants.Instance(symbol, arguments, at).Return ?? CType.Void;
        }
        else
        {
            result = _model.Types.Bind(symbol.Declaration.ReturnType!, ModuleLowerer.TemplateScope(symbol, arguments));
        }
        return TypedAs(result, at);
    }

    private Expr SelfArgument(Operand self, ClassSymbol owner, Span at)
    {
        if (self.Local is { } local && self.Place is null && local.Constant is null && !self.Type.IsConst)
        {
            self = self with { Place = AddressNeeded(local, at) };
        }
        self = InMemory(self, at);
        if (self.Type is ClassCType c && c.Symbol != owner)
        {
            self = ToBase(self, owner, at);
        }
        return Generic(AddressOfPlace(self.Place!, new ClassCType(owner), at));
    }

    /// <summary>A defaulted copy, move or assignment copies the bytes.</summary>
    private Operand CallDefaulted(FunctionSymbol symbol, List<Operand> operands, Operand? self, Span at)
    {
        if (self is { } target && symbol.Name == "operator=" && operands.Count == 1)
        {
            return AssignWhole(target, operands[0], at);
        }
        if (self is { Place: { } place } && symbol.Kind == FunctionKind.Constructor && operands.Count == 1)
        {
            Emit(new Store(place, Generic(Read(operands[0], at))) { From = at });
            return Operand.Nothing;
        }
        throw Unsupported(at, $"the defaulted function '{symbol.Name}'");
    }

    private Operand AssignWhole(Operand target, Operand source, Span at)
    {
        if (!IsEmpty(target.Type, at))
        {
            Emit(new Store(target.Place ?? throw new LoweringException(SemanticRules.NotAssignable.At(at)), Generic(ConvertOperand(source, target.Type, at))) { From = at });
        }
        return target;
    }

    private Expr Argument(FunctionInstance instance, int i, List<Operand> operands, EquatableArray<ExprSyntax>? written, Span at)
    {
        var type = instance.Parameters[i];
        var span = written is { } w && i < w.Count ? w[i].Span : at;
        Operand operand;
        if (i < operands.Count)
        {
            operand = operands[i];
        }
        else
        {
            // A default argument means what it means where the function stands.
            var (outer, self) = (_scope, _self);
            _scope = instance.Scope;
            operand = LowerArgument(instance.Symbol.Declaration.Parameters[i].Default!);
            if (operand.Braces is null && operand.IsPlace && type is not ReferenceCType)
            {
                operand = Fixed(operand, at);
            }
            (_scope, _self) = (outer, self);
        }
        return Passed(operand, type, span);
    }

    /// <summary>An argument as a parameter of a type takes it.</summary>
    private Expr Passed(Operand operand, CType type, Span span)
    {
        if (operand.Braces is { } braces)
        {
            var target = type.Referred.Unqualified;
            var made = LowerConstruct(target, braces.Elements, span);
            operand = made.Place is null && type is ReferenceCType ? InMemory(made, span) : made;
        }
        if (type is not ReferenceCType reference)
        {
            return Generic(ConvertOperand(Copied(operand, type, span), type, span));
        }
        return Generic(AddressFor(operand, reference, span));
    }

    /// <summary>An lvalue of a class with a copy constructor of its own is copied by it.</summary>
    private Operand Copied(Operand operand, CType type, Span at)
    {
        if (operand.IsLvalue && type.Unqualified is ClassCType { Symbol: { IsBuiltin: false } c } to && operand.Type.Unqualified == to && HasOwnCopy(c))
        {
            return ConstructFrom(to, [operand], null, at);
        }
        return operand;
    }

}
