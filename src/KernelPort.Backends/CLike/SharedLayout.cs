using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Where a kernel's shared variables lie in one piece of memory: each on 32 bytes, dynamic ones behind all others.</summary>
public sealed record SharedLayout(IReadOnlyDictionary<int, long> Offsets, long Bytes)
{
    private const long Alignment = 32;

    public static SharedLayout Of(Function kernel)
    {
        var offsets = new Dictionary<int, long>();
        long at = 0;
        for (int i = 0; i < kernel.Variables.Count; i++)
        {
            if (kernel.Variables[i] is { Space: AddressSpace.Shared, IsDynamic: false } v)
            {
                offsets[i] = at;
                at += (v.Type.Size + Alignment - 1) / Alignment * Alignment;
            }
        }
        for (int i = 0; i < kernel.Variables.Count; i++)
        {
            if (kernel.Variables[i] is { Space: AddressSpace.Shared, IsDynamic: true })
            {
                offsets[i] = at;
            }
        }
        return new SharedLayout(offsets, at);
    }
}
