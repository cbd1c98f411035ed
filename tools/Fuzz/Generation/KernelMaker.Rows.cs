namespace KernelPort.Fuzz.Generation;

/// <summary>What is one for each row of threads, and not for the block.</summary>
public sealed partial class KernelMaker
{
    /// <summary>A statement that is one for each row of threads, and leaves a level that is: rows of one group of vectors may part there.</summary>
    private Piece OfRows(int depth)
    {
        string condition = $"row {_chance.Of(["<", ">=", "=="])} {_chance.Of(["1", "2", "n", "(int)(blockIdx.x + 1)"])}";
        string next = $"level = level * {_chance.Between(2, 9)}u + {_chance.Of(["row", "n", "7", "blockIdx.x"])};";
        if (depth <= 0)
        {
            return Piece.Line(next);
        }
        IEnumerable<Piece> Inner() => Enumerable.Range(0, _chance.Between(1, 2)).Select(_ => OfRows(depth - 1));
        string counter = Fresh("k");
        return _chance.Below(5) switch
        {
            0 => Piece.Block($"if ({condition}) {{", Inner()),
            1 => Piece.Block($"if ({condition}) {{", [.. Inner(), new Piece("} else {", [], [], ""), .. Inner()]),
            2 => Piece.Block($"if ({_chance.Of(["n > 2", "blockIdx.x & 1"])}) {{", [.. Inner(), new Piece("} else {", [], [], ""), .. Inner()]),
            3 => Piece.Block($"for (int {counter} = 0; {counter} < row % {_chance.Between(2, 5)}; ++{counter}) {{", [.. Inner(), Piece.Line($"if (level % 5 == {_chance.Below(5)}) {_chance.Of(["break", "continue"])};"), .. Inner()]),
            _ => Piece.Line(next),
        };
    }
}
