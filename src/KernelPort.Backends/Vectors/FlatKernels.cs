using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>
/// Kernels whose threads are known by their place in the grid alone (npu-dialects 8.1, flat): blocks are numbers of threads and nothing else, so that a core
/// may take several as one, and copies get longer.
/// </summary>
internal sealed class FlatKernels
{
    private readonly HashSet<int> _bases = [];
    private readonly HashSet<int> _threads = [];
    private readonly HashSet<int> _strides = [];
    private readonly int _size;
    private bool _flat = true;

    private FlatKernels(int size) => _size = size;

    /// <param name="kernel">In value form.</param>
    public static bool Is(Function kernel, Extent block)
    {
        if (block.Y * block.Z != 1 || kernel.Variables.Any(v => v.Space != AddressSpace.Local))
        {
            return false;
        }
        var finder = new FlatKernels(block.X);
        finder.Body(kernel.Body);
        return finder._flat;
    }

    private static bool IsCoordinate(Expr e, Coordinate which) => e is CoordinateOf c && c.Which == which;

    private bool IsBase(Expr e) => e switch
    {
        Cast x => IsBase(x.Operand),
        LetRef x => _bases.Contains(x.Id.Index),
        Binary { Op: BinaryOp.Mul } x => IsProduct(x, Coordinate.BlockX),
        _ => false,
    };

    private bool IsStride(Expr e) => e switch
    {
        Cast x => IsStride(x.Operand),
        LetRef x => _strides.Contains(x.Id.Index),
        Binary { Op: BinaryOp.Mul } x => IsProduct(x, Coordinate.GridDimX),
        _ => false,
    };

    private bool IsProduct(Binary x, Coordinate of) => (IsThe(x.Left, of) && IsSize(x.Right)) || (IsThe(x.Right, of) && IsSize(x.Left));

    private static bool IsThe(Expr e, Coordinate which) => IsCoordinate(e, which) || (e is Cast c && IsThe(c.Operand, which));

    private bool IsSize(Expr e) => IsThe(e, Coordinate.BlockDimX) || (e is Literal l && l.Type.IsInteger && Build.AsInt(l) == _size);

    private bool IsThread(Expr e) => e switch
    {
        Cast x => IsThread(x.Operand),
        LetRef x => _threads.Contains(x.Id.Index),
        _ => IsCoordinate(e, Coordinate.ThreadX),
    };

    private void Body(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            switch (s)
            {
                case Let x when IsBase(x.Value):
                    _bases.Add(x.Id.Index);
                    break;
                case Let x when IsThread(x.Value):
                    _threads.Add(x.Id.Index);
                    break;
                case Let x when IsStride(x.Value):
                    _strides.Add(x.Id.Index);
                    break;
                case Call x when x.Intrinsic != Intrinsics.Trap:
                case Atomic { Result: not null }:
                    _flat = false;
                    break;
                default:
                    var uses = new Uses(this);
                    uses.Look(s);
                    break;
            }
        }
    }

    /// <summary>Looks whether expressions use a thread's or a block's number otherwise than in the sum of both.</summary>
    private sealed class Uses(FlatKernels of)
    {
        public void Look(Stmt s)
        {
            switch (s)
            {
                case Let x:
                    Look(x.Value);
                    break;
                case Load x:
                    Look(x.Source);
                    break;
                case Store x:
                    Look(x.Target);
                    Look(x.Value);
                    break;
                case Atomic x:
                    Look(x.Target);
                    Look(x.Operand);
                    if (x.Compare is not null)
                    {
                        Look(x.Compare);
                    }
                    break;
                case If x:
                    Look(x.Condition);
                    of.Body(x.Then);
                    of.Body(x.Else);
                    break;
                case Loop x:
                    foreach (var c in x.Carried)
                    {
                        Look(c.Initial);
                    }
                    of.Body(x.Body);
                    of.Body(x.Continuing);
                    break;
                case Break x:
                    Look(x.Values);
                    break;
                case Continue x:
                    Look(x.Values);
                    break;
                case Yield x:
                    Look(x.Values);
                    break;
                case Return or Call:
                    break;
                default:
                    of._flat = false;
                    break;
            }
        }

        private void Look(EquatableArray<Expr> values)
        {
            foreach (var v in values)
            {
                Look(v);
            }
        }

        private void Look(Place place)
        {
            switch (place)
            {
                case Deref x:
                    Look(x.Pointer);
                    break;
                case Element x:
                    Look(x.Base);
                    Look(x.Index);
                    break;
                case Member x:
                    Look(x.Base);
                    break;
                case VariablePlace:
                    break;
                default:
                    of._flat = false;
                    break;
            }
        }

        private void Look(Expr e)
        {
            switch (e)
            {
                case Binary { Op: BinaryOp.Add } x when (of.IsBase(x.Left) && of.IsThread(x.Right)) || (of.IsThread(x.Left) && of.IsBase(x.Right)):
                    break;
                case LetRef x:
                    of._flat &= !of._bases.Contains(x.Id.Index) && !of._threads.Contains(x.Id.Index);
                    break;
                case CoordinateOf x:
                    of._flat &= x.Which is Coordinate.BlockY or Coordinate.BlockZ or Coordinate.GridDimY or Coordinate.GridDimZ;
                    break;
                case Cast x:
                    if (!of.IsStride(x))
                    {
                        Look(x.Operand);
                    }
                    break;
                case Binary x:
                    if (!of.IsStride(x))
                    {
                        Look(x.Left);
                        Look(x.Right);
                    }
                    break;
                case Unary x:
                    Look(x.Operand);
                    break;
                case Ir.Select x:
                    Look(x.Condition);
                    Look(x.Then);
                    Look(x.Else);
                    break;
                case BitCast x:
                    Look(x.Operand);
                    break;
                case Pure x:
                    Look(x.Arguments);
                    break;
                case PointerOffset x:
                    Look(x.Pointer);
                    Look(x.Index);
                    break;
                case AddressOf x:
                    Look(x.Place);
                    break;
                case Field x:
                    Look(x.Operand);
                    break;
                case Aggregate x:
                    Look(x.Elements);
                    break;
                case Literal or Undefined:
                    break;
                default:
                    of._flat = false;
                    break;
            }
        }
    }
}
