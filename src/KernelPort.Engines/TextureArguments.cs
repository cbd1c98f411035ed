using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Launches;

namespace KernelPort.Engines;

/// <summary>Textures of launch headers as the executor sees them.</summary>
internal static class TextureArguments
{
    public static Texture Of(TextureSpec spec, ElementType element) =>
        new(TextureForm.ShapeOf(spec.Shape)!.Value, new Texel((Scalar)(int)element.Scalars[0].Type, element.Scalars.Count), spec.Width, spec.Height, spec.Depth)
        {
            IsSurface = spec.IsSurface,
            Linear = spec.Linear,
            Normalized = spec.Normalized || spec.Cube,
            NormalizedFloat = spec.NormalizedFloat,
            X = (AddressMode)(int)spec.Address[0],
            Y = (AddressMode)(int)spec.Address[1],
            Z = (AddressMode)(int)spec.Address[2],
        };
}
