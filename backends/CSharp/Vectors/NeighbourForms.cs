using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.CSharp.Vectors;

/// <summary>The form of each value of statements in value form that neighbouring threads run. Unlike <see cref="LaneShapes"/> it needs no block size: the threads lie in one row, and a
/// row may have any length.</summary>
internal sealed class NeighbourForms
{
    /// <summary>How many threads run together: numbers of 32 bits in 512.</summary>
    public const int Lanes = 16;

    // Beyond this, sixteen lanes may be near the end of 32 bits.
    private const long MaxStride = 1 << 20;

    private readonly Dictionary<LetId, LaneForm> _forms = [];
    private readonly Stack<Loop?> _loops = new();
    private bool _changed;

    /// <param name="body">What the threads run.</param>
    /// <param name="thread">The value that is the first's number in the block; null where they have <see cref="Coordinate.ThreadX"/>.</param>
    public static NeighbourForms Of(EquatableArray<Stmt> body, LetId? thread)
    {
        var forms = new NeighbourForms();
        if (thread is { } id)
        {
            forms._forms[id] = Thread;
        }
        forms._inside.UnionWith(CrossingValues.MadeWithin(body));
        do
        {
            forms._changed = false;
            forms.Visit(body);
        }
        while (forms._changed);
        return forms;
    }

    private static readonly LaneForm Thread = new(false, 1) { IsAligned = true, IsSmall = true };

    private readonly HashSet<LetId> _inside = [];

    // Nobody has given it a form yet: it takes any.
    private bool IsOpen(Expr e) => e is Undefined || (e is LetRef r && _inside.Contains(r.Id) && !_forms.ContainsKey(r.Id));

    private void Give(LetId id, Expr value)
    {
        if (!IsOpen(value))
        {
            Give(id, Of(value));
        }
    }

    private void Give(LetId id, LaneForm form)
    {
        var after = _forms.TryGetValue(id, out var before) ? before.Join(form) : form;
        if (!_forms.ContainsKey(id) || after != before)
        {
            _forms[id] = after;
            _changed = true;
        }
    }

    private void Visit(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            switch (s)
            {
                case Let x:
                    Give(x.Id, x.Value);
                    break;
                case Load x:
                    Give(x.Id, OfAddress(x.Source).IsUniform ? LaneForm.Uniform : LaneForm.Varying);
                    break;
                case If x:
                    Visit(x.Then);
                    Visit(x.Else);
                    bool together = IsTogether(x.Condition);
                    for (int i = 0; i < x.Results.Count; i++)
                    {
                        foreach (var arm in new[] { x.Then, x.Else })
                        {
                            if (arm is [.., Yield y])
                            {
                                if (together)
                                {
                                    Give(x.Results[i], y.Values[i]);
                                }
                                else
                                {
                                    Give(x.Results[i], LaneForm.Varying);
                                }
                            }
                        }
                    }
                    break;
                case Loop x:
                    VisitLoop(x);
                    break;
                case Break x:
                    Hand(_loops.Peek()?.Results ?? [], x.Values);
                    break;
                case Continue x:
                    Hand(_loops.First(l => l is not null)!.Carried.Select(c => c.Id).ToEquatable(), x.Values);
                    break;
                default:
                    foreach (var id in CrossingValues.MadeBy(s))
                    {
                        Give(id, LaneForm.Varying);
                    }
                    break;
            }
        }
    }

    private void VisitLoop(Loop x)
    {
        foreach (var c in x.Carried)
        {
            Give(c.Id, c.Initial);
        }
        _loops.Push(x);
        Visit(x.Body);
        if (x.Body is [.., Yield y])
        {
            Hand(x.Carried.Select(c => c.Id).ToEquatable(), y.Values);
        }
        Visit(x.Continuing);
        _loops.Pop();
    }

    private void Hand(EquatableArray<LetId> to, EquatableArray<Expr> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            Give(to[i], values[i]);
        }
    }

    /// <summary>Whether all lanes can be asked by the first and the last of them: comparisons of what goes up or down by lane.</summary>
    public bool IsTogether(Expr condition) => condition switch
    {
        _ when Of(condition).IsUniform => true,
        Binary { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr or BinaryOp.And or BinaryOp.Or, Type: ScalarType { Kind: Scalar.Bool } } b => IsTogether(b.Left) && IsTogether(b.Right),
        Unary { Op: UnaryOp.LogicalNot } u => IsTogether(u.Operand),
        Binary { Op: BinaryOp.Lt or BinaryOp.Le or BinaryOp.Gt or BinaryOp.Ge, Left.Type: ScalarType { Kind: Scalar.I32 or Scalar.U32 or Scalar.I64 or Scalar.U64 } } b =>
            Of(b.Left) is { IsVarying: false, MayWrap: false } && Of(b.Right) is { IsVarying: false, MayWrap: false },
        _ => false,
    };

    public LaneForm Of(LetId id) => _forms.TryGetValue(id, out var form) ? form : LaneForm.Uniform;

    public LaneForm Of(Expr e)
    {
        var form = FormOf(e);
        return form.Stride is > MaxStride or < -MaxStride ? LaneForm.Varying : form;
    }

    private LaneForm FormOf(Expr e)
    {
        switch (e)
        {
            case Literal { Type: ScalarType { IsInteger: true } } x:
                long value = Build.AsInt(x);
                return LaneForm.Uniform with { IsAligned = value % Lanes == 0, IsSmall = value is >= 0 and <= 1 << 16 };
            case Literal or Undefined:
                return LaneForm.Uniform;
            case LetRef x:
                return Of(x.Id);
            case CoordinateOf x:
                return x.Which == Coordinate.ThreadX ? Thread : LaneForm.Uniform with { IsSmall = x.Which is Coordinate.ThreadY or Coordinate.ThreadZ or Coordinate.WarpSize };
            case Unary { Op: UnaryOp.Negate, Type: ScalarType { IsInteger: true } } x:
                return Of(x.Operand).Times(-1);
            case Binary x:
                return OfBinary(x);
            case Select x:
                return Of(x.Condition).IsUniform ? Of(x.Then).Join(Of(x.Else)) : LaneForm.Varying;
            case Cast x:
                return OfCast(Of(x.Operand), x.Operand.Type, x.Type);
            case PointerOffset x:
                return Of(x.Pointer) + Of(x.Index).Times(Math.Max(1, ((PointerType)x.Type).Pointee.Size));
            case AddressOf x:
                return OfAddress(x.Place);
            case Unary x:
                return Flat(Of(x.Operand));
            case BitCast x:
                return Flat(Of(x.Operand));
            case Field x:
                return Flat(Of(x.Operand));
            case Pure x:
                return x.Arguments.All(a => Of(a).IsUniform) ? LaneForm.Uniform : LaneForm.Varying;
            case PointerDifference x:
                return Of(x.Left).IsUniform && Of(x.Right).IsUniform ? LaneForm.Uniform : LaneForm.Varying;
            case Aggregate x:
                return x.Elements.All(a => Of(a).IsUniform) ? LaneForm.Uniform : LaneForm.Varying;
            default:
                return LaneForm.Varying;
        }
    }

    private static LaneForm Flat(LaneForm a) => a.IsUniform ? LaneForm.Uniform : LaneForm.Varying;

    private LaneForm OfBinary(Binary x)
    {
        var (a, b) = (Of(x.Left), Of(x.Right));
        if (a.IsVarying || b.IsVarying)
        {
            return LaneForm.Varying;
        }
        if (x.Type is ScalarType { Kind: Scalar.I32 or Scalar.U32 or Scalar.I64 or Scalar.U64 })
        {
            switch (x.Op)
            {
                case BinaryOp.Add:
                    return a + b;
                case BinaryOp.Sub:
                    return (a + b.Times(-1)) with { IsSmall = false };
                case BinaryOp.Mul when x.Right is Literal k:
                    return a.Times(Build.AsInt(k));
                case BinaryOp.Mul when x.Left is Literal k:
                    return b.Times(Build.AsInt(k));
                case BinaryOp.Shl when x.Right is Literal { Bits: < 20 } k:
                    return a.Times(1L << (int)k.Bits);
                case BinaryOp.Div or BinaryOp.Rem or BinaryOp.Shr or BinaryOp.And when a is { Stride: 1, IsAligned: true, IsSmall: true } && x.Right is Literal k && IsCut(x.Op, Build.AsInt(k)):
                    // Whole vectors lie on one side of each cut.
                    return x.Op is BinaryOp.Div or BinaryOp.Shr ? LaneForm.Uniform with { IsSmall = true } : Thread;
            }
        }
        return a.Stride == 0 && b.Stride == 0 ? LaneForm.Uniform with { IsSmall = a.IsSmall && b.IsSmall && x.Op is BinaryOp.Div or BinaryOp.Rem or BinaryOp.Shr or BinaryOp.And } : LaneForm.Varying;
    }

    private static bool IsCut(BinaryOp op, long k) => op switch
    {
        BinaryOp.Div or BinaryOp.Rem => k > 0 && k % Lanes == 0,
        BinaryOp.Shr => k is >= 4 and < 31,
        _ => k >= Lanes - 1 && System.Numerics.BitOperations.IsPow2(k + 1),
    };

    private static LaneForm OfCast(LaneForm a, IrType from, IrType to)
    {
        if (a.IsVarying || from == to)
        {
            return a;
        }
        if (to is PointerType && from is PointerType)
        {
            return a;
        }
        bool numbers = from is ScalarType { IsInteger: true, Kind: not Scalar.Bool } && to is ScalarType { IsInteger: true, Kind: not Scalar.Bool };
        if (!numbers || to.Size < 4)
        {
            return Flat(a);
        }
        // A signed number that wrapped between neighbours would be an overflow, which CUDA leaves undefined.
        return a with { MayWrap = a.MayWrap || (a.Stride != 0 && to.Size > from.Size && !from.IsSigned && !a.IsSmall), IsSmall = a.IsSmall };
    }

    /// <summary>The form of a place's address, in bytes.</summary>
    public LaneForm OfAddress(Place place) => place switch
    {
        Deref d => Of(d.Pointer),
        Element e => OfAddress(e.Base) + Of(e.Index).Times(Math.Max(1, e.Type.Size)),
        Member m => OfAddress(m.Base),
        _ => LaneForm.Uniform,
    };
}
