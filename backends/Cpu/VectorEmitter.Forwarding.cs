using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>What static shared arrays hold in straight code, element by element: where in which vector. The steps of a tree are then operations on registers, and an
/// array lies in the parts by which it is used; memory is brought up to date where control or an unknown address goes.</summary>
internal sealed partial class VectorEmitter
{
    // From so many vectors a read is put together; from more it goes through memory.
    private const int MaxSources = 8;

    private readonly SortedList<string, HeldArray> _held = new(StringComparer.Ordinal);

    // The kernel's variables by the addresses of its arrays (a function that stays a call has others); and what the block may read from the part on that is being written, where its parts are told apart.
    private readonly Dictionary<string, int> _variableAt = new(StringComparer.Ordinal);
    private LaterReads? _laterReads;

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

    private HeldArray Holding(string array, string word, long size)
    {
        if (_held.TryGetValue(array, out var held) && held.Word != word)
        {
            // The same bytes under another type.
            Settle(array);
            _held.Remove(array);
        }
        if (!_held.TryGetValue(array, out held))
        {
            _held[array] = held = new HeldArray(word, size);
        }
        return held;
    }

    /// <summary>What an array holds at an address, where that can be told.</summary>
    private Piece? Held(Piece address, long offset, IrType type, string word, string mask)
    {
        if (Places(address, offset, type, mask) is not { } places)
        {
            Settle(address.Origin?.Array);
            return null;
        }
        string array = address.Origin!.Value.Array;
        var held = Holding(array, word, type.Size);
        if (address.Stride == 0)
        {
            long place = places.Max();
            if (held.Of(place) is { } at && (at.Lane == 0 || held.IsDirty(place)))
            {
                return new Piece(type, Assign(Build.Invariant($"extractelement {Vector(word)} {at.Vector}, i64 {at.Lane}")), true);
            }
            // An element of a vector in a register is worth having if it need not be moved there.
            return null;
        }
        long vector = _width * type.Size;
        bool isRow = address.Stride == type.Size && Array.TrueForAll(places, p => p >= 0);
        if (!places.Any(p => p >= 0 && held.Of(p) is not null))
        {
            if (isRow && places[0] % vector == 0)
            {
                string name = Assign($"load {Vector(word)}, ptr {Pointer(array, places[0])}, align {type.Alignment}");
                held.Copy(name, places);
                return new Piece(type, name, false);
            }
            return null;
        }
        foreach (long start in places.Where(p => p >= 0 && held.Of(p) is null).Select(p => p / vector * vector).Distinct().ToArray())
        {
            string name = Assign($"load {Vector(word)}, ptr {Pointer(array, start)}, align {type.Alignment}");
            held.Copy(name, [.. Enumerable.Range(0, _width).Select(l => start + (l * type.Size)).Select(p => held.Of(p) is null ? p : -1)]);
        }
        if (held.Sources(places, MaxSources) is not { } sources)
        {
            Settle(array);
            return null;
        }
        string result = Composed(sources, word);
        held.Copy(result, places);
        return new Piece(type, result, false);
    }

    /// <summary>A vector of elements out of others, two at a time.</summary>
    private string Composed((string Vector, int Lane)?[] from, string word)
    {
        string[] vectors = [.. from.Where(f => f is not null).Select(f => f!.Value.Vector).Distinct()];
        // Lanes of no element take what costs nothing.
        if (vectors.Length == 1 && Enumerable.Range(0, _width).All(l => from[l] is null || from[l]!.Value.Lane == l))
        {
            return vectors[0];
        }
        string result = vectors[0];
        bool first = true;
        foreach (string next in vectors.Length == 1 ? ["poison"] : vectors[1..])
        {
            string indices = Lanes("i32", l => from[l] is not { } f ? l
                : f.Vector == next ? _width + f.Lane
                : first && f.Vector == vectors[0] ? f.Lane
                : l);
            result = Assign($"shufflevector {Vector(word)} {result}, {Vector(word)} {next}, <{_width} x i32> {indices}");
            first = false;
        }
        return result;
    }

    /// <summary>A store to an array, kept in the vector it came in; false where the place is not known, and the array then neither.</summary>
    private bool Hold(Piece address, long offset, Piece value, string word, string mask)
    {
        if (Places(address, offset, value.Type, mask) is not { } places)
        {
            Settle(address.Origin?.Array);
            Forget(address);
            return false;
        }
        // Of lanes that store to one place the last one's value stays.
        for (int l = 0; l < _width; l++)
        {
            if (places[l] >= 0 && Array.IndexOf(places, places[l], l + 1) > l)
            {
                places[l] = -1;
            }
        }
        Holding(address.Origin!.Value.Array, word, value.Type.Size).Put(Varying(value), places);
        return true;
    }

    /// <summary>Brings memory up to date with an array, or with all; what is held stays.</summary>
    private void Settle(string? array = null)
    {
        foreach (var (name, held) in _held.Where(h => array is null || h.Key == array).ToArray())
        {
            Settle(name, held);
        }
    }

    private void Settle(string array, HeldArray held)
    {
        long vector = _width * held.Size;
        foreach (long start in held.Dirty.Select(p => p / vector * vector).Distinct().Where(p => MayBeRead(array, p, vector)).ToArray())
        {
            long[] places = [.. Enumerable.Range(0, _width).Select(l => start + (l * held.Size))];
            if (Array.Exists(places, p => held.Of(p) is null))
            {
                string name = Assign($"load {Vector(held.Word)}, ptr {Pointer(array, start)}, align {held.Size}");
                held.Copy(name, [.. places.Select(p => held.Of(p) is null ? p : -1)]);
            }
            string whole = Composed(held.Sources(places, _width)!, held.Word);
            held.Copy(whole, places);
            Line($"store {Vector(held.Word)} {whole}, ptr {Pointer(array, start)}, align {held.Size}");
        }
        held.Clean();
    }

    private bool MayBeRead(string array, long start, long bytes) => _laterReads is null || !_variableAt.TryGetValue(array, out int variable) || _laterReads.MayRead(variable, start, bytes);

    /// <summary>A store to some place of an array, or of any.</summary>
    private void Forget(Piece address)
    {
        if (address.Origin is { } origin)
        {
            _held.Remove(origin.Array);
        }
        else
        {
            _held.Clear();
        }
    }

    /// <summary>Memory that anything may be at: what is held is brought there first.</summary>
    private void SettleFor(Place place)
    {
        if (Build.SpaceOf(place, _frame.Function, _module) == AddressSpace.Generic)
        {
            Settle();
        }
    }

    /// <summary>Whether a store through a place can change a shared array.</summary>
    private bool MayBeShared(Place place) => Build.SpaceOf(place, _frame.Function, _module) is AddressSpace.Shared or AddressSpace.Generic;
}
