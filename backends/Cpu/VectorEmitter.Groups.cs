using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>The vectors of a group and the threads in them.</summary>
internal sealed partial class VectorEmitter
{
    // The number within the block of each of the group's vectors, and the coordinates of their threads.
    private string[] _index = [];
    private Dictionary<Coordinate, Value> _coordinates = [];

    // threadIdx.x of the first lane of each of the group's vectors; whether it is the same for all of them.
    private string[] _column = [];

    // The same as a number that the group's vectors share, and a known number more.
    private (string From, long More)[] _columnFrom = [];
    private bool _oneRow;

    /// <summary>The vectors of a group: their numbers, the threads in them and the mask of those that exist.</summary>
    /// <param name="piece">Where a turn is a row of threads that is taken in pieces: which it is, and how many there are.</param>
    private void Group(string? turn, (string Which, int Of)? piece = null)
    {
        string? row = turn is null ? null : Assign($"load i64, ptr {turn}");
        string? column = null;
        string? first = row is null ? null : Assign(Build.Invariant($"mul i64 {row}, {_units * (piece?.Of ?? 1)}"));
        if (piece is var (which, _))
        {
            string within = Assign(Build.Invariant($"mul i64 {Assign($"load i64, ptr {which}")}, {_units}"));
            first = Assign($"add i64 {first}, {within}");
            column = Assign(Build.Invariant($"mul nuw nsw i32 {Assign($"trunc i64 {within} to i32")}, {_width}"));
        }
        _index = [.. Enumerable.Range(0, _units).Select(u => first is null ? Build.Invariant($"{u}") : Assign(Build.Invariant($"add i64 {first}, {u}")))];
        string? begin = first is null ? null : Assign(Build.Invariant($"mul nuw nsw i32 {Assign($"trunc i64 {first} to i32")}, {_width}"));
        string Lane(int u) => begin is null ? Build.Invariant($"{u * _width}") : u == 0 ? begin : Assign(Build.Invariant($"add nuw nsw i32 {begin}, {u * _width}"));
        var numbers = Enumerable.Range(0, _units).Select(u => new Piece(IrType.U32, Lane(u), true) { Stride = 1 }).ToArray();
        _coordinates = new Dictionary<Coordinate, Value>();
        void Same(Coordinate which, string name) => _coordinates[which] = Value.Of(new Piece(IrType.U32, name, true));
        Same(Coordinate.BlockX, _blockX);
        Same(Coordinate.BlockY, "%by");
        Same(Coordinate.BlockZ, "%bz");
        Same(Coordinate.BlockDimX, Build.Invariant($"{_block.X / _blocks}"));
        Same(Coordinate.BlockDimY, Build.Invariant($"{_block.Y}"));
        Same(Coordinate.BlockDimZ, Build.Invariant($"{_block.Z}"));
        Same(Coordinate.GridDimX, "%gx");
        Same(Coordinate.GridDimY, "%gy");
        Same(Coordinate.GridDimZ, "%gz");
        Same(Coordinate.WarpSize, "32");
        if (column is null)
        {
            Threads(Coordinate.ThreadX, numbers, 1, _block.X);
            Threads(Coordinate.ThreadY, numbers, _block.X, _block.Y);
            Threads(Coordinate.ThreadZ, numbers, _block.X * _block.Y, _block.Z);
        }
        else
        {
            _coordinates[Coordinate.ThreadX] = new Value(IrType.U32, [.. numbers.Select((n, u) => n with { Name = u == 0 ? column : Assign(Build.Invariant($"add nuw nsw i32 {column}, {u * _width}")) })]);
            string number = Assign($"trunc i64 {row} to i32");
            Same(Coordinate.ThreadY, Assign(Build.Invariant($"urem i32 {number}, {_block.Y}")));
            Same(Coordinate.ThreadZ, Assign(Build.Invariant($"udiv i32 {number}, {_block.Y}")));
        }
        Columns(numbers);
        _mask = [.. numbers.Select(Existing)];
        _occupied = (_total * _width) - _threads < _units * _width;
    }

    /// <summary>threadIdx.x counts the lanes, from where each vector begins in its row of threads.</summary>
    private void Columns(Piece[] numbers)
    {
        bool along = !_frame.Shapes.Of(new CoordinateOf(Coordinate.ThreadX)).IsVarying && _block.X > 1;
        _column = along ? [.. Enumerable.Range(0, _units).Select(u => _coordinates[Coordinate.ThreadX] is var x && x.Pieces.Length == 1 ? x.Pieces[0].Name : x.Pieces[u].Name)] : [.. numbers.Select(_ => "0")];
        bool within = along && _block.X % (_units * _width) == 0;
        _columnFrom = [.. _column.Select((c, u) => within && !IsConstant(c) ? (_column[0], u * (long)_width) : (c, 0L))];
        _oneRow = _column.Distinct().Count() == 1;
        if (along)
        {
            _coordinates[Coordinate.ThreadX] = new Value(IrType.U32, [new Piece(IrType.U32, "0", true) { Stride = 1 }]) { Along = true };
        }
    }

    /// <summary>A coordinate: the thread's number divided by what a step is, up to the extent.</summary>
    private void Threads(Coordinate which, Piece[] numbers, int step, int extent)
    {
        if (extent == 1)
        {
            _coordinates[which] = Value.Of(new Piece(IrType.U32, "0", true));
            return;
        }
        bool last = step * extent == _threads;
        var shape = _frame.Shapes.Of(new CoordinateOf(which));
        var pieces = numbers.Select((n, u) =>
        {
            if (step == 1 && _units * _width % extent == 0 && !shape.IsVarying)
            {
                // Groups of whole rows: each begins at 0.
                return Number(IrType.U32, u * _width % extent) with { Stride = shape.Stride };
            }
            // Vectors of one row are divided once.
            bool rows = step % _width == 0 && _units * _width % step == 0;
            var piece = shape.IsVarying ? Materialised(n) : (rows ? numbers[u - (u % (step / _width))] : n) with { Stride = 0 };
            if (step > 1)
            {
                piece = Quotient("udiv", piece, step);
            }
            if (!last)
            {
                piece = Quotient("urem", piece, extent);
            }
            return piece with { Stride = shape.Stride };
        }).ToArray();
        _coordinates[which] = pieces.Distinct().Count() == 1 ? Value.Of(pieces[0]) : new Value(IrType.U32, pieces);
    }

    private Piece Quotient(string word, Piece a, int by) =>
        a.Uniform && Folded(word == "udiv" ? BinaryOp.Div : BinaryOp.Rem, IrType.U32, a, Number(IrType.U32, by)) is { } folded ? folded
        : a with { Name = AssignOnce(Build.Invariant($"{word} {Type(a)} {a.Name}, {(a.Uniform ? $"{by}" : $"splat (i32 {by})")}")) };

    /// <summary>The lanes of a vector that are threads of the block: all, but in its last vector.</summary>
    private string Existing(Piece number)
    {
        if (_threads == _total * _width)
        {
            return On;
        }
        return Folded(BinaryOp.Lt, IrType.Bool, number, Number(IrType.U32, _threads)) is { } folded
            ? folded.Name == "true" ? On : folded.Name == "false" ? Off : folded.Name
            : Assign($"icmp ult {Vector("i32")} {Varying(number)}, {Splat("i32", Build.Invariant($"{_threads}"))}");
    }
}
