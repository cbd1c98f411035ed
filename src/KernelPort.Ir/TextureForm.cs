namespace KernelPort.Ir;

/// <summary>How the texels of a texture or surface are laid out.</summary>
public enum TextureShape { D1, D2, D3, D1Layered, D2Layered, Cube, CubeLayered }

/// <summary>What a texture access does besides sampling; for a surface what happens outside of it.</summary>
public enum TextureMode { Sample, Fetch, Lod, Grad, Gather, Trap, Clamp, Zero }

/// <summary>Which access a texture or surface operation is; in a <see cref="Call"/> it stands as the format: `2d`, `2d_layered lod`, `1d fetch`, `3d trap`.</summary>
public sealed record TextureForm(TextureShape Shape, TextureMode Mode = TextureMode.Sample)
{
    private static readonly (TextureShape Shape, string Word)[] Shapes =
    [
        (TextureShape.D1, "1d"), (TextureShape.D2, "2d"), (TextureShape.D3, "3d"), (TextureShape.D1Layered, "1d_layered"), (TextureShape.D2Layered, "2d_layered"),
        (TextureShape.Cube, "cube"), (TextureShape.CubeLayered, "cube_layered"),
    ];

    public static string WordOf(TextureShape shape) => Shapes.First(s => s.Shape == shape).Word;

    public static TextureShape? ShapeOf(string word) => Shapes.Where(s => s.Word == word).Select(s => (TextureShape?)s.Shape).FirstOrDefault();

    public bool IsLayered => Shape is TextureShape.D1Layered or TextureShape.D2Layered or TextureShape.CubeLayered;

    /// <summary>Coordinates without the layer; a cube's are a direction.</summary>
    public int Coordinates => Shape switch
    {
        TextureShape.D1 or TextureShape.D1Layered => 1,
        TextureShape.D2 or TextureShape.D2Layered => 2,
        _ => 3,
    };

    /// <summary>Whether the coordinates are whole numbers: texels of a fetch, bytes and rows of a surface.</summary>
    public bool CountsTexels => Mode is TextureMode.Fetch || IsSurface;

    public bool IsSurface => Mode is TextureMode.Trap or TextureMode.Clamp or TextureMode.Zero;

    /// <summary>How many values of a gradient's two stand behind the coordinates, and how wide each is.</summary>
    public int GradientWidth => Coordinates == 3 ? 4 : Coordinates;

    public override string ToString() => WordOf(Shape) + (Mode == TextureMode.Sample ? "" : " " + Mode.ToString().ToLowerInvariant());

    public static TextureForm? Parse(string text)
    {
        string[] words = text.Split(' ');
        if (ShapeOf(words[0]) is not { } shape || words.Length > 2)
        {
            return null;
        }
        var mode = TextureMode.Sample;
        if (words.Length == 2 && (!Enum.TryParse(words[1], ignoreCase: true, out mode) || mode == TextureMode.Sample))
        {
            return null;
        }
        var form = new TextureForm(shape, mode);
        return form.Exists && form.ToString() == text ? form : null;
    }

    /// <summary>Whether CUDA has such an access: a fetch is of one dimension, a gather of two, surfaces have no cubes here.</summary>
    public bool Exists => Mode switch
    {
        TextureMode.Fetch => Shape == TextureShape.D1,
        TextureMode.Gather => Shape == TextureShape.D2,
        TextureMode.Trap or TextureMode.Clamp or TextureMode.Zero => Shape is not (TextureShape.Cube or TextureShape.CubeLayered),
        _ => true,
    };

    /// <summary>Whether operands and result are those of the operation: the object, coordinates, a layer, what the mode asks for, and the value of a write.</summary>
    public bool Fits(Intrinsic operation, IReadOnlyList<IrType> operands, IrType? result)
    {
        if (!Exists || IsSurface == (operation == Intrinsics.TextureRead))
        {
            return false;
        }
        bool writes = operation == Intrinsics.SurfaceWrite;
        var coordinate = CountsTexels ? IrType.I32 : IrType.F32;
        var wanted = new List<Func<IrType, bool>> { t => t == IrType.U64 };
        wanted.AddRange(Enumerable.Repeat<Func<IrType, bool>>(t => t == coordinate, Coordinates));
        if (IsLayered)
        {
            wanted.Add(t => t == IrType.I32);
        }
        switch (Mode)
        {
            case TextureMode.Lod:
                wanted.Add(t => t == IrType.F32);
                break;
            case TextureMode.Gather:
                wanted.Add(t => t == IrType.I32);
                break;
            case TextureMode.Grad:
                wanted.AddRange(Enumerable.Repeat<Func<IrType, bool>>(t => Texel.Of(t) is { Kind: Scalar.F32 } texel && texel.Channels == GradientWidth, 2));
                break;
        }
        if (writes)
        {
            wanted.Add(t => Texel.Of(t) is not null);
        }
        return operands.Count == wanted.Count && operands.Zip(wanted).All(p => p.Second(p.First))
            && (writes ? result is null : result is not null && Texel.Of(result) is { } texel && (Mode != TextureMode.Gather || texel.Channels == 4));
    }
}

/// <summary>What one access of a texture or surface moves: one, two or four numbers of a kind.</summary>
public readonly record struct Texel(Scalar Kind, int Channels)
{
    /// <summary>The texel a type stands for; null where no texture holds such a type.</summary>
    public static Texel? Of(IrType type) => type switch
    {
        ScalarType { Kind: not (Scalar.Bool or Scalar.I64 or Scalar.U64 or Scalar.BF16 or Scalar.F64) } s => new Texel(s.Kind, 1),
        StructType { IsBuiltin: true, Fields: { Count: 1 or 2 or 4 } fields } when fields[0].Type is ScalarType s && fields.All(f => f.Type == s) && Of(s) is not null => new Texel(s.Kind, fields.Count),
        _ => null,
    };
}
