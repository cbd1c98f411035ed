using System.Runtime.InteropServices;
using KernelPort.Backends;

namespace KernelPort.Engines.Tests;

/// <summary>Memory that lies in a file and at one address, so that another process can have it there too. What is left over when all is free again is given out anew.</summary>
internal sealed partial class SharedArena : IKernelMemory, IDisposable
{
    // Nobody lies here, neither in a process of this machine nor in an emulated one.
    public static readonly nint Address = nint.CreateChecked(0x300000000000);
    public const int Length = 256 << 20;

    private const int ReadWrite = 3;
    private const int SharedFixed = 1 | 0x10;

    private readonly FileStream _file = new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
    private int _used;
    private int _living;

    public SharedArena()
    {
        _file.SetLength(Length);
        Map(Address, Length, ReadWrite, SharedFixed, (int)_file.SafeFileHandle.DangerousGetHandle(), 0).ShouldBe(Address);
    }

    public string File => _file.Name;

    public nint Allocate(int bytes)
    {
        int at = _used;
        _used = checked(_used + bytes + 63) & ~63;
        _used.ShouldBeLessThanOrEqualTo(Length, "the arena is full");
        _living++;
        return Address + at;
    }

    public void Free(nint address)
    {
        if (--_living == 0)
        {
            _used = 0;
        }
    }

    public void Dispose()
    {
        Unmap(Address, Length);
        _file.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nint length);
}
