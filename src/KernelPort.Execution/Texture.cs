using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>What a coordinate outside of a texture means.</summary>
public enum AddressMode { Wrap, Clamp, Mirror, Border }

/// <summary>What makes an allocation a texture or surface: its extents and how it is read. Texels lie in rows without gaps.</summary>
public sealed record Texture(TextureShape Shape, Texel Texel, int Width, int Height, int Depth)
{
    public bool IsSurface { get; init; }

    /// <summary>Weighs neighbouring texels.</summary>
    public bool Linear { get; init; }

    /// <summary>Coordinates run from 0 to 1.</summary>
    public bool Normalized { get; init; }

    /// <summary>Integers are read as fractions of their range.</summary>
    public bool NormalizedFloat { get; init; }

    public AddressMode X { get; init; } = AddressMode.Clamp;

    public AddressMode Y { get; init; } = AddressMode.Clamp;

    public AddressMode Z { get; init; } = AddressMode.Clamp;

    public int TexelSize => (int)new Ir.ScalarType(Texel.Kind).Size * Texel.Channels;

    /// <summary>What a read gives: floats where integers become fractions, and of halves.</summary>
    public Texel Read => NormalizedFloat || Texel.Kind == Scalar.F16 ? new Texel(Scalar.F32, Texel.Channels) : Texel;

    /// <summary>The first byte of a texel; null where the border is read instead.</summary>
    public int? Offset(int x, int y, int z)
    {
        int px = Place(x, Width, X), py = Place(y, Height, Y);
        // A layer or face is no coordinate: one that does not exist is the nearest that does.
        int pz = Shape == TextureShape.D3 ? Place(z, Depth, Z) : Math.Clamp(z, 0, Depth - 1);
        return px < 0 || py < 0 || pz < 0 ? null : (((pz * Height) + py) * Width + px) * TexelSize;
    }

    /// <summary>The texel a number means along one axis; negative for the border. Wrap and mirror are for normalised coordinates; others clamp.</summary>
    private int Place(int i, int n, AddressMode mode)
    {
        if (i >= 0 && i < n)
        {
            return i;
        }
        switch (Normalized || mode is AddressMode.Border ? mode : AddressMode.Clamp)
        {
            case AddressMode.Wrap:
                return (int)((((long)i % n) + n) % n);
            case AddressMode.Mirror:
                long period = 2L * n;
                long m = (((long)i % period) + period) % period;
                return (int)(m < n ? m : period - 1 - m);
            case AddressMode.Border:
                return -1;
            default:
                return i < 0 ? 0 : n - 1;
        }
    }
}
