using System.Runtime.InteropServices;

namespace KernelPort.Testing;

/// <summary>Arrays as the bytes that a kernel sees.</summary>
internal static class BufferBytes
{
    public static byte[] Of(Array array)
    {
        var bytes = new byte[Size(array)];
        using var pinned = new Pinned(array);
        Marshal.Copy(pinned.Address, bytes, 0, bytes.Length);
        return bytes;
    }

    public static void CopyBack(byte[] bytes, Array array)
    {
        using var pinned = new Pinned(array);
        Marshal.Copy(bytes, 0, pinned.Address, Math.Min(bytes.Length, Size(array)));
    }

    private static int Size(Array array)
    {
        var element = array.GetType().GetElementType()!;
        return array.Length * Marshal.SizeOf(element.IsEnum ? Enum.GetUnderlyingType(element) : element);
    }

    private readonly struct Pinned(Array array) : IDisposable
    {
        private readonly GCHandle _handle = GCHandle.Alloc(array, GCHandleType.Pinned);

        public nint Address => _handle.AddrOfPinnedObject();

        public void Dispose() => _handle.Free();
    }
}
