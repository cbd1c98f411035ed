using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>What static shared arrays hold in straight code, vector by vector: the steps of a tree are then shuffles of registers. Memory holds the same, so
/// whatever is not known here is read from there.</summary>
internal sealed partial class VectorEmitter
{
    // More vectors than this are put together in memory.
    private const int MaxSources = 2;

    private readonly Dictionary<(string Array, long Offset), (string Word, string Name)> _held = [];

    private static long[] Steps(Piece address, int width) => [.. Enumerable.Range(0, width).Select(l => address.Origin!.Value.Offset + (l * address.Stride))];

    /// <summary>The lanes of a mask that is constant; null of another.</summary>
    private bool[]? KnownLanes(string mask) => mask switch
    {
        On => [.. Enumerable.Repeat(true, _width)],
        Off => new bool[_width],
        ['<', ..] => [.. mask[1..^1].Split(", ").Select(w => w == "i1 true")],
        _ => null,
    };

    private bool IsPlaced(Piece address, IrType type) => address is { Uniform: true, Origin: not null } && type != IrType.Bool && address.Origin.Value.Offset % type.Size == 0 && address.Stride % type.Size == 0;

    /// <summary>What an array holds at an address, where that is known.</summary>
    private Piece? Held(Piece address, long offset, IrType type, string word, string mask)
    {
        if (address.Origin is not { } origin || !IsPlaced(Add(address, offset), type) || KnownLanes(mask) is not { } lanes)
        {
            return null;
        }
        long vector = _width * type.Size;
        long[] at = Steps(Add(address, offset), _width);
        if (address.Stride == 0)
        {
            return _held.TryGetValue((origin.Array, at[0] / vector * vector), out var whole) && whole.Word == word
                ? new Piece(type, Assign(Build.Invariant($"extractelement {Vector(word)} {whole.Name}, i64 {at[0] % vector / type.Size}")), true)
                : null;
        }
        var starts = at.Where((_, l) => lanes[l]).Select(a => a / vector * vector).Distinct().ToArray();
        if (starts.Length is 0 or > MaxSources || starts.Any(s => s < 0 || !_held.TryGetValue((origin.Array, s), out var held) || held.Word != word))
        {
            return null;
        }
        string first = _held[(origin.Array, starts[0])].Name;
        string last = _held[(origin.Array, starts[^1])].Name;
        string indices = Lanes("i32", l => !lanes[l] ? 0 : (at[l] % vector / type.Size) + (at[l] / vector * vector == starts[0] ? 0 : _width));
        return new Piece(type, Assign($"shufflevector {Vector(word)} {first}, {Vector(word)} {last}, <{_width} x i32> {indices}"), false);
    }

    private static Piece Add(Piece address, long offset) => offset == 0 || address.Origin is not { } o ? address : address with { Origin = (o.Array, o.Offset + offset) };

    /// <summary>Notes what a store to shared memory leaves there.</summary>
    private void Hold(Piece address, long offset, Piece value, string word, string mask)
    {
        address = Add(address, offset);
        if (address.Origin is not { } origin || !IsPlaced(address, value.Type) || KnownLanes(mask) is not { } lanes)
        {
            ForgetArray(address);
            return;
        }
        long vector = _width * value.Type.Size;
        long[] at = Steps(address, _width);
        string name = Varying(value);
        foreach (var start in at.Where((_, l) => lanes[l]).Select(a => a / vector * vector).Distinct().ToArray())
        {
            // Of lanes that store to one place the last one's value stays.
            var from = new int[_width];
            Array.Fill(from, -1);
            for (int l = 0; l < _width; l++)
            {
                if (lanes[l] && at[l] / vector * vector == start)
                {
                    from[at[l] % vector / value.Type.Size] = l;
                }
            }
            if (Enumerable.Range(0, _width).All(l => from[l] == l))
            {
                _held[(origin.Array, start)] = (word, name);
            }
            else if (_held.TryGetValue((origin.Array, start), out var old) && old.Word == word)
            {
                string indices = Lanes("i32", l => from[l] < 0 ? l : _width + from[l]);
                _held[(origin.Array, start)] = (word, Assign($"shufflevector {Vector(word)} {old.Name}, {Vector(word)} {name}, <{_width} x i32> {indices}"));
            }
            else
            {
                _held.Remove((origin.Array, start));
            }
        }
    }

    private void ForgetArray(Piece address)
    {
        if (address.Origin is not { } origin)
        {
            _held.Clear();
            return;
        }
        foreach (var key in _held.Keys.Where(k => k.Array == origin.Array).ToArray())
        {
            _held.Remove(key);
        }
    }

    /// <summary>Whether a store through a place can change a shared array.</summary>
    private bool MayBeShared(Place place) => Build.SpaceOf(place, _frame.Function, _module) is AddressSpace.Shared or AddressSpace.Generic;
}
