using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Stores whose lanes lie far apart, and whose vectors lie side by side: four vectors become as many fours as there are lanes. Whether they do lie so is asked
/// when the program runs, where the compiler cannot tell.</summary>
internal sealed partial class VectorEmitter
{
    private const int Four = 4;

    /// <summary>False where a store is of another kind.</summary>
    private bool TryTranspose(Value address, long offset, Value value, bool shared, int aligned)
    {
        if (_units % Four != 0 || value.Type.Size != 4 || value.Type == IrType.Bool || !IsAll(_mask))
        {
            return false;
        }
        var to = Enumerable.Range(0, _units).Select(u => At(address, u)).ToArray();
        if (!Array.TrueForAll(to, a => a is { Uniform: true, Origin: null } && !IsConstant(a.Name) && Math.Abs(a.Stride) > Four * 4))
        {
            return false;
        }
        if (shared)
        {
            Settle();
            _held.Clear();
        }
        string word = Word(value.Type);
        string[] values = [.. Enumerable.Range(0, _units).Select(u => Varying(At(value, u)))];
        string side = "true";
        for (int u = 0; u < _units; u++)
        {
            if (u % Four != 0)
            {
                string near = Assign(Build.Invariant($"icmp eq i64 {Assign($"sub i64 {to[u].Name}, {to[u / Four * Four].Name}")}, {u % Four * 4}"));
                side = side == "true" ? near : Assign($"and i1 {side}, {near}");
            }
        }
        int alignment = Alignment(value.Type, offset, aligned);
        var (fours, apart, join) = (Label(), Label(), Label());
        Branch(side, fours, apart);
        Begin(fours);
        for (int u = 0; u < _units; u += Four)
        {
            StoreFours(to[u], offset, values[u..(u + Four)], word, alignment);
        }
        Go(join);
        Begin(apart);
        for (int u = 0; u < _units; u++)
        {
            StorePiece(to[u], offset, At(value, u), On, alignment);
        }
        Go(join);
        Begin(join);
        return true;
    }

    /// <summary>Each lane's elements of four vectors, where its element of the first one goes: transposed within 128 bits, where processors shuffle fastest.</summary>
    private void StoreFours(Piece to, long offset, string[] v, string word, int alignment)
    {
        string Shuffled(string a, string b, Func<int, int> from) => Assign($"shufflevector {Vector(word)} {a}, {Vector(word)} {b}, <{_width} x i32> {Lanes("i32", l => from(l))}");
        string Turns(string a, string b, int half) => Shuffled(a, b, l => (l / 4 * 4) + (l % 4 / 2) + (half * 2) + (l % 2 * _width));
        string Pairs(string a, string b, int half) => Shuffled(a, b, l => (l / 4 * 4) + (l % 2) + (half * 2) + (l % 4 / 2 * _width));
        for (int half = 0; half < 2; half++)
        {
            var (low, high) = (Turns(v[0], v[1], half), Turns(v[2], v[3], half));
            for (int j = 0; j < 2; j++)
            {
                string all = Pairs(low, high, j);
                for (int l = (half * 2) + j; l < _width; l += Four)
                {
                    string four = Assign(Build.Invariant($"shufflevector {Vector(word)} {all}, {Vector(word)} poison, <4 x i32> <i32 {l / 4 * 4}, i32 {(l / 4 * 4) + 1}, i32 {(l / 4 * 4) + 2}, i32 {(l / 4 * 4) + 3}>"));
                    Line($"store <4 x {word}> {four}, ptr {Pointer(to.Name, offset + (l * to.Stride))}, align {alignment}");
                }
            }
        }
    }
}
