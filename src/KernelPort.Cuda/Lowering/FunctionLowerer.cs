using System.Runtime.CompilerServices;
using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Types one function and writes its IR: order of evaluation becomes statements, expressions stay pure.</summary>
internal sealed partial class FunctionLowerer
{
    private readonly ModuleLowerer? _module;
    private readonly SemanticModel _model;
    private readonly FunctionInstance? _instance;
    private readonly List<NamedValue> _lets = [];
    private readonly List<Variable> _variables = [];
    // Keeps a chain of ?: from being typed again at each level.
    private readonly Dictionary<ExprSyntax, CType> _types = new(ReferenceEqualityComparer.Instance);
    private List<Stmt> _current = [];
    private Scope _scope;
    private ModifiedNames _modified = ModifiedNames.None;
    private Span _at;
    private int _loops;
    private int _switches;

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
    }

    public void LowerBody()
    {
        var instance = _instance!;
        var declaration = instance.Symbol.Declaration;
        int errorsBefore = _module!.Bag.Count;
        _modified = ModifiedNames.In(declaration.Body!, _model, _scope.Namespace);
        _scope = _scope.Nested();
        var parameters = DeclareParameters(declaration);
        _scope = _scope.Nested();
        Statement(declaration.Body!);
        var returns = instance.Return ??= CType.Void;
        var type = _model.Types.Lower(returns, declaration.Span);
        var function = new Function(instance.Name, parameters, type, _lets.ToEquatable(), _variables.ToEquatable(), _current.ToEquatable())
        {
            IsKernel = instance.Symbol.IsKernel,
            SourceName = instance.SourceName,
            Bounds = Bounds(declaration.Specifiers),
            From = declaration.Name.Span,
        };
        instance.Failed = _module.Bag.Count > errorsBefore && _module.Bag.HasErrors;
        instance.Lowered = function;
    }

    private EquatableArray<LetId> DeclareParameters(FunctionDecl declaration)
    {
        var ids = new List<LetId>();
        for (int i = 0; i < declaration.Parameters.Count; i++)
        {
            var p = declaration.Parameters[i];
            var type = _instance!.Parameters[i];
            string name = p.Name.Length > 0 ? p.Name : Build.Invariant($"unused{i}");
            var lowered = _model.Types.Lower(type, p.Span);
            if (lowered is PointerType pointer && _instance.Symbol.IsKernel)
            {
                lowered = pointer with { Space = AddressSpace.Global };
            }
            var id = NewLet(name, lowered, p.Type, type);
            ids.Add(id);
            var symbol = new LocalSymbol(name, p.Span, type.Referred);
            var value = new LetRef(lowered, id) { From = p.Span };
            if (type is ReferenceCType)
            {
                symbol.Place = new Deref(((PointerType)lowered).Pointee, value);
            }
            else if (_modified.Touches(name, type))
            {
                var place = NewVariable(name, type, AddressSpace.Local, p.Span);
                Emit(new Store(place, Generic(value)) { From = p.Span });
                symbol.Place = place;
            }
            else
            {
                symbol.Value = value;
            }
            _scope.Add(name, symbol);
        }
        return ids.ToEquatable();
    }

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

    private VariablePlace NewVariable(string name, CType type, AddressSpace space, Span at, bool dynamic = false)
    {
        var lowered = _model.Types.Lower(type, at);
        _variables.Add(new Variable(name, lowered, space) { IsDynamic = dynamic, From = at });
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

    private void GuardDepth(Span at)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new LoweringException(SemanticRules.TooDeep.At(at, "this code"));
        }
    }

    private LoweringException Unsupported(Span at, string what) => TypeBinder.Unsupported(at, what);

    /// <summary>A constant expression's type and value; throws a diagnostic where it is none.</summary>
    public (CType Type, Literal Value) EvaluateConstant(ExprSyntax expression)
    {
        var outer = _current;
        _current = [];
        try
        {
            var operand = Lower(expression);
            if (operand.Value is { } value && _current.Count == 0 && ConstantFolding.FoldTree(value) is Literal literal)
            {
                return (operand.Type, literal);
            }
        }
        finally
        {
            _current = outer;
        }
        throw new LoweringException(SemanticRules.NotConstant.At(expression.Span));
    }

    private Literal? TryConstant(ExprSyntax expression)
    {
        try
        {
            return EvaluateConstant(expression).Value;
        }
        catch (LoweringException)
        {
            return null;
        }
    }

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

    /// <summary>A variable's type: `auto` from its initialiser, an array's length too.</summary>
    public CType BindVariableType(DeclaratorSyntax d, Scope scope)
    {
        if (d.Type is ArraySyntax { Size: null } open && d.Initializer is BraceExpr list)
        {
            return new ArrayCType(_model.Types.Bind(open.Element, scope), list.Elements.Count);
        }
        return _model.Types.Bind(d.Type, scope);
    }

    /// <summary>Writes a constant initialiser into a global's bytes.</summary>
    public void WriteConstant(ExprSyntax init, CType type, byte[] bytes, long offset)
    {
        GuardDepth(init.Span);
        if (init is BraceExpr braces && type is ArrayCType or ClassCType)
        {
            int position = 0;
            WriteAggregate(braces.Elements, ref position, type, bytes, offset);
            return;
        }
        if (init is BraceExpr { Elements.Count: <= 1 } single)
        {
            if (single.Elements.Count == 1)
            {
                WriteConstant(single.Elements[0], type, bytes, offset);
            }
            return;
        }
        var (from, value) = EvaluateConstant(init);
        var literal = ConstantFolding.FoldTree(Convert(value, from, type, init.Span)) as Literal
            ?? throw new LoweringException(SemanticRules.NotConstant.At(init.Span));
        for (int i = 0; i < literal.Type.Size; i++)
        {
            bytes[offset + i] = (byte)(literal.Bits >> (8 * i));
        }
    }

    private void WriteAggregate(EquatableArray<ExprSyntax> elements, ref int position, CType type, byte[] bytes, long offset)
    {
        foreach (var (inner, at) in Parts(type, elements.Count == 0 ? Span.None : elements[0].Span))
        {
            if (position >= elements.Count)
            {
                return;
            }
            var element = elements[position];
            if (element is DesignatedExpr)
            {
                throw Unsupported(element.Span, "a designated initialiser");
            }
            if (inner is ArrayCType or ClassCType && element is not BraceExpr)
            {
                WriteAggregate(elements, ref position, inner, bytes, offset + at);
                continue;
            }
            position++;
            WriteConstant(element, inner, bytes, offset + at);
        }
    }

    /// <summary>The elements or fields of an aggregate with their offsets.</summary>
    private IEnumerable<(CType Type, long Offset)> Parts(CType type, Span at)
    {
        if (type is ArrayCType a)
        {
            long size = _model.Types.Lower(a.Element, at).Size;
            for (long i = 0; i < a.Length; i++)
            {
                yield return (a.Element, i * size);
            }
        }
        else if (type is ClassCType c)
        {
            var layout = _model.Types.Struct(c.Symbol, at);
            foreach (var f in c.Symbol.Fields)
            {
                yield return (f.Type, layout.Fields[f.Index].Offset);
            }
        }
    }
}
