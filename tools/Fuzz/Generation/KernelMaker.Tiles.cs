namespace KernelPort.Fuzz.Generation;

/// <summary>Tiles of the input in shared memory, turn by turn, as products of matrices have them.</summary>
public sealed partial class KernelMaker
{
    private Piece Tile()
    {
        string tile = Fresh("t"), turn = Fresh("k");
        var to = _terms.AnyPlace(p => p.Writable && p.Type == Scalar.U32)!;
        var extents = _block.Trim('(', ')').Split(',').Select(int.Parse).Select((extent, i) => (Extent: extent, Of: $"threadIdx.{"xyz"[i]}")).Reverse().ToList();
        string Element(Func<(int Extent, string Of), string> index) => tile + string.Concat(extents.Select(e => $"[{index(e)}]"));
        string Read() => Element(e => _chance.Below(6) switch
        {
            0 => $"{_chance.Below(e.Extent)}",
            1 => $"n & {e.Extent - 1}",
            2 => $"({turn} + {_chance.Below(e.Extent)}) & {e.Extent - 1}",
            3 => $"({e.Of} + {_chance.Below(e.Extent)}) & {e.Extent - 1}",
            _ => e.Of,
        });
        string all = $"{turn} * {_threads} + tid";
        var copy = Piece.Line($"{Element(e => e.Of)} = {_chance.Of([$"ints[{all}]", $"ints[{all}]", $"ints[{all}] + 1", $"ints[tid] ^ {turn}"])};");
        // A row more than is used, as where banks matter.
        string size = string.Concat(extents.Select((e, i) => $"[{e.Extent + (i == extents.Count - 1 && _chance.OneIn(3) ? 1 : 0)}]"));
        return Piece.Block($"for (int {turn} = 0; {turn} < {_chance.Of([$"{_blocks}", "(int)gridDim.x"])}; ++{turn}) {{", [
            Piece.Line($"__shared__ int {tile}{size};"),
            copy,
            Piece.Line("__syncthreads();"),
            .. Enumerable.Range(0, _chance.Between(1, 3)).Select(_ => Piece.Line($"{to.Text} = {to.Text} * {_chance.Between(2, 9)}u + ((unsigned int){Read()} {_chance.Of(["+", "*", "^"])} (unsigned int){Read()});")),
            Piece.Line("__syncthreads();"),
        ]);
    }
}
