using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Launches;

/// <summary>What a texture's coordinate outside of it means, by CUDA's numbers.</summary>
public enum TextureAddress { Wrap, Clamp, Mirror, Border }

/// <summary>How a launch header's texture or surface lies over a buffer: `texture&lt;float4&gt;[64, 48] linear wrap normalized`.</summary>
public sealed partial record TextureSpec(bool IsSurface, EquatableArray<int> Sizes)
{
    /// <summary>The last size counts layers.</summary>
    public bool Layered { get; init; }

    /// <summary>Six faces, each as wide as high.</summary>
    public bool Cube { get; init; }

    public bool Linear { get; init; }

    /// <summary>Coordinates run from 0 to 1.</summary>
    public bool Normalized { get; init; }

    /// <summary>Integers are read as fractions of their range.</summary>
    public bool NormalizedFloat { get; init; }

    /// <summary>Of x, y and z.</summary>
    public EquatableArray<TextureAddress> Address { get; init; } = [TextureAddress.Clamp, TextureAddress.Clamp, TextureAddress.Clamp];

    private int Axes => Sizes.Count - (Layered ? 1 : 0);

    /// <summary>The layout in a word: `2d`, `1d_layered`, `cube`.</summary>
    public string Shape => (Cube ? "cube" : FormattableString.Invariant($"{Axes}d")) + (Layered ? "_layered" : "");

    public int Width => Sizes[0];

    public int Height => Axes > 1 ? Sizes[1] : 1;

    /// <summary>Planes, layers or faces.</summary>
    public int Depth => (Cube ? 6 : Axes > 2 ? Sizes[2] : 1) * (Layered ? Sizes[^1] : 1);

    public int Texels => Width * Height * Depth;

    /// <summary>Whether a value begins a texture or surface, its parts: the type, the sizes, the words and the filling.</summary>
    internal static Match Match(string value) => Written().Match(value);

    internal static TextureSpec Read(Match written, ElementType element)
    {
        var sizes = written.Groups["sizes"].Value.Split(',', StringSplitOptions.TrimEntries).Select(Size).ToEquatable();
        var spec = new TextureSpec(written.Groups["kind"].Value == "surface", sizes);
        var address = new List<TextureAddress>();
        foreach (string word in written.Groups["words"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "layered":
                    spec = spec with { Layered = true };
                    break;
                case "cube" when !spec.IsSurface:
                    spec = spec with { Cube = true };
                    break;
                case "linear" when !spec.IsSurface:
                    spec = spec with { Linear = true };
                    break;
                case "point" when !spec.IsSurface:
                    break;
                case "normalized" when !spec.IsSurface:
                    spec = spec with { Normalized = true };
                    break;
                case "normalizedfloat" when !spec.IsSurface:
                    spec = spec with { NormalizedFloat = true };
                    break;
                case "wrap" or "clamp" or "mirror" or "border" when !spec.IsSurface:
                    address.Add(Enum.Parse<TextureAddress>(word, ignoreCase: true));
                    break;
                default:
                    throw new FormatException($"'{word}' is no word of a {written.Groups["kind"].Value}");
            }
        }
        if (address.Count > 0)
        {
            // One word for all axes, or one an axis.
            spec = spec with { Address = [.. Enumerable.Range(0, 3).Select(i => address[Math.Min(i, address.Count - 1)])] };
        }
        spec.Check(element);
        return spec;
    }

    private void Check(ElementType element)
    {
        var scalar = element.Scalars.Count > 0 ? element.Scalars[0].Type : ScalarType.F64;
        bool floats = scalar is ScalarType.F32 or ScalarType.F16;
        bool small = scalar is ScalarType.I8 or ScalarType.U8 or ScalarType.I16 or ScalarType.U16;
        string? fault = element.Scalars.Count is not (1 or 2 or 4) || !(floats || small || scalar is ScalarType.I32 or ScalarType.U32) ? $"'{element.Name}' is no texel: one, two or four integers, floats or halves"
            : Axes is < 1 or > 3 || (Layered && Axes > 2) ? "a texture has one, two or three sizes, and one or two before its layers"
            : Cube && (Axes != 2 || Sizes[0] != Sizes[1]) ? "the faces of a cube are squares: two equal sizes"
            : NormalizedFloat && !small ? "only integers of 8 and 16 bits are read as fractions"
            : Linear && !floats && !NormalizedFloat ? "a linear filter needs floats, or integers read as fractions (normalizedfloat)"
            : null;
        if (fault is not null)
        {
            throw new FormatException(fault);
        }
    }

    private static int Size(string text) =>
        Scalars.TryParseInteger(text, out var value) && value > 0 && value <= 1 << 20 ? (int)value : throw new FormatException($"'{text}' is no size of a texture");

    [GeneratedRegex(@"^(?<kind>texture|surface)\s*<(?<type>[\w ]+)>\s*\[(?<sizes>[^\]]+)\](?<words>[^=]*)(?:=\s*(?<fill>.*))?$")]
    private static partial Regex Written();
}
