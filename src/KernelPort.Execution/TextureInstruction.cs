using System.Runtime.InteropServices;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>A read of a texture: lane by lane, each through the object it names.</summary>
internal sealed class TextureReadInstruction(TextureForm form, Slot target, Slot[] operands) : TextureAccess(form, operands[0])
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Bytes(target);
        var texel = Texel.Of(target.Type)!.Value;
        foreach (int lane in group.Active)
        {
            var to = d.Slice(lane * target.Size, target.Size);
            to.Clear();
            if (Find(block, lane, isSurface: false) is { } memory)
            {
                Read(block, lane, memory, memory.Texture!, texel, to);
            }
        }
    }

    private void Read(BlockRun block, int lane, Allocation memory, Texture t, Texel texel, Span<byte> to)
    {
        var wanted = Form.Mode == TextureMode.Gather ? t.Read with { Channels = 4 } : t.Read;
        if (texel != wanted)
        {
            block.Report(ExecutionRules.TextureMisuse, this, lane, $"texels of {memory.Name} are read as {Words(wanted)}, not as {Words(texel)}");
            return;
        }
        Span<double> values = stackalloc double[4];
        values.Clear();
        double Channel(int? offset, int channel) => ChannelAt(block, lane, memory, t, offset, channel);
        if (Form.Mode == TextureMode.Fetch)
        {
            int i = Integer(block, operands[1], lane);
            // Linear memory has no address mode: what lies outside reads as zero.
            if (i >= 0 && i < t.Width)
            {
                int at = i * t.TexelSize;
                for (int c = 0; c < t.Texel.Channels; c++)
                {
                    values[c] = Channel(at, c);
                }
            }
        }
        else
        {
            Span<float> at = stackalloc float[Form.Coordinates];
            for (int i = 0; i < at.Length; i++)
            {
                at[i] = MemoryMarshal.Read<float>(block.Bytes(operands[1 + i])[(lane * 4)..]);
            }
            int layer = Form.IsLayered ? Integer(block, operands[1 + at.Length], lane) : 0;
            if (Form.Mode == TextureMode.Gather)
            {
                int channel = Integer(block, operands[3], lane);
                if (channel < 0 || channel >= t.Texel.Channels)
                {
                    block.Report(ExecutionRules.TextureMisuse, this, lane, FormattableString.Invariant($"channel {channel} of {memory.Name}, whose texels have {t.Texel.Channels}"));
                    return;
                }
                TextureSampling.Gather(t, at, channel, Channel, values);
            }
            else if (t.Shape is TextureShape.Cube or TextureShape.CubeLayered)
            {
                Span<float> face = stackalloc float[2];
                int side = TextureSampling.Face(at[0], at[1], at[2], out face[0], out face[1]);
                TextureSampling.Sample(t, face, (Math.Clamp(layer, 0, (t.Depth / 6) - 1) * 6) + side, Channel, values);
            }
            else
            {
                // Without mipmaps every level is the only one.
                TextureSampling.Sample(t, at, layer, Channel, values);
            }
        }
        int size = (int)new ScalarType(wanted.Kind).Size;
        for (int c = 0; c < wanted.Channels; c++)
        {
            TextureSampling.Write(to[(c * size)..], wanted.Kind, values[c]);
        }
    }

    private double ChannelAt(BlockRun block, int lane, Allocation memory, Texture t, int? offset, int channel)
    {
        if (offset is not { } at)
        {
            return 0;
        }
        int size = t.TexelSize / t.Texel.Channels;
        at += channel * size;
        if (block.Check && memory.Written.AsSpan(at, size).Contains((byte)0))
        {
            block.Report(ExecutionRules.UninitialisedRead, this, lane, FormattableString.Invariant($"byte {at} of {memory.Name}"));
        }
        return TextureSampling.Channel(t, memory.Data.AsSpan(at, size));
    }
}

/// <summary>A read or write of a surface; <paramref name="value"/> is where the texel comes from or goes to.</summary>
internal sealed class SurfaceInstruction(TextureForm form, bool writes, Slot value, Slot[] operands) : TextureAccess(form, operands[0])
{
    public override void Run(BlockRun block, Group group)
    {
        var v = block.Bytes(value);
        int size = value.Size;
        foreach (int lane in group.Active)
        {
            var texel = v.Slice(lane * size, size);
            if (!writes)
            {
                texel.Clear();
            }
            if (Find(block, lane, isSurface: true) is not { } memory || Locate(block, lane, memory, size) is not { } at)
            {
                continue;
            }
            if (writes)
            {
                if (block.Check)
                {
                    block.Globals!.Write(block, memory, at, size, lane, this, group.Pc, strong: false, texel);
                }
                texel.CopyTo(memory.Data.AsSpan(at, size));
                memory.Written.AsSpan(at, size).Fill(1);
                continue;
            }
            if (block.Check)
            {
                if (memory.Written.AsSpan(at, size).Contains((byte)0))
                {
                    block.Report(ExecutionRules.UninitialisedRead, this, lane, FormattableString.Invariant($"byte {at} of {memory.Name}"));
                }
                block.Globals!.Read(block, memory, at, size, lane, this, group.Pc, strong: false);
            }
            memory.Data.AsSpan(at, size).CopyTo(texel);
        }
    }

    /// <summary>The first byte of the access; null where there is none.</summary>
    private int? Locate(BlockRun block, int lane, Allocation memory, int size)
    {
        var t = memory.Texture!;
        int row = t.Width * t.TexelSize;
        int x = Integer(block, operands[1], lane);
        int y = Form.Coordinates > 1 ? Integer(block, operands[2], lane) : 0;
        int z = Form.Coordinates > 2 || Form.IsLayered ? Integer(block, operands[1 + Form.Coordinates + (Form.IsLayered ? 0 : -1)], lane) : 0;
        if (x % size != 0)
        {
            block.Report(ExecutionRules.Misaligned, this, lane, FormattableString.Invariant($"byte {x} of a row of {memory.Name}, where {size} bytes are accessed"));
            return null;
        }
        if (x < 0 || x > row - size || y < 0 || y >= t.Height || z < 0 || z >= t.Depth)
        {
            switch (Form.Mode)
            {
                case TextureMode.Zero:
                    return null;
                case TextureMode.Trap:
                    block.Report(writes ? ExecutionRules.WriteOutOfBounds : ExecutionRules.ReadOutOfBounds, this, lane,
                        FormattableString.Invariant($"byte {x} of row {y} of layer {z} of {memory.Name}, which has {row} bytes, {t.Height} rows and {t.Depth} layers"));
                    return null;
            }
            x = Math.Clamp(x, 0, row - size);
            y = Math.Clamp(y, 0, t.Height - 1);
            z = Math.Clamp(z, 0, t.Depth - 1);
        }
        return (((z * t.Height) + y) * row) + x;
    }
}

/// <summary>What accesses of textures and surfaces share: the object.</summary>
internal abstract class TextureAccess(TextureForm form, Slot handle) : Instruction
{
    protected TextureForm Form { get; } = form;

    /// <summary>The memory an object stands for; null where there is no such object, or one of another kind.</summary>
    protected Allocation? Find(BlockRun block, int lane, bool isSurface)
    {
        ulong h = MemoryMarshal.Read<ulong>(block.Bytes(handle)[(lane * 8)..]);
        var memory = block.Find((int)(h >> Memory.OffsetBits));
        string kind = isSurface ? "surface" : "texture";
        if (memory?.Texture is not { } t || memory.Base != h || t.IsSurface != isSurface)
        {
            block.Report(ExecutionRules.TextureMisuse, this, lane, FormattableString.Invariant($"0x{h:x} is no {kind} object"));
            return null;
        }
        if (t.Shape != Form.Shape)
        {
            block.Report(ExecutionRules.TextureMisuse, this, lane, $"{memory.Name} is a {kind} of shape {TextureForm.WordOf(t.Shape)}, accessed as {TextureForm.WordOf(Form.Shape)}");
            return null;
        }
        return memory;
    }

    protected static int Integer(BlockRun block, Slot slot, int lane) => MemoryMarshal.Read<int>(block.Bytes(slot)[(lane * 4)..]);

    protected static string Words(Texel texel) => FormattableString.Invariant($"{texel.Channels} x {texel.Kind.ToString().ToLowerInvariant()}");
}
