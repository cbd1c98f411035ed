using System.Buffers.Binary;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>What a texture unit does with coordinates, as CUDA's programming guide describes it under "Texture Fetching".</summary>
internal static class TextureSampling
{
    /// <summary>Fractions of a linear filter have eight bits.</summary>
    private const double Steps = 256;

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
        Span<int> lower = stackalloc int[3];
        Span<double> weight = stackalloc double[3];
        for (int i = 0; i < n; i++)
        {
            Split(x[i], out lower[i], out weight[i]);
        }
        result.Clear();
        // The corner nearest to the origin first, x fastest.
        for (int corner = 0; corner < 1 << n; corner++)
        {
            double w = 1;
            for (int i = 0; i < n; i++)
            {
                w *= (corner >> i & 1) == 1 ? weight[i] : 1 - weight[i];
            }
            if (w == 0)
            {
                continue;
            }
            int? offset = t.Offset(lower[0] + (corner & 1), lower[1] + (corner >> 1 & 1), n > 2 ? lower[2] + (corner >> 2) : layer);
            for (int c = 0; c < t.Texel.Channels; c++)
            {
                result[c] += w * read(offset, c);
            }
        }
    }

    /// <summary>One channel of the four texels a linear filter would weigh, counter-clockwise from the lower left.</summary>
    public static void Gather(Texture t, ReadOnlySpan<float> at, int channel, ChannelReader read, Span<double> result)
    {
        Split(t.Normalized ? at[0] * t.Width : at[0], out int x, out _);
        Split(t.Normalized ? at[1] * t.Height : at[1], out int y, out _);
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

    /// <summary>The lower of the two texels around a coordinate, and how far the coordinate is towards the other one.</summary>
    private static void Split(float x, out int lower, out double weight)
    {
        double b = (double)x - 0.5;
        lower = (int)Math.Clamp(Math.Floor(b), int.MinValue / 2, int.MaxValue / 2);
        weight = double.IsFinite(b) ? Math.Floor(((b - Math.Floor(b)) * Steps) + 0.5) / Steps : 0;
    }
}
