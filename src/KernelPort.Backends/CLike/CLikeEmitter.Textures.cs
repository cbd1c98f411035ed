using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <content>Accesses of textures and surfaces.</content>
public sealed partial class CLikeEmitter
{
    private IReadOnlyDictionary<LetId, bool> _textureObjects = new Dictionary<LetId, bool>();

    private void PrintTexture(Call x, Span at)
    {
        var form = TextureForm.Parse(x.Format!)!;
        var words = _dialect.Textures;
        var operands = x.Arguments.Select(a => E(a).At(Precedence.Assign)).ToList();
        if (!words.ObjectsAreNumbers && !(x.Arguments[0] is LetRef declared && _textureObjects.ContainsKey(declared.Id)))
        {
            operands[0] = $"({words.ObjectType(form.IsSurface)}){E(x.Arguments[0]).At(Precedence.Unary)}";
        }
        if (form.IsSurface)
        {
            string? value = x.Intrinsic == Intrinsics.SurfaceWrite ? operands[^1] : null;
            if (value is not null)
            {
                operands.RemoveAt(operands.Count - 1);
            }
            operands.Add(words.Prefix + "BoundaryMode" + form.Mode);
            string word = "surf" + ShapeWord(form.Shape);
            if (value is not null)
            {
                Line(at, $"{word}write<{TexelText(x.Arguments[^1].Type)}>({value}, {string.Join(", ", operands)});");
            }
            else if (words.ReadsSurfacesThroughPointers)
            {
                var id = x.Result!.Value;
                Line(at, $"{TexelText(_function.TypeOf(id))} {LetName(id)};");
                Line(at, $"{word}read(&{LetName(id)}, {string.Join(", ", operands)});");
            }
            else
            {
                Line(at, $"{Bind(x.Result)}{word}read<{TexelText(_function.TypeOf(x.Result!.Value))}>({string.Join(", ", operands)});");
            }
            return;
        }
        string name = form.Mode switch
        {
            TextureMode.Fetch or TextureMode.Gather => ShapeWord(form.Shape) + form.Mode.ToString().ToLowerInvariant(),
            TextureMode.Sample => ShapeWord(form.Shape),
            _ => ShapeWord(form.Shape) + form.Mode,
        };
        Line(at, $"{Bind(x.Result)}tex{name}<{TexelText(_function.TypeOf(x.Result!.Value))}>({string.Join(", ", operands)});");
    }

    private static string ShapeWord(TextureShape shape) => shape switch
    {
        TextureShape.D1 => "1D",
        TextureShape.D2 => "2D",
        TextureShape.D3 => "3D",
        TextureShape.D1Layered => "1DLayered",
        TextureShape.D2Layered => "2DLayered",
        TextureShape.Cube => "Cubemap",
        _ => "CubemapLayered",
    };

    /// <summary>A signed byte is `char` to texture functions; not every header has them for `signed char`.</summary>
    private string TexelText(IrType type) => type == IrType.I8 ? "char" : TypeText(type);
}
