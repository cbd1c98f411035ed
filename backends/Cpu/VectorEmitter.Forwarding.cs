using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>What static shared arrays hold in straight code, vector by vector: the steps of a tree are then shuffles of registers. Memory always holds the same.</summary>
internal sealed partial class VectorEmitter
{
    private readonly Dictionary<(string Array, long Offset), (string Word, string Name)> _held = [];

    /// <summary>The lanes of a mask that is constant; null of another.</summary>
    private bool[]? KnownLanes(string mask) => mask switch
    {
        On => [.. Enumerable.Repeat(true, _width)],
        Off => new bool[_width],
        ['<', ..] => [.. mask[1..^1].Split(", ").Select(w => w == "i1 true")],
        _ => null,
    };

    /// <summary>Where in an array the active lanes' elements lie; null where that is not known. Inactive lanes are at -1.</summary>
    private long[]? Places(Piece address, long offset, IrType type, string mask)
    {
        if (address is not { Uniform: true, Origin: { } origin } || type == IrType.Bool || (origin.Offset + offset) % type.Size != 0 || address.Stride % type.Size != 0 || KnownLanes(mask) is not { } lanes)
        {
            return null;
        }
        long[] places = [.. lanes.Select((on, l) => on ? origin.Offset + offset + (l * address.Stride) : -1)];
        return Array.Exists(lanes, on => on) && Enumerable.Range(0, _width).All(l => !lanes[l] || places[l] >= 0) ? places : null;
    }

    /// <summary>A vector of an array, read from memory where it is not known yet.</summary>
    private string Held(string array, long start, string word, int alignment)
    {
        if (_held.TryGetValue((array, start), out var held) && held.Word == word)
        {
            return held.Name;
        }
        string name = Assign($"load {Vector(word)}, ptr {Pointer(array, start)}, align {alignment}");
        _held[(array, start)] = (word, name);
        return name;
    }

    /// <summary>What an array holds at an address, where that can be told.</summary>
    private Piece? Held(Piece address, long offset, IrType type, string word, string mask)
    {
        if (Places(address, offset, type, mask) is not { } places)
        {
            return null;
        }
        string array = address.Origin!.Value.Array;
        long vector = _width * type.Size;
        if (address.Stride == 0)
        {
            // An element of a vector in a register is worth having if it need not be moved there.
            return places.Max() is var at && at % vector == 0 && _held.TryGetValue((array, at), out var first) && first.Word == word
                ? new Piece(type, Assign($"extractelement {Vector(word)} {first.Name}, i64 0"), true)
                : null;
        }
        long[] starts = [.. places.Where(p => p >= 0).Select(p => p / vector * vector).Distinct()];
        if (starts.Length == 1 && address.Stride == type.Size && Array.TrueForAll(places, p => p >= 0))
        {
            return new Piece(type, Held(array, starts[0], word, type.Alignment), false);
        }
        if (!Array.Exists(starts, s => _held.ContainsKey((array, s))))
        {
            return null;
        }
        // Inactive lanes take any element.
        string result = Held(array, starts[0], word, type.Alignment);
        string indices = Lanes("i32", l => places[l] >= 0 && places[l] / vector * vector == starts[0] ? places[l] % vector / type.Size : 0);
        if (starts.Length == 1)
        {
            return new Piece(type, Assign($"shufflevector {Vector(word)} {result}, {Vector(word)} poison, <{_width} x i32> {indices}"), false);
        }
        for (int i = 1; i < starts.Length; i++)
        {
            string next = Held(array, starts[i], word, type.Alignment);
            bool begins = i == 1;
            indices = Lanes("i32", l => places[l] < 0 ? 0
                : places[l] / vector * vector == starts[i] ? _width + (places[l] % vector / type.Size)
                : begins && places[l] / vector * vector == starts[0] ? places[l] % vector / type.Size
                : begins ? 0 : l);
            result = Assign($"shufflevector {Vector(word)} {result}, {Vector(word)} {next}, <{_width} x i32> {indices}");
        }
        return new Piece(type, result, false);
    }

    /// <summary>Stores to an array by whole vectors; false where the place is not known, and the array then neither.</summary>
    private bool Hold(Piece address, long offset, Piece value, string word, string mask)
    {
        if (Places(address, offset, value.Type, mask) is not { } places)
        {
            Forget(address);
            return false;
        }
        string array = address.Origin!.Value.Array;
        long vector = _width * value.Type.Size;
        string name = Varying(value);
        if (mask == On && address.Stride == value.Type.Size && places[0] % vector != 0)
        {
            // Across two vectors memory does it better.
            _held.Remove((array, places[0] / vector * vector));
            _held.Remove((array, places[^1] / vector * vector));
            return false;
        }
        foreach (long start in places.Where(p => p >= 0).Select(p => p / vector * vector).Distinct().ToArray())
        {
            // Of lanes that store to one place the last one's value stays.
            int[] from = [.. Enumerable.Repeat(-1, _width)];
            for (int l = 0; l < _width; l++)
            {
                if (places[l] >= 0 && places[l] / vector * vector == start)
                {
                    from[places[l] % vector / value.Type.Size] = l;
                }
            }
            string whole = name;
            if (!Enumerable.Range(0, _width).All(l => from[l] == l))
            {
                string old = Held(array, start, word, value.Type.Alignment);
                whole = Assign($"shufflevector {Vector(word)} {old}, {Vector(word)} {name}, <{_width} x i32> {Lanes("i32", l => from[l] < 0 ? l : _width + from[l])}");
            }
            _held[(array, start)] = (word, whole);
            Line($"store {Vector(word)} {whole}, ptr {Pointer(array, start)}, align {value.Type.Alignment}");
        }
        // The same bytes under another type are not known any more.
        foreach (var key in _held.Where(h => h.Key.Array == array && h.Value.Word != word).Select(h => h.Key).ToArray())
        {
            _held.Remove(key);
        }
        return true;
    }

    /// <summary>A store to some place of an array, or of any.</summary>
    private void Forget(Piece address)
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
