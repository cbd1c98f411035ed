using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Reads of texture objects and accesses of surface objects: `tex2D&lt;T&gt;(object, x, y)` and `tex2D(&amp;value, object, x, y)`.</summary>
internal static class TextureBuiltins
{
    private static readonly (string Word, TextureShape Shape)[] Shapes =
    [
        ("1D", TextureShape.D1), ("2D", TextureShape.D2), ("3D", TextureShape.D3), ("1DLayered", TextureShape.D1Layered), ("2DLayered", TextureShape.D2Layered),
        ("Cubemap", TextureShape.Cube), ("CubemapLayered", TextureShape.CubeLayered),
    ];

    public static void Add(Dictionary<string, Builtin> t)
    {
        foreach (var (word, shape) in Shapes)
        {
            foreach (var (suffix, mode) in new[] { ("", TextureMode.Sample), ("Lod", TextureMode.Lod), ("Grad", TextureMode.Grad) })
            {
                t[$"tex{word}{suffix}"] = c => ReadTexture(c, new TextureForm(shape, mode));
            }
            if (shape is TextureShape.Cube or TextureShape.CubeLayered)
            {
                continue;
            }
            // CUDA's own spelling: surf2Dread but surf2DLayeredread.
            t[$"surf{word}read"] = c => ReadSurface(c, shape);
            t[$"surf{word}write"] = c => WriteSurface(c, shape);
        }
        t["tex1Dfetch"] = c => ReadTexture(c, new TextureForm(TextureShape.D1, TextureMode.Fetch));
        t["tex2Dgather"] = c => ReadTexture(c, new TextureForm(TextureShape.D2, TextureMode.Gather));
    }

    private static Operand ReadTexture(BuiltinCall c, TextureForm form)
    {
        var (type, first) = ResultOf(c);
        int coordinates = form.Coordinates + (form.IsLayered ? 1 : 0);
        int extra = form.Mode switch { TextureMode.Lod => 1, TextureMode.Grad => 2, _ => 0 };
        int optional = form.Mode == TextureMode.Gather ? 1 : 0;
        c.Expect(first + 1 + coordinates + extra, first + 1 + coordinates + extra + optional);
        var operands = Place(c, form, ref first);
        for (int i = 0; i < extra; i++)
        {
            operands.Add(form.Mode == TextureMode.Lod || form.GradientWidth == 1 ? c.Read(first, CType.Float) : Gradient(c, first, form.GradientWidth));
            first++;
        }
        if (form.Mode == TextureMode.Gather)
        {
            operands.Add(first < c.Count ? c.Read(first, CType.Int) : Build.I32(0));
        }
        return Give(c, Intrinsics.TextureRead, form, type, operands);
    }

    private static Operand ReadSurface(BuiltinCall c, TextureShape shape)
    {
        var (type, first) = ResultOf(c);
        var form = new TextureForm(shape, TextureMode.Trap);
        int coordinates = form.Coordinates + (form.IsLayered ? 1 : 0);
        c.Expect(first + 1 + coordinates, first + 2 + coordinates);
        var operands = Place(c, form, ref first);
        return Give(c, Intrinsics.SurfaceRead, form with { Mode = Boundary(c, first) }, type, operands);
    }

    private static Operand WriteSurface(BuiltinCall c, TextureShape shape)
    {
        var form = new TextureForm(shape, TextureMode.Trap);
        int coordinates = form.Coordinates + (form.IsLayered ? 1 : 0);
        c.Expect(2 + coordinates, 3 + coordinates);
        var type = c.TypeArgument() ?? c.Type(0);
        Check(c, type);
        var value = c.Read(0, type);
        int first = 1;
        var operands = Place(c, form, ref first);
        operands.Add(value);
        c.Lowerer.EmitTexture(Intrinsics.SurfaceWrite, form with { Mode = Boundary(c, first) }, null, operands.ToEquatable(), c.At);
        return Operand.Nothing;
    }

    /// <summary>The type that is read, and where the object stands: behind a pointer to the result where there is one.</summary>
    private static (CType Type, int First) ResultOf(BuiltinCall c)
    {
        bool stored = c.Count > 0 && c.Type(0) is PointerCType or ArrayCType;
        var type = stored ? c.Lowerer.DereferenceOperand(c.Arguments[0], c.At).Type.Unqualified : c.TypeArgument() ?? throw new LoweringException(SemanticRules.CannotDeduce.At(c.At, c.Name));
        Check(c, type);
        return (type, stored ? 1 : 0);
    }

    private static void Check(BuiltinCall c, CType type)
    {
        if (type is not (ArithCType or ClassCType { Symbol.IsBuiltin: true }) || Texel.Of(c.Lower(type)) is null)
        {
            throw new LoweringException(SemanticRules.NotATexel.At(c.At, c.Name, type.ToString()));
        }
    }

    /// <summary>The object, its coordinates and its layer.</summary>
    private static List<Expr> Place(BuiltinCall c, TextureForm form, ref int first)
    {
        var operands = new List<Expr> { c.Read(first++, CType.ULongLong) };
        for (int i = 0; i < form.Coordinates; i++)
        {
            operands.Add(c.Read(first++, form.CountsTexels ? CType.Int : CType.Float));
        }
        if (form.IsLayered)
        {
            operands.Add(c.Read(first++, CType.Int));
        }
        return operands;
    }

    private static Expr Gradient(BuiltinCall c, int i, int width) => c.Type(i) is ClassCType { Symbol: { IsBuiltin: true } s } type && s.Name == Build.Invariant($"float{width}")
        ? c.Read(i, type)
        : throw new LoweringException(SemanticRules.NoOverload.At(c.At, c.Name));

    /// <summary>What happens outside of the surface: cudaBoundaryModeTrap unless said.</summary>
    private static TextureMode Boundary(BuiltinCall c, int i)
    {
        if (i >= c.Count)
        {
            return TextureMode.Trap;
        }
        return c.Lowerer.Fold(c.Read(i, CType.Int)) is Literal { Bits: <= 2 } mode
            ? mode.Bits switch { 0 => TextureMode.Zero, 1 => TextureMode.Clamp, _ => TextureMode.Trap }
            : throw new LoweringException(SemanticRules.NotConstant.At(c.At));
    }

    private static Operand Give(BuiltinCall c, Intrinsic operation, TextureForm form, CType type, List<Expr> operands)
    {
        var value = c.Lowerer.EmitTexture(operation, form, c.Lower(type), operands.ToEquatable(), c.At)!;
        if (c.Type(0) is not (PointerCType or ArrayCType))
        {
            return Operand.Of(type, value);
        }
        c.Lowerer.EmitStore(c.Lowerer.DereferenceOperand(c.Arguments[0], c.At), value, c.At);
        return Operand.Nothing;
    }
}
