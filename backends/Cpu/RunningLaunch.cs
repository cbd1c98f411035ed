using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;
using System.Text;

namespace KernelPort.Backends.Cpu;

/// <summary>A launch in this process, as its code calls back: what its threads print, in the order of its blocks, and where blocks wait for each other.</summary>
internal sealed unsafe partial class RunningLaunch
{
    // A cooperative launch has a thread of this machine for each block.
    public const int MostBlocksAtOnce = 2048;
    private const int StackBytes = 16 * 1024 * 1024;

    [ThreadStatic]
    private static RunningLaunch? _current;

    [ThreadStatic]
    private static StringBuilder? _printed;

    // Numbers are written with a point, whatever the user's locale.
    private static readonly Lazy<nint> PlainNumbers = new(() => OperatingSystem.IsWindows() ? 0 : NewLocale(NumericMask, "C", 0));
    private const int NumericMask = 1 << 1;

    private readonly SortedDictionary<long, string> _texts = [];
    private Barrier? _barrier;

    /// <summary>What code calls, by name.</summary>
    public static IReadOnlyList<(string Name, nint Address)> Functions { get; } =
    [
        ("kp_grid_barrier", (nint)(delegate* unmanaged[Cdecl]<void>)&MeetGrid),
        ("kp_print", (nint)(delegate* unmanaged[Cdecl]<byte*, long, void>)&Print),
    ];

    /// <summary>What was printed.</summary>
    public string Printed => string.Concat(_texts.Values);

    /// <summary>Runs blocks on this thread.</summary>
    public int Run(long first, Func<int> blocks)
    {
        var (outer, text) = (_current, _printed);
        (_current, _printed) = (this, new StringBuilder());
        nint locale = PlainNumbers.Value == 0 ? 0 : UseLocale(PlainNumbers.Value);
        try
        {
            return blocks();
        }
        finally
        {
            if (locale != 0)
            {
                UseLocale(locale);
            }
            if (_printed.Length > 0)
            {
                lock (_texts)
                {
                    _texts[first] = _printed.ToString();
                }
            }
            (_current, _printed) = (outer, text);
        }
    }

    /// <summary>Runs all blocks at once, each on a thread of its own; one that is done waits for nobody and is waited for by none.</summary>
    public int RunTogether(int count, Func<long, int> block)
    {
        int over = 0;
        using var barrier = new Barrier(count);
        _barrier = barrier;
        var threads = Enumerable.Range(0, count).Select(i => new Thread(() =>
        {
            if (Run(i, () => block(i)) is not 0 and var answer)
            {
                Interlocked.Exchange(ref over, answer);
            }
            barrier.RemoveParticipant();
        }, StackBytes) { Name = "kernelport block" }).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return over;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void MeetGrid() => _current?._barrier?.SignalAndWait();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Print(byte* text, long length) => _printed?.Append(Encoding.Latin1.GetString(text, (int)length));

    [LibraryImport("libc", EntryPoint = "newlocale", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint NewLocale(int mask, string name, nint from);

    [LibraryImport("libc", EntryPoint = "uselocale")]
    private static partial nint UseLocale(nint locale);
}
