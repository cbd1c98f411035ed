using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Structs of equal fields side by side, as float4 has them: whole vectors are read and written, and their elements dealt out and in.</summary>
internal sealed partial class VectorEmitter
{
    private bool IsInterleaved(Value address, StructType s) => IsAll(_mask) && s.Fields.Count is (2 or 4)
        && s.Fields.All(f => f.Type is ScalarType && f.Type != IrType.Bool && f.Type == s.Fields[0].Type && f.Type.Size * s.Fields.Count == s.Size)
        && Array.TrueForAll(address.Pieces, p => p.Uniform && p.Stride == s.Size);

    private Value? Interleaved(Value address, long offset, StructType s)
    {
        if (!IsInterleaved(address, s))
        {
            return null;
        }
        int count = s.Fields.Count;
        string word = Word(s.Fields[0].Type);
        var fields = Enumerable.Range(0, count).Select(_ => new Piece[IsSpread(address) ? _units : 1]).ToArray();
        string wide = Build.Invariant($"<{_width * count} x {word}>");
        for (int u = 0; u < fields[0].Length; u++)
        {
            string all = Assign($"load {wide}, ptr {Pointer(At(address, u).Name, offset)}, align {s.Fields[0].Type.Alignment}");
            for (int f = 0; f < count; f++)
            {
                string name = Assign($"shufflevector {wide} {all}, {wide} poison, <{_width} x i32> {Lanes("i32", l => (l * count) + f)}");
                fields[f][u] = new Piece(s.Fields[f].Type, name, false);
            }
        }
        return Value.Struct(s, [.. fields.Select((f, i) => new Value(s.Fields[i].Type, f))]);
    }

    /// <summary>False where a store is none of such structs.</summary>
    private bool TryStoreInterleaved(Place place, Value address, Value value, int aligned)
    {
        if (value.Type is not StructType s || MayBeShared(place) || !IsInterleaved(address, s))
        {
            return false;
        }
        var type = s.Fields[0].Type;
        var (to, whole) = (new List<(string, long)>(), new List<string>());
        for (int u = 0; u < _units; u++)
        {
            string[] fields = [.. value.Parts!.Select(p => Varying(At(p, u)))];
            for (int i = 0; i < fields.Length; i++)
            {
                to.Add((At(address, u).Name, i * _width * type.Size));
                whole.Add(Interleave(fields, i, Word(type)));
            }
        }
        StoreRows(to, whole, type, Alignment(type, 0, aligned), _writtenOnly?.Has(place) ?? false);
        return true;
    }
}
