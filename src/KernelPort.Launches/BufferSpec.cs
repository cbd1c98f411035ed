using KernelPort.Core;

namespace KernelPort.Launches;

/// <summary>How a buffer is filled before a launch.</summary>
public abstract record BufferFill
{
    private BufferFill()
    {
    }

    public sealed record Zero : BufferFill;

    /// <summary>Nobody wrote it: reading it is a finding.</summary>
    public sealed record Poison : BufferFill;

    /// <summary>Flattened scalars as written; one value stands for all.</summary>
    public sealed record Values(EquatableArray<string> Items) : BufferFill;

    /// <summary>The bytes themselves, as a program has them.</summary>
    public sealed record Bytes(byte[] Data) : BufferFill;

    public sealed record Sequence(double Start, double Step) : BufferFill;

    public sealed record Random(ulong Seed, double Low, double High) : BufferFill;
}

/// <summary>A buffer of a launch header: what it holds, how much of it and what it starts as.</summary>
public sealed record BufferSpec(ElementType Element, int Count, BufferFill Fill)
{
    /// <summary>The byte unwritten memory is filled with where an engine cannot mark it.</summary>
    public const byte PoisonByte = 0xFB;

    public long Bytes => (long)Element.Size * Count;

    public bool IsPoison => Fill is BufferFill.Poison;

    public byte[] CreateBytes()
    {
        byte[] bytes = new byte[Bytes];
        if (IsPoison)
        {
            Array.Fill(bytes, PoisonByte);
            return bytes;
        }
        if (Fill is BufferFill.Bytes given)
        {
            given.Data.CopyTo(bytes, 0);
            return bytes;
        }
        if (Fill is BufferFill.Zero || Count == 0)
        {
            return bytes;
        }
        if (Fill is BufferFill.Values { Items.Count: 1 } one)
        {
            // Read once: a number's text costs more than all the rest.
            foreach (var scalar in Element.Scalars)
            {
                scalar.Type.TryWrite(bytes.AsSpan(scalar.Offset, scalar.Type.Size()), one.Items[0]);
            }
            for (int element = 1; element < Count; element++)
            {
                bytes.AsSpan(0, Element.Size).CopyTo(bytes.AsSpan(element * Element.Size));
            }
            return bytes;
        }
        var random = Fill is BufferFill.Random r ? new SplitMix64(r.Seed) : null;
        long index = 0;
        for (int element = 0; element < Count; element++)
        {
            foreach (var scalar in Element.Scalars)
            {
                var to = bytes.AsSpan(element * Element.Size + scalar.Offset, scalar.Type.Size());
                switch (Fill)
                {
                    case BufferFill.Values values:
                        scalar.Type.TryWrite(to, values.Items[(int)index]);
                        break;
                    case BufferFill.Sequence sequence:
                        scalar.Type.Write(to, sequence.Start + (sequence.Step * index));
                        break;
                    case BufferFill.Random range:
                        scalar.Type.Write(to, range.Low + ((range.High - range.Low) * random!.NextUnit()));
                        break;
                }
                index++;
            }
        }
        return bytes;
    }
}

/// <summary>SplitMix64, the generator of `rand` in launch headers.</summary>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>The top 53 bits as a number in [0, 1).</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / 9007199254740992.0);
}
