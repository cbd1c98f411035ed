using System.Buffers.Binary;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>What a texture unit does with coordinates, as CUDA's programming guide describes it under "Texture Fetching".</summary>
internal static class TextureSampling
{
    /// <summary>Reads a channel's value at a byte of the texture; a null offset is the border.</summary>
    public delegate double ChannelReader(int? offset, int channel);

    /// <summary>The channels that a sample gives. Coordinates are those of the access; of a cube within a face.</summary>
    public static void Sample(Texture t, ReadOnlySpan<float> at, int layer, ChannelReader read, Span<double> result)
    {
        int n = at.Length;
        Span<float> x = stackalloc float[3];
        for (int i = 0; i < n; i++)
        {
            x[i] = t.Normalized ? at[i] * Extent(t, i) : at[i];
        }
        if (!t.Linear)
        {
            int? offset = t.Offset(Floor(x[0]), n > 1 ? Floor(x[1]) : 0, n > 2 ? Floor(x[2]) : layer);
            for (int c = 0; c < t.Texel.Channels; c++)
            {
                result[c] = read(offset, c);
            }
            return;
        }
        Span<long> steps = stackalloc long[3];
        for (int i = 0; i < n; i++)
        {
            steps[i] = Steps(x[i]);
        }
        result.Clear();
        // The corner nearest to the origin first, x fastest.
        for (int corner = 0; corner < 1 << n; corner++)
        {
            double w = 1;
            for (int i = 0; i < n; i++)
            {
                long above = steps[i] & 255;
                w *= ((corner >> i & 1) == 1 ? above : 256 - above) / 256.0;
            }
            if (w == 0)
            {
                continue;
            }
            int? offset = t.Offset((int)(steps[0] >> 8) + (corner & 1), (int)(steps[1] >> 8) + (corner >> 1 & 1), n > 2 ? (int)(steps[2] >> 8) + (corner >> 2) : layer);
            for (int c = 0; c < t.Texel.Channels; c++)
            {
                // Products and sums are floats, each rounded once.
                result[c] = (float)(result[c] + (float)(w * (float)read(offset, c)));
            }
        }
    }

    /// <summary>One channel of the four texels a linear filter would weigh, counter-clockwise from the lower left.</summary>
    public static void Gather(Texture t, ReadOnlySpan<float> at, int channel, ChannelReader read, Span<double> result)
    {
        int x = Below(t.Normalized ? at[0] * t.Width : at[0]), y = Below(t.Normalized ? at[1] * t.Height : at[1]);
        result[0] = read(t.Offset(x, y + 1, 0), channel);
        result[1] = read(t.Offset(x + 1, y + 1, 0), channel);
        result[2] = read(t.Offset(x + 1, y, 0), channel);
        result[3] = read(t.Offset(x, y, 0), channel);
    }

    /// <summary>The face of a cube that a direction meets, and where on it, from 0 to 1.</summary>
    public static int Face(float x, float y, float z, out float s, out float t)
    {
        float ax = MathF.Abs(x), ay = MathF.Abs(y), az = MathF.Abs(z), m;
        int face;
        if (ax >= ay && ax >= az)
        {
            (face, m, s, t) = x >= 0 ? (0, ax, -z, -y) : (1, ax, z, -y);
        }
        else if (ay >= az)
        {
            (face, m, s, t) = y >= 0 ? (2, ay, x, z) : (3, ay, x, -z);
        }
        else
        {
            (face, m, s, t) = z >= 0 ? (4, az, x, -y) : (5, az, -x, -y);
        }
        s = ((s / m) + 1) / 2;
        t = ((t / m) + 1) / 2;
        return face;
    }

    /// <summary>A stored channel as a number; integers as fractions where the texture says so.</summary>
    public static double Channel(Texture t, ReadOnlySpan<byte> from)
    {
        var (value, range) = t.Texel.Kind switch
        {
            Scalar.I8 => ((double)(sbyte)from[0], 127.0),
            Scalar.U8 => (from[0], 255.0),
            Scalar.I16 => (BinaryPrimitives.ReadInt16LittleEndian(from), 32767.0),
            Scalar.U16 => (BinaryPrimitives.ReadUInt16LittleEndian(from), 65535.0),
            Scalar.I32 => (BinaryPrimitives.ReadInt32LittleEndian(from), 0.0),
            Scalar.U32 => (BinaryPrimitives.ReadUInt32LittleEndian(from), 0.0),
            Scalar.F16 => ((double)BinaryPrimitives.ReadHalfLittleEndian(from), 0.0),
            _ => (BinaryPrimitives.ReadSingleLittleEndian(from), 0.0),
        };
        // The most negative number lies beyond -1 and is -1.
        return t.NormalizedFloat && range > 0 ? Math.Max(value / range, -1) : value;
    }

    /// <summary>A channel's value in the type that is read.</summary>
    public static void Write(Span<byte> to, Scalar kind, double value)
    {
        switch (kind)
        {
            case Scalar.F32:
                BinaryPrimitives.WriteSingleLittleEndian(to, (float)value);
                break;
            case Scalar.I8 or Scalar.U8:
                to[0] = unchecked((byte)(long)value);
                break;
            case Scalar.I16 or Scalar.U16:
                BinaryPrimitives.WriteUInt16LittleEndian(to, unchecked((ushort)(long)value));
                break;
            default:
                BinaryPrimitives.WriteUInt32LittleEndian(to, unchecked((uint)(long)value));
                break;
        }
    }

    private static int Extent(Texture t, int axis) => axis switch { 0 => t.Width, 1 => t.Height, _ => t.Depth };

    private static int Floor(float x) => (int)Math.Clamp(Math.Floor((double)x), int.MinValue / 2, int.MaxValue / 2);

    /// <summary>The texel whose middle is at or below a coordinate.</summary>
    private static int Below(float x) => Floor(x) is var i && (double)x - i >= 0.5 ? i : i - 1;

    /// <summary>Where a coordinate is among the middles of texels, in steps of 1/256, halves up: the texel below, and in the lowest eight bits the weight of the one above, as
    /// fractions of a linear filter have eight bits.</summary>
    private static long Steps(float x) => Math.Abs(x) < 1 << 30 ? (long)Math.Floor((((double)x - 0.5) * 256) + 0.5) : Floor(x) * 256L;
}
