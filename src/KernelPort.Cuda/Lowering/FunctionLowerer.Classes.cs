using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Objects of classes: construction, copies, conversion.</content>
internal sealed partial class FunctionLowerer
{
    private static readonly EquatableArray<ExprSyntax> NoArguments = [];

    /// <summary>Whether making an object runs code: a constructor, a default member initialiser, or one of a part.</summary>
    private bool NeedsConstruction(ClassSymbol c)
    {
        if (c.IsBuiltin)
        {
            return false;
        }
        _model.Types.Struct(c, c.Span);
        return UserConstructors(c).Any() || c.Fields.Any(f => f.Declarator is not null || (ElementOf(f.Type) is ClassCType inner && NeedsConstruction(inner.Symbol)))
            || c.Bases.Any(b => NeedsConstruction(b.Class));
    }

    private static CType ElementOf(CType type)
    {
        while (type is ArrayCType a)
        {
            type = a.Element;
        }
        return type;
    }

    private IEnumerable<FunctionSymbol> UserConstructors(ClassSymbol c) => c.IsBuiltin ? [] : _model.MembersOf(c).Constructors.Where(f => !f.IsDefaulted && !f.IsDeleted);

    private bool IsCopyConstructor(FunctionSymbol f, ClassSymbol c)
    {
        if (f.IsTemplate || f.Declaration.Parameters.Count == 0 || f.Declaration.Parameters.Skip(1).Any(p => p.Default is null))
        {
            return false;
        }
        return f.Declaration.Parameters[0].Type is ReferenceType && _model.Types.Bind(f.Declaration.Parameters[0].Type, f.Outer!).Referred is ClassCType p && p.Symbol == c;
    }

    /// <summary>Whether copying an object runs the user's code.</summary>
    private bool HasOwnCopy(ClassSymbol c) => UserConstructors(c).Any(f => IsCopyConstructor(f, c));

    /// <summary>`T(a, b)`, `T{a, b}`, `T()`: a value of a class.</summary>
    private Operand ConstructClass(ClassCType type, EquatableArray<ExprSyntax> arguments, Span at, bool braces = true)
    {
        var c = type.Symbol;
        var layout = _model.Types.Struct(c, at);
        if (arguments is [not (BraceExpr or DesignatedExpr or PackExpansionExpr)])
        {
            var operand = Lower(arguments[0]);
            if (operand.Type.Unqualified == type.Unqualified && !(operand.IsPlace && HasOwnCopy(c)))
            {
                return Operand.Of(type, Read(operand, at));
            }
            return ConstructFrom(type, [operand], arguments, at);
        }
        if (IsEmpty(type, at) && !UserConstructors(c).Any())
        {
            return Operand.Of(type, EmptyValue(type, at));
        }
        bool runs = NeedsConstruction(c);
        bool simple = !runs && c.Bases.Count == 0 && c.Fields.All(f => f.Type.IsScalar && f.Bits is null) && arguments.All(a => a is not (DesignatedExpr or PackExpansionExpr));
        if (simple && !layout.IsUnion)
        {
            if (arguments.Count > c.Fields.Count)
            {
                throw new LoweringException(SemanticRules.WrongArgumentCount.At(at, c.Name, c.Fields.Count, arguments.Count));
            }
            var values = c.Fields.Select((f, i) => i < arguments.Count ? Generic(ReadAs(arguments[i], f.Type)) : DefaultPart(type, f, at)).ToEquatable();
            return Operand.Of(type, new Aggregate(layout, values) { From = at });
        }
        CheckDestructor(type, at);
        var temporary = NewVariable("made", type.Unqualified, AddressSpace.Local, at);
        ConstructInto(Operand.At(type.Unqualified, temporary), type, arguments, at);
        return new Operand(type, null, temporary) { IsMoved = true };
    }

    /// <summary>An object made of operands that are lowered already.</summary>
    private Operand ConstructFrom(ClassCType type, List<Operand> operands, EquatableArray<ExprSyntax>? written, Span at)
    {
        var c = type.Symbol;
        var layout = _model.Types.Struct(c, at);
        if (operands is [{ Type: ClassCType from } source])
        {
            if (from.Symbol != c && _model.MembersOf(from.Symbol).Conversions.FirstOrDefault(f => ConvertsTo(f, type)) is { } conversion)
            {
                return CallMethod(source, [conversion], [], at);
            }
            if (from.Symbol != c && UserConstructors(c).All(f => f.Declaration.Parameters.Count == 0) && ClassPaths.ToBase(_model, from.Symbol, c) is not null)
            {
                return Operand.Of(type, Read(ToBase(source, c, at), at));
            }
        }
        var constructors = UserConstructors(c).ToList();
        if (constructors.Count == 0)
        {
            // Aggregate initialisation from one value.
            if (operands.Count == 1 && c.Fields.Count >= 1 && c.Bases.Count == 0 && c.Fields[0].Type.IsScalar && c.Fields.All(f => f.Bits is null) && c.Fields.Skip(1).All(f => f.Type.IsScalar && f.Declarator is null))
            {
                var values = c.Fields.Select((f, i) => i == 0 ? Generic(ConvertOperand(operands[0], f.Type, at)) : DefaultPart(type, f, at)).ToEquatable();
                return Operand.Of(type, new Aggregate(layout, layout.IsUnion ? throw Unsupported(at, "this value of a union") : values) { From = at });
            }
            if (written is { } w && operands.Count == w.Count)
            {
                var made = NewVariable("made", type.Unqualified, AddressSpace.Local, at);
                int position = 0;
                InitialiseAggregate(made, type, w, ref position, at);
                return new Operand(type, null, made) { IsMoved = true };
            }
            throw new LoweringException(SemanticRules.NoConversion.At(at, operands.Count > 0 ? operands[0].Type.ToString() : "nothing", type.ToString()));
        }
        CheckDestructor(type, at);
        if (IsEmpty(type, at))
        {
            CallConstructor(EmptyObject(type.Unqualified, at), c, operands, written, at);
            return Operand.Of(type, EmptyValue(type, at));
        }
        var temporary = NewVariable("made", type.Unqualified, AddressSpace.Local, at);
        CallConstructor(Operand.At(type.Unqualified, temporary), c, operands, written, at);
        return new Operand(type, null, temporary) { IsMoved = true };
    }

    private bool ConvertsTo(FunctionSymbol f, CType to)
    {
        try
        {
            return f.Template is null && _model.Types.Bind(f.Declaration.ReturnType!, f.Outer!).Referred.Unqualified == to.Unqualified;
        }
        catch (LoweringException)
        {
            return false;
        }
    }

    private void CallConstructor(Operand place, ClassSymbol c, List<Operand> operands, EquatableArray<ExprSyntax>? written, Span at)
    {
        if (operands.Count == 0 && _model.MembersOf(c).Constructors.Any(f => f.IsDefaulted && f.Declaration.Parameters.Count == 0))
        {
            DefaultParts(place, c, at, zero: true);
            return;
        }
        var name = new NameSyntax(at, false, false, [new NameSegment(at, c.Name, null)]);
        if (place.Place is null && UserConstructors(c).All(f => f.Declaration is { Initializers.IsEmpty: true, Body: CompoundStmt { Statements.IsEmpty: true } }))
        {
            // Nothing to write to and nothing to do.
            Overloads.Choose(_model, [.. UserConstructors(c)], name, operands.Select(o => o.Type).ToList(), operands.Select(o => o.IsLvalue).ToList(), _scope, at, place.Type);
            return;
        }
        var constructors = _model.MembersOf(c).Constructors.Where(f => !f.IsDefaulted || f.Declaration.Body is not null).ToList();
        if (place.Place is not null && constructors.Exists(f => f.Owner != c)
            && Overloads.Choose(_model, constructors, name, operands.Select(o => o.Type).ToList(), operands.Select(o => o.IsLvalue).ToList(), _scope, at, place.Type).Symbol.Owner is { } from && from != c)
        {
            // A constructor of a base, inherited: what the class adds begins as its declarations say.
            foreach (var f in c.Fields)
            {
                DefaultField(place, f, at, zero: false);
            }
        }
        CallFunction(constructors, name, operands, written, at, place);
    }

    /// <summary>Makes an object where it will live.</summary>
    private void ConstructInto(Operand target, ClassCType type, EquatableArray<ExprSyntax> arguments, Span at)
    {
        GuardDepth(at);
        var c = type.Symbol;
        _model.Types.Struct(c, at);
        if (arguments is [not (BraceExpr or DesignatedExpr or PackExpansionExpr)])
        {
            var operand = Lower(arguments[0]);
            if (operand.Type.Unqualified == type.Unqualified && !(operand.IsPlace && HasOwnCopy(c)))
            {
                if (!IsEmpty(type, at))
                {
                    Emit(new Store(target.Place!, Generic(Read(operand, at))) { From = at });
                }
                return;
            }
            if (UserConstructors(c).Any() && !(operand.Type is ClassCType from && _model.MembersOf(from.Symbol).Conversions.Any(f => ConvertsTo(f, type))))
            {
                CallConstructor(target, c, [operand], arguments, at);
                return;
            }
            if (operand.Type is ClassCType || c.Bases.Count == 0)
            {
                var made = ConstructFrom(type, [operand], arguments, at);
                if (IsEmpty(type, at))
                {
                    return;
                }
                Emit(new Store(target.Place!, Generic(Read(made, at))) { From = at });
                return;
            }
        }
        if (UserConstructors(c).Any())
        {
            if (arguments.IsEmpty && _model.MembersOf(c).Constructors.Any(f => f.IsDefaulted && f.Declaration.Parameters.Count == 0))
            {
                DefaultParts(target, c, at, zero: true);
                return;
            }
            var operands = LowerArguments(arguments);
            CallConstructor(target, c, operands, arguments.Any(a => a is PackExpansionExpr) ? null : arguments, at);
            return;
        }
        if (IsEmpty(type, at))
        {
            return;
        }
        if (arguments.IsEmpty)
        {
            DefaultParts(target, c, at, zero: true);
            return;
        }
        int position = 0;
        InitialiseAggregate(target.Place!, type, arguments, ref position, at);
    }

    /// <summary>Default-initialises: default member initialisers and constructors of the parts; the rest is zero where asked for, and else left alone.</summary>
    private void DefaultParts(Operand target, ClassSymbol c, Span at, bool zero)
    {
        foreach (var b in c.Bases.Where(b => b.Index >= 0))
        {
            DefaultObject(ToBase(target, b.Class, at), new ClassCType(b.Class), at, zero);
        }
        if (target.Place is { } whole && (zero || c.Fields.Exists(f => f is { Bits: not null, Declarator: not null })))
        {
            ClearBits(whole, c, at);
        }
        foreach (var f in c.Fields)
        {
            DefaultField(target, f, at, zero);
            if (c.Layout!.IsUnion)
            {
                return;
            }
        }
    }

    private void DefaultField(Operand target, FieldSymbol f, Span at, bool zero)
    {
        if (target.Place is null)
        {
            return;
        }
        if (f.Bits is not null)
        {
            if (f.Declarator is { Initializer: { } value })
            {
                InClassScope(((ClassCType)target.Type).Symbol, target, () => InitialiseBits(target.Place, f, value, at));
            }
            return;
        }
        var member = new Member(_model.Types.Lower(f.Type, at), target.Place, f.Index);
        if (f.Declarator is { Initializer: { } init } d)
        {
            InClassScope(((ClassCType)target.Type).Symbol, target, () => InitialiseField(member, f.Type, init, d.InitStyle));
            return;
        }
        DefaultObject(Operand.At(f.Type, member), f.Type, at, zero);
    }

    private void DefaultObject(Operand place, CType type, Span at, bool zero)
    {
        switch (type)
        {
            case ClassCType c when UserConstructors(c.Symbol).Any():
                ConstructInto(place, c, NoArguments, at);
                break;
            case ClassCType c when NeedsConstruction(c.Symbol):
                DefaultParts(place, c.Symbol, at, zero);
                break;
            case ArrayCType { Length: { } length } a when ElementOf(a) is ClassCType e && NeedsConstruction(e.Symbol):
                ForEachElement(place.Place!, a, length, at, element => DefaultObject(Operand.At(a.Element, element), a.Element, at, zero));
                break;
            default:
                if (zero)
                {
                    ZeroPlace(place.Place!, type, at);
                }
                break;
        }
    }

    private void InitialiseField(Place member, CType type, ExprSyntax init, string style)
    {
        if (type is ReferenceCType reference)
        {
            var operand = Lower(init is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : init);
            if (!IsEmpty(reference.Target, init.Span))
            {
                Emit(new Store(member, Generic(AddressFor(operand, reference, init.Span))) { From = init.Span });
            }
            return;
        }
        if (style == "(" && init is BraceExpr list)
        {
            InitialiseWith(member, type, list.Elements, init.Span);
            return;
        }
        Initialise(member, type, init);
    }

    /// <summary>`x(a, b)`: parentheses around the values.</summary>
    private void InitialiseWith(Place place, CType type, EquatableArray<ExprSyntax> arguments, Span at)
    {
        if (type is ClassCType c)
        {
            ConstructInto(Operand.At(type.Unqualified, place), (ClassCType)c.Unqualified, arguments, at);
        }
        else if (arguments.IsEmpty)
        {
            ZeroPlace(place, type, at);
        }
        else
        {
            Initialise(place, type, arguments.Count == 1 ? arguments[0] : new BraceExpr(at, arguments));
        }
    }

    /// <summary>Lowers with a class's members in scope and an object of it as `this`.</summary>
    private void InClassScope(ClassSymbol c, Operand self, Action lower)
    {
        var (scope, before) = (_scope, _self);
        (_scope, _self) = (_model.MembersOf(c).Scope, self);
        try
        {
            lower();
        }
        finally
        {
            (_scope, _self) = (scope, before);
        }
    }

    /// <summary>What a constructor does before its body: bases, then members in the order of their declaration.</summary>
    private void InitialiseMembers(FunctionDecl constructor)
    {
        var c = _instance!.Symbol.Owner!;
        var self = _self!.Value;
        _model.Types.Struct(c, c.Span);
        if (constructor.Initializers.Count == 1 && Names(constructor.Initializers[0], c))
        {
            // A delegating constructor.
            var delegated = constructor.Initializers[0];
            CallConstructor(self, c, LowerArguments(delegated.Arguments), null, delegated.Span);
            return;
        }
        var pending = constructor.Initializers.ToList();
        foreach (var b in c.Bases)
        {
            var part = ToBase(self, b.Class, c.Span);
            if (pending.Find(i => Names(i, b.Class)) is { } written)
            {
                pending.Remove(written);
                if (part.Place is not null || UserConstructors(b.Class).Any())
                {
                    ConstructInto(part, new ClassCType(b.Class), written.Arguments, written.Span);
                }
            }
            else if (part.Place is not null)
            {
                DefaultObject(part, new ClassCType(b.Class), constructor.Span, zero: false);
            }
        }
        if (self.Place is { } @object && c.Fields.Exists(f => f.Bits is not null && (f.Declarator is not null || pending.Exists(i => i.Name.IsSimple && i.Name.Last == f.Name))))
        {
            ClearBits(@object, c, constructor.Span);
        }
        foreach (var f in c.Fields)
        {
            if (pending.Find(i => i.Name.IsSimple && i.Name.Last == f.Name) is { } written)
            {
                pending.Remove(written);
                if (f.Bits is not null)
                {
                    InitialiseBits(self.Place!, f, new BraceExpr(written.Span, written.Arguments), written.Span);
                    continue;
                }
                var member = new Member(_model.Types.Lower(f.Type, written.Span), self.Place!, f.Index);
                if (f.Type is ReferenceCType)
                {
                    InitialiseField(member, f.Type, new BraceExpr(written.Span, written.Arguments), "=");
                }
                else if (written.Braces && f.Type is not ClassCType)
                {
                    Initialise(member, f.Type, new BraceExpr(written.Span, written.Arguments));
                }
                else
                {
                    InitialiseWith(member, f.Type, written.Arguments, written.Span);
                }
            }
            else if (f.IsAnonymous)
            {
                // Its own members may be named.
                foreach (var inner in pending.Where(i => ClassPaths.ToField(_model, ((ClassCType)f.Type).Symbol, i.Name.Last) is not null).ToList())
                {
                    pending.Remove(inner);
                    var target = MemberOf(self, inner.Name.Last, inner.Span);
                    InitialiseWith(target.Place ?? throw Unsupported(inner.Span, "an initialiser of a bit-field of an unnamed member"), target.Type, inner.Arguments, inner.Span);
                }
            }
            else if (self.Place is not null && !c.Layout!.IsUnion)
            {
                DefaultField(self, f, constructor.Span, zero: false);
            }
        }
        if (pending.Count > 0)
        {
            throw new LoweringException(SemanticRules.NoMember.At(pending[0].Span, c.Display, pending[0].Name.Joined));
        }
    }

    private bool Names(MemberInitializerSyntax i, ClassSymbol c)
    {
        if (ClassPaths.ToField(_model, _instance!.Symbol.Owner!, i.Name.Last) is not null && i.Name.IsSimple)
        {
            return false;
        }
        return _model.Find(i.Name, _scope).Select(f => _model.Types.Meaning(f, i.Name, _scope)).FirstOrDefault(t => t is not null) is ClassCType named && named.Symbol == c;
    }

    /// <summary>The address that a reference gets: the object's own, a base's, or a temporary's.</summary>
    private Expr AddressFor(Operand operand, ReferenceCType reference, Span at)
    {
        if (operand.Type is ClassCType from && reference.Target is ClassCType to && from.Symbol != to.Symbol && ClassPaths.ToBase(_model, from.Symbol, to.Symbol) is not null)
        {
            operand = ToBase(InMemory(operand, at), to.Symbol, at);
        }
        if (operand.Bits is not null && !reference.Target.IsConst && !reference.RightValue)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, $"{operand.Type} bit-field", reference.ToString()));
        }
        if (operand.Place is { } place && operand.Type.Bare == reference.Target.Bare)
        {
            return AddressOfPlace(place, operand.Type, at);
        }
        if (operand.Local is { } local && operand.Type.Bare == reference.Target.Bare && !reference.Target.IsConst)
        {
            return AddressOfPlace(AddressNeeded(local, at), operand.Type, at);
        }
        var temporary = NewVariable("temporary", reference.Target.Unqualified, AddressSpace.Local, at);
        Emit(new Store(temporary, Generic(ConvertOperand(operand, reference.Target, at))));
        return AddressOfPlace(temporary, reference.Target, at);
    }
}
