using System.Runtime.CompilerServices;
using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Types one function and writes its IR: order of evaluation becomes statements, expressions stay pure.</summary>
internal sealed partial class FunctionLowerer
{
    private const int DeepestNesting = 2000;

    private ModuleLowerer? _module;
    private int _nesting;
    private readonly SemanticModel _model;
    private readonly FunctionInstance? _instance;
    private readonly List<NamedValue> _lets = [];
    private readonly List<Variable> _variables = [];
    // Keeps a chain of ?: from being typed again at each level.
    private Dictionary<ExprSyntax, CType> _types = new(ReferenceEqualityComparer.Instance);
    private List<Stmt> _current = [];
    private Scope _scope;
    private ModifiedNames _modified = ModifiedNames.None;
    private Span _at;

    // Not the bag's count: the same error in another instance is a repeat there, and a failure all the same.
    private bool _failed;

    /// <summary>What `this` points to.</summary>
    private Operand? _self;

    /// <summary>For constants and types only: nothing it emits is kept.</summary>
    public FunctionLowerer(SemanticModel model, Scope scope)
    {
        _model = model;
        _scope = scope;
    }

    public FunctionLowerer(ModuleLowerer module, FunctionInstance instance)
    {
        _module = module;
        _model = module.Model;
        _instance = instance;
        _scope = instance.Scope;
        _scope.Lowerer = this;
    }

    /// <summary>Computes something with the names of a scope: by the lowerer of the function it belongs to, where there is one at work.</summary>
    public static T Within<T>(SemanticModel model, Scope scope, Func<FunctionLowerer, T> compute)
    {
        if (scope.Owner.Lowerer is not { } active)
        {
            return compute(new FunctionLowerer(model, scope));
        }
        var (outer, types) = (active._scope, active._types);
        active._scope = scope;
        active._types = new Dictionary<ExprSyntax, CType>(ReferenceEqualityComparer.Instance);
        try
        {
            return compute(active);
        }
        finally
        {
            (active._scope, active._types) = (outer, types);
        }
    }

    private void Declare(LocalSymbol symbol)
    {
        symbol.Home = this;
        _scope.Add(symbol.Name, symbol);
    }

    /// <summary>A name that was taken for a value needs an address: the whole function is lowered again with it in memory.</summary>
    private Place AddressNeeded(LocalSymbol local, Span at) =>
        _instance is null ? NewVariable(local.Name, local.Type.Unqualified, AddressSpace.Local, at) : throw new NeedsAddress(local.Name);

    /// <param name="inMemory">Names that a former attempt found to need an address.</param>
    public void LowerBody(IReadOnlySet<string> inMemory)
    {
        var instance = _instance!;
        var symbol = instance.Symbol;
        var declaration = symbol.Declaration;
        _modified = ModifiedNames.In(declaration.Body!, _model, _scope, inMemory);
        _scope = _scope.Nested();
        var parameters = new List<LetId>();
        if (symbol.IsMethod)
        {
            DeclareSelf(symbol, parameters);
        }
        DeclareParameters(parameters);
        if (symbol.Closure is { } closure)
        {
            DeclareCaptures(closure);
        }
        _scope = _scope.Nested();
        if (symbol.Kind == FunctionKind.Constructor)
        {
            InitialiseMembers(declaration);
        }
        Statement(declaration.Body!);
        EndLives(0);
        var returns = instance.Return ??= CType.Void;
        var type = IsEmpty(returns, declaration.Span) ? IrType.Void : _model.Types.Lower(returns, declaration.Span);
        var function = new Function(instance.Name, parameters.ToEquatable(), type, _lets.ToEquatable(), _variables.ToEquatable(), _current.ToEquatable())
        {
            IsKernel = symbol.IsKernel,
            SourceName = instance.SourceName,
            Bounds = Bounds(declaration.Specifiers),
            From = declaration.Name.Span,
        };
        instance.Failed = _failed;
        instance.FileShared = _fileShared.Where(p => !p.Key.Specifiers.Has(Specifier.Extern)).ToDictionary();
        instance.Lowered = function;
    }

    private void DeclareSelf(FunctionSymbol symbol, List<LetId> parameters)
    {
        var type = new ClassCType(symbol.Owner!).Qualified(symbol.Declaration.IsConst, false);
        var layout = _model.Types.Struct(symbol.Owner!, symbol.Span);
        if (IsEmpty(type, symbol.Span))
        {
            _self = new Operand(type, new Aggregate(layout, []), null) { IsEmptyObject = true };
            return;
        }
        var pointer = new PointerType(layout, AddressSpace.Generic);
        var id = NewLet("self", pointer);
        parameters.Add(id);
        _self = Operand.At(type, new Deref(layout, new LetRef(pointer, id)));
    }

    private void DeclareParameters(List<LetId> ids)
    {
        var packs = new Dictionary<string, List<LocalSymbol>>(StringComparer.Ordinal);
        int i = 0;
        foreach (var (p, _, inPack) in ModuleLowerer.Parameters(_model, _instance!.Symbol, _instance.Scope))
        {
            var type = _instance.Parameters[i];
            string name = p.Name.Length == 0 ? Build.Invariant($"unused{i}") : inPack is { } n ? Build.Invariant($"{p.Name}{n}") : p.Name;
            var symbol = Parameter(name, p, type, ids);
            if (inPack is not null)
            {
                if (!packs.TryGetValue(p.Name, out var list))
                {
                    packs[p.Name] = list = [];
                }
                symbol.Home = this;
                list.Add(symbol);
            }
            else
            {
                Declare(symbol);
            }
            i++;
        }
        foreach (var p in _instance.Symbol.Declaration.Parameters.Where(p => p.Pack))
        {
            _scope.Add(p.Name, new PackSymbol(p.Name, p.Span, packs.GetValueOrDefault(p.Name, [])));
        }
    }

    private LocalSymbol Parameter(string name, ParameterSyntax p, CType type, List<LetId> ids)
    {
        var symbol = new LocalSymbol(name, p.Span, type.Referred);
        if (!_instance!.Symbol.IsKernel && IsEmpty(type, p.Span))
        {
            // Nothing to hand over: the type says it all.
            symbol.Value = EmptyValue(type.Referred, p.Span);
            return symbol;
        }
        CheckDestructor(type, p.Span);
        var lowered = _model.Types.Lower(type, p.Span);
        if (lowered is PointerType pointer && _instance.Symbol.IsKernel)
        {
            lowered = pointer with { Space = AddressSpace.Global };
        }
        var id = NewLet(name, lowered, p.Type, type);
        ids.Add(id);
        var value = new LetRef(lowered, id) { From = p.Span };
        if (type is ReferenceCType)
        {
            symbol.Place = new Deref(((PointerType)lowered).Pointee, value);
        }
        else if (_modified.Touches(name, type) || _modified.Touches(p.Name, type) || HasMethods(type))
        {
            var place = NewVariable(name, type, AddressSpace.Local, p.Span);
            Emit(new Store(place, Generic(value)) { From = p.Span });
            symbol.Place = place;
        }
        else
        {
            symbol.Value = value;
        }
        return symbol;
    }

    /// <summary>Whether objects of a type are called upon, which needs their address.</summary>
    private bool HasMethods(CType type) => type is ClassCType { Symbol: { IsBuiltin: false } c } && _model.Types.Struct(c, c.Span).Fields.Count > 0 && _model.MembersOf(c).HasFunctions;

    private LaunchBounds? Bounds(DeclSpecifiers specifiers)
    {
        var attribute = specifiers.Attributes.FirstOrDefault(a => a.Name == "__launch_bounds__");
        if (attribute is null || attribute.Arguments.Count == 0)
        {
            return null;
        }
        int[] values = [.. attribute.Arguments.Select(a => (int)Build.AsInt(EvaluateConstant(a).Value))];
        return new LaunchBounds(values[0], values.Length > 1 ? values[1] : 0);
    }

    private LetId NewLet(string name, IrType type, TypeSyntax? written = null, CType? meant = null)
    {
        _lets.Add(new NamedValue(name, type)
        {
            PointsToConst = meant is PointerCType { Pointee.IsConst: true },
            IsRestrict = written is PointerSyntax { Restrict: true } or QualifiedType { Inner: PointerSyntax { Restrict: true } },
        });
        return new LetId(_lets.Count - 1);
    }

    private VariablePlace NewVariable(string name, CType type, AddressSpace space, Span at, bool dynamic = false, int alignment = 1)
    {
        var lowered = _model.Types.Lower(type, at);
        _variables.Add(new Variable(name, lowered, space) { IsDynamic = dynamic, Alignment = Math.Max(alignment, lowered.Alignment), From = at });
        return new VariablePlace(lowered, new VariableId(_variables.Count - 1));
    }

    private void Emit(Stmt statement) => _current.Add(statement.From.Span.IsNone ? statement with { From = _at } : statement);

    /// <summary>Lowers into a list of its own.</summary>
    private EquatableArray<Stmt> Capture(Action lower)
    {
        var outer = _current;
        _current = [];
        lower();
        var inner = _current.ToEquatable();
        _current = outer;
        return inner;
    }

    /// <summary>Gives a value a name, unless it is as good as one already.</summary>
    private Expr Name(Expr value, string name = "t")
    {
        if (value is LetRef or Literal)
        {
            return value;
        }
        var id = NewLet(name, value.Type);
        Emit(new Let(id, value));
        return new LetRef(value.Type, id) { From = value.From };
    }

    /// <summary>One level further into the text, until disposed of. What is lowered nests no deeper than all that follows can take.</summary>
    private Level Deeper(Span at)
    {
        GuardDepth(at);
        if (_nesting >= DeepestNesting)
        {
            throw new LoweringException(SemanticRules.TooDeep.At(at, "this code"));
        }
        _nesting++;
        return new Level(this);
    }

    private readonly ref struct Level(FunctionLowerer owner)
    {
        public void Dispose() => owner._nesting--;
    }

    private void GuardDepth(Span at)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new LoweringException(SemanticRules.TooDeep.At(at, "this code"));
        }
    }

    private LoweringException Unsupported(Span at, string what) => TypeBinder.Unsupported(at, what);

    /// <summary>The type an expression has, as decltype and template deduction see it.</summary>
    public CType TypeOfOperand(ExprSyntax expression)
    {
        if (_types.TryGetValue(expression, out var known))
        {
            return known;
        }
        var outer = _current;
        _current = [];
        try
        {
            return _types[expression] = Lower(expression).Type;
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>The type of an expression as a declaration sees it, with a reference where it names an object.</summary>
    public CType DecltypeOf(ExprSyntax expression)
    {
        var outer = _current;
        _current = [];
        try
        {
            var operand = Lower(expression);
            // An unparenthesised name or member has its declared type.
            return expression is NameExpr or MemberExpr || !operand.IsPlace ? operand.Type : new ReferenceCType(operand.Type, operand.IsMoved);
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>A variable's type: `auto` from its initialiser, an array's length too.</summary>
    public CType BindVariableType(DeclaratorSyntax d, Scope scope)
    {
        if (d.Type is ArraySyntax { Size: null } characters && d.Initializer is { } written && TextOf(written is BraceExpr { Elements: [var only] } ? only : written) is { } text)
        {
            return new ArrayCType(_model.Types.Bind(characters.Element, scope), text.Length + 1);
        }
        if (d.Type is ArraySyntax { Size: null } open && d.Initializer is BraceExpr list)
        {
            int length = list.Elements.Any(e => e is PackExpansionExpr) ? ExpandedCount(list.Elements, scope) : list.Elements.Count;
            return new ArrayCType(_model.Types.Bind(open.Element, scope), length);
        }
        if (Contains<AutoType>(d.Type) && d.Initializer is { } init)
        {
            return SubstituteAuto(d.Type, (scope == _scope ? this : new FunctionLowerer(_model, scope)).TypeOfOperand(init is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : init));
        }
        return _model.Types.Bind(d.Type, scope);
    }
}
