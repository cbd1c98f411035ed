using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>Textures and surfaces of launch headers.</summary>
public class TextureHeaderTests
{
    private static BufferArgument Argument(string value) =>
        (BufferArgument)LaunchHeader.Parse($"// launch: k<<<1, 1>>>(t: {value})").Launches.ShouldHaveSingleItem().Steps[0].Arguments[0];

    [Fact]
    public void Sizes_words_and_filling()
    {
        var argument = Argument("texture<uchar4>[64, 48] linear wrap mirror normalized normalizedfloat = rand(1, 0, 255)");
        var texture = argument.Texture!;
        (texture.Shape, texture.Width, texture.Height, texture.Depth, texture.Texels).ShouldBe(("2d", 64, 48, 1, 3072));
        (texture.Linear, texture.Normalized, texture.NormalizedFloat, texture.IsSurface).ShouldBe((true, true, true, false));
        texture.Address.ShouldBe([TextureAddress.Wrap, TextureAddress.Mirror, TextureAddress.Mirror]);
        (argument.Spec.Element.Name, argument.Spec.Bytes).ShouldBe(("uchar4", 12288L));
        argument.Spec.Fill.ShouldBeOfType<BufferFill.Random>();
    }

    [Theory]
    [InlineData("texture<float>[8]", "1d", 8, 1, 1)]
    [InlineData("texture<float>[8, 4] layered", "1d_layered", 8, 1, 4)]
    [InlineData("texture<float>[8, 4, 2]", "3d", 8, 4, 2)]
    [InlineData("texture<float>[8, 4, 2] layered", "2d_layered", 8, 4, 2)]
    [InlineData("texture<float>[8, 8] cube", "cube", 8, 8, 6)]
    [InlineData("texture<float>[8, 8, 2] cube layered", "cube_layered", 8, 8, 12)]
    [InlineData("surface<unsigned int>[8, 4]", "2d", 8, 4, 1)]
    public void Shapes(string value, string shape, int width, int height, int depth)
    {
        var texture = Argument(value).Texture!;
        (texture.Shape, texture.Width, texture.Height, texture.Depth).ShouldBe((shape, width, height, depth));
        texture.Address.ShouldAllBe(a => a == TextureAddress.Clamp);
    }

    [Theory]
    [InlineData("texture<float3>[4]", "is no texel")]
    [InlineData("texture<double>[4]", "is no texel")]
    [InlineData("texture<int>[4] linear", "a linear filter needs floats")]
    [InlineData("texture<float>[4] normalizedfloat", "8 and 16 bits")]
    [InlineData("texture<float>[4, 3] cube", "squares")]
    [InlineData("texture<float>[4, 4, 4, 4]", "one, two or three sizes")]
    [InlineData("texture<float>[4] layered", "one, two or three sizes")]
    [InlineData("texture<float>[0]", "is no size")]
    [InlineData("texture<float>[4] bicubic", "is no word of a texture")]
    [InlineData("surface<float>[4] linear", "is no word of a surface")]
    [InlineData("texture<float>[2, 2] = 1 2 3", "3 values where 4")]
    public void What_is_no_texture_is_said(string value, string fault) =>
        LaunchHeader.Parse($"// launch: k<<<1, 1>>>(t: {value})").Errors.ShouldHaveSingleItem().Message.ShouldContain(fault);
}
