using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.CSharp.Vectors;

/// <summary>
/// What threads next to each other do, as statements on vectors: values that differ between them without a rule become vectors, all others stay the first thread's. They must go the same
/// way: where a condition parts them nothing may have been written yet, and the caller's statements (threads one by one) stand in.
/// </summary>
internal sealed partial class NeighbourVectors
{
    private readonly NeighbourForms _forms;
    private readonly List<NamedValue> _lets;
    private readonly Func<VariableId, bool> _isOfBlock;
    private readonly Func<Expr, IEnumerable<Stmt>> _parted;
    private readonly Dictionary<LetId, LetId> _renamed = [];
    private readonly HashSet<Expr> _asked = [];
    private readonly Stack<Loop> _loops = new();
    private readonly ScalarCopy _scalar;
    private bool _wrote;

    /// <param name="isOfBlock">Whether a variable lies once for the block, or in elements of threads.</param>
    /// <param name="parted">What is done instead, given the condition that tells.</param>
    public NeighbourVectors(NeighbourForms forms, List<NamedValue> lets, Func<VariableId, bool> isOfBlock, Func<Expr, IEnumerable<Stmt>> parted)
    {
        (_forms, _lets, _isOfBlock, _parted) = (forms, lets, isOfBlock, parted);
        _scalar = new ScalarCopy(this);
    }

    /// <summary>Thrown where something has no form of vectors; the threads then stay one by one.</summary>
    private sealed class NoVectorsException : Exception;

    /// <summary>Whether any statement works on vectors.</summary>
    private bool _hasVectors;

    public void Rename(LetId from, LetId to) => _renamed[from] = to;

    /// <summary>The statements; null where they have no such form, or no use of it.</summary>
    public EquatableArray<Stmt>? Of(EquatableArray<Stmt> body)
    {
        try
        {
            var made = List(body, []);
            return _hasVectors ? made : null;
        }
        catch (NoVectorsException)
        {
            return null;
        }
    }

    private LetId Fresh(LetId id)
    {
        var value = _lets[id.Index];
        bool varies = _forms.Of(id).IsVarying;
        _hasVectors |= varies;
        var type = varies ? VectorWords.Of(value.Type) ?? throw new NoVectorsException() : value.Type;
        _lets.Add(value with { Type = type });
        return _renamed[id] = new LetId(_lets.Count - 1);
    }

    private EquatableArray<LetId> Fresh(EquatableArray<LetId> ids) => ids.Select(Fresh).ToEquatable();

    private EquatableArray<Stmt> List(EquatableArray<Stmt> body, EquatableArray<LetId> yields)
    {
        var result = new List<Stmt>();
        foreach (var s in body)
        {
            switch (s)
            {
                case Let x:
                    var value = Value(x.Value, _forms.Of(x.Id));
                    result.Add(x with { Value = value, Id = Fresh(x.Id) });
                    break;
                case Load { Volatile: false } x:
                    var source = Place(x.Source, _forms.Of(x.Id).IsVarying);
                    result.Add(x with { Source = source, Id = Fresh(x.Id) });
                    break;
                case Store { Volatile: false } x:
                    _hasVectors = true;
                    value = Vector(x.Value);
                    result.Add(x with { Target = Place(x.Target, true), Value = value });
                    _wrote = true;
                    break;
                case If x:
                    Condition(x, result);
                    break;
                case Loop x:
                    Repeat(x, result);
                    break;
                case Yield x:
                    result.Add(x with { Values = Values(x.Values, yields) });
                    break;
                case Break x when _loops.Count > 0:
                    result.Add(x with { Values = Values(x.Values, _loops.Peek().Results) });
                    break;
                case Continue x when _loops.Count > 0:
                    result.Add(x with { Values = Values(x.Values, _loops.Peek().Carried.Select(c => c.Id).ToEquatable()) });
                    break;
                default:
                    throw new NoVectorsException();
            }
        }
        return result.ToEquatable();
    }

    private EquatableArray<Expr> Values(EquatableArray<Expr> values, EquatableArray<LetId> to) => values.Select((v, i) => Value(v, _forms.Of(to[i]))).ToEquatable();

    private Expr Value(Expr e, LaneForm form) => form.IsVarying ? Vector(e) : _scalar.Expression(e);

    private void Condition(If x, List<Stmt> result)
    {
        if (_forms.IsTogether(x.Condition))
        {
            Ask(x.Condition, result);
            // What one arm asks is not known behind it.
            var asked = _asked.ToList();
            var then = List(x.Then, x.Results);
            _asked.IntersectWith(asked);
            var otherwise = List(x.Else, x.Results);
            _asked.IntersectWith(asked);
            result.Add(x with { Condition = _scalar.Expression(x.Condition), Then = then, Else = otherwise, Results = Fresh(x.Results) });
            return;
        }
        // Both ways, if they only compute, and each lane chooses.
        if (x.Then is not [.., Yield a] || x.Else is not [.., Yield b] || x.Then.Concat(x.Else).Any(s => s is not (Let or Yield)))
        {
            throw new NoVectorsException();
        }
        var mask = Vector(x.Condition);
        result.AddRange(List([.. x.Then.AsSpan()[..^1], .. x.Else.AsSpan()[..^1]], []));
        for (int i = 0; i < x.Results.Count; i++)
        {
            var chosen = VectorWords.Select(mask, Vector(a.Values[i]), Vector(b.Values[i]));
            result.Add(new Let(Fresh(x.Results[i]), chosen) { From = x.From });
        }
    }

    /// <summary>Whether the lanes part, asked of the first and the last of them.</summary>
    private void Ask(Expr condition, List<Stmt> result)
    {
        var parted = Atoms(condition).Where(_asked.Add).Select(a => (Expr)Parts(a)).Aggregate((Expr?)null, (a, b) => a is null ? b : new Binary(IrType.Bool, BinaryOp.LogicalOr, a, b));
        if (parted is null)
        {
            return;
        }
        if (_wrote || _loops.Count > 0)
        {
            throw new NoVectorsException();
        }
        result.AddRange(_parted(parted));
    }

    private IEnumerable<Binary> Atoms(Expr e) => e switch
    {
        _ when _forms.Of(e).IsUniform => [],
        Binary { Type: ScalarType { Kind: Scalar.Bool }, Left.Type: ScalarType { Kind: Scalar.Bool } } b => Atoms(b.Left).Concat(Atoms(b.Right)),
        Unary u => Atoms(u.Operand),
        _ => [(Binary)e],
    };

    /// <summary>A comparison as the last of the lanes has it.</summary>
    private Binary AtLast(Binary atom) => (Binary)_scalar.Expression(atom) with { Left = AtLast(atom.Left), Right = AtLast(atom.Right) };

    private Expr AtLast(Expr e) =>
        _forms.Of(e).Stride is not 0 and var stride ? new Binary(e.Type, BinaryOp.Add, _scalar.Expression(e), Build.Int(e.Type, stride * (NeighbourForms.Lanes - 1))) : _scalar.Expression(e);

    /// <summary>Unsigned numbers that wrap on the way from the first to the last lane begin again from the other end.</summary>
    private Expr? Wrapped(Binary atom) => new[] { atom.Left, atom.Right }.Where(e => _forms.Of(e) is { Stride: not 0, IsSmall: false } && !e.Type.IsSigned)
        .Select(e => (Expr)new Binary(IrType.Bool, _forms.Of(e).Stride > 0 ? BinaryOp.Lt : BinaryOp.Gt, AtLast(e), _scalar.Expression(e)))
        .Aggregate((Expr?)null, (a, b) => a is null ? b : new Binary(IrType.Bool, BinaryOp.LogicalOr, a, b));

    private Binary Parts(Binary atom)
    {
        var parted = new Binary(IrType.Bool, BinaryOp.Ne, _scalar.Expression(atom), AtLast(atom));
        return Wrapped(atom) is { } wrapped ? new Binary(IrType.Bool, BinaryOp.LogicalOr, parted, wrapped) : parted;
    }

    /// <summary>Memory: of neighbours next to each other, or one for all of them.</summary>
    private Place Place(Place place, bool ofLanes)
    {
        if (Build.VariableOf(place) is { } v && !_isOfBlock(v.Id))
        {
            throw new NoVectorsException();
        }
        var scalar = _scalar.Place(place);
        if (!ofLanes)
        {
            return scalar;
        }
        if (_forms.OfAddress(place) is not { IsVarying: false, Stride: 4 } || place.Type == IrType.Bool || VectorWords.Of(place.Type) is not { } vector)
        {
            throw new NoVectorsException();
        }
        var pointer = scalar is Deref d ? d.Pointer : new AddressOf(new PointerType(place.Type, AddressSpace.Generic), scalar);
        return new Deref(vector, new Cast(new PointerType(vector, ((PointerType)pointer.Type).Space), pointer));
    }

    /// <summary>A value of each lane.</summary>
    private Expr Vector(Expr e)
    {
        var type = VectorWords.Of(e.Type) ?? throw new NoVectorsException();
        var form = _forms.Of(e);
        if (!form.IsVarying)
        {
            return Spread(e, type, form.Stride);
        }
        switch (e)
        {
            case LetRef x when _renamed.TryGetValue(x.Id, out var id) && _lets[id.Index].Type == type:
                return new LetRef(type, id);
            case Unary x:
                return new Unary(x.Op == UnaryOp.LogicalNot ? UnaryOp.BitNot : x.Op, Vector(x.Operand));
            case Binary x:
                return VectorBinary(x, type);
            case Select x:
                return VectorWords.Select(Vector(x.Condition), Vector(x.Then), Vector(x.Else));
            case BitCast x:
                return VectorWords.As(Vector(x.Operand), type);
            case Cast x:
                return Converted(Vector(x.Operand), x.Operand.Type, x.Type, type);
            case Pure x:
                return VectorWords.Call(x.Intrinsic, [.. x.Arguments.Select(Vector)]) is { } call && call.Type == type ? call : throw new NoVectorsException();
            default:
                throw new NoVectorsException();
        }
    }

    private Expr Spread(Expr e, StructType type, long stride)
    {
        var first = _scalar.Expression(e);
        if (e.Type == IrType.Bool)
        {
            first = new Select(first, Build.I32(-1), Build.I32(0));
        }
        Expr all = new Pure(VectorWords.Create, type, [first]);
        if (stride == 0)
        {
            return all;
        }
        var steps = VectorWords.As(new Pure(VectorWords.Indices, VectorWords.Int, []), type);
        return new Binary(type, BinaryOp.Add, all, stride == 1 ? steps : new Binary(type, BinaryOp.Mul, steps, new Pure(VectorWords.Create, type, [Build.Int(e.Type, stride)])));
    }

    private Expr VectorBinary(Binary x, StructType type)
    {
        if (Build.IsComparison(x.Op))
        {
            return x.Left.Type == IrType.Bool ? throw new NoVectorsException() : VectorWords.Compare(x.Op, Vector(x.Left), Vector(x.Right));
        }
        var op = x.Op switch { BinaryOp.LogicalAnd => BinaryOp.And, BinaryOp.LogicalOr => BinaryOp.Or, _ => x.Op };
        if (op is BinaryOp.Shl or BinaryOp.Shr)
        {
            return x.Right is Literal { Bits: < 32 } ? new Binary(type, op, Vector(x.Left), x.Right) : throw new NoVectorsException();
        }
        bool has = op is BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul || (op == BinaryOp.Div && type == VectorWords.Float) || (op is BinaryOp.And or BinaryOp.Or or BinaryOp.Xor && type != VectorWords.Float);
        return has ? new Binary(type, op, Vector(x.Left), Vector(x.Right)) : throw new NoVectorsException();
    }

    private static Expr Converted(Expr value, IrType from, IrType to, StructType type) => ((ScalarType)from).Kind switch
    {
        Scalar.Bool when to == IrType.I32 || to == IrType.U32 => VectorWords.As(new Binary(VectorWords.Int, BinaryOp.And, value, new Pure(VectorWords.Create, VectorWords.Int, [Build.I32(1)])), type),
        Scalar.I32 or Scalar.U32 when to == IrType.I32 || to == IrType.U32 => VectorWords.As(value, type),
        Scalar.I32 or Scalar.U32 when to == IrType.F32 => new Pure(VectorWords.ToFloat, type, [value]),
        Scalar.F32 when to == IrType.I32 => new Pure(VectorWords.ToInt, type, [value]),
        Scalar.F32 when to == IrType.F32 => value,
        _ => throw new NoVectorsException(),
    };

    /// <summary>What is one for all lanes, or the first's, with the names of this copy.</summary>
    private sealed class ScalarCopy(NeighbourVectors owner) : Rewriter
    {
        protected override Expr Leave(Expr expression) => expression is LetRef r && owner._renamed.TryGetValue(r.Id, out var id) ? r with { Id = id } : expression;

        protected override Place Leave(Place place) => place is VariablePlace v && !owner._isOfBlock(v.Id) ? throw new NoVectorsException() : place;
    }
}
