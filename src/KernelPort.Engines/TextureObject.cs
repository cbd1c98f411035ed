using System.Runtime.InteropServices;
using KernelPort.Execution;
using KernelPort.Passes.Lower;

namespace KernelPort.Engines;

/// <summary>A texture as engines without a texture unit see it: the <c>kp_texture</c> of TextureUnit.cu.</summary>
internal static class TextureObject
{
    [StructLayout(LayoutKind.Sequential)]
    private struct Layout
    {
        public ulong Texels;
        public long Pitch;
        public int Width, Height, Depth, Kind, Channels, Linear, Normalized, Fractions, ModeX, ModeY, ModeZ;
        public float Border0, Border1, Border2, Border3;
    }

    /// <param name="texels">Where its memory lies.</param>
    public static byte[] Bytes(Texture t, ulong texels)
    {
        var layout = new Layout
        {
            Texels = texels, Pitch = (long)t.Width * t.TexelSize, Width = t.Width, Height = t.Height, Depth = t.Depth, Kind = SampleTextures.NumberOf(t.Texel.Kind), Channels = t.Texel.Channels, Linear = t.Linear ? 1 : 0,
            Normalized = t.Normalized ? 1 : 0, Fractions = t.NormalizedFloat ? 1 : 0, ModeX = (int)t.X, ModeY = (int)t.Y, ModeZ = (int)t.Z,
        };
        return MemoryMarshal.AsBytes(new ReadOnlySpan<Layout>(in layout)).ToArray();
    }
}
