using System.Globalization;
using System.Runtime.InteropServices;

namespace KernelPort.Backends.Cpu;

/// <summary>The threads that run blocks: the caller and KP_THREADS - 1 others (none where it is not set), each taking the next blocks when it is done with its
/// last. Blocks are begun in order, so one may wait for those before it.</summary>
internal sealed unsafe class WorkerPool
{
    /// <summary>Runs blocks first to last with shared memory at hand; not zero where the launch is over before its end.</summary>
    public delegate int Blocks(long first, long last, void* shared);

    /// <summary>Runs a block with shared memory at hand.</summary>
    public delegate int OneBlock(void* shared);

    // Chunks a thread, so that one that is held up does not hold up the others.
    private const int ChunksPerThread = 8;

    private static readonly Lazy<WorkerPool> Instance = new(() => new WorkerPool(int.TryParse(Environment.GetEnvironmentVariable("KP_THREADS"), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? Math.Clamp(n, 1, 256) : 1));

    [ThreadStatic]
    private static SharedMemory? _memory;

    private readonly int _threads;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _begin = new(0);
    private readonly SemaphoreSlim _end = new(0);
    private Blocks _work = (_, _, _) => 0;
    private nuint _bytes;
    private long _count;
    private long _chunk;
    private long _next;
    private volatile int _over;

    private WorkerPool(int threads)
    {
        _threads = threads;
        for (int i = 1; i < threads; i++)
        {
            new Thread(Serve) { IsBackground = true, Name = "kernelport worker" }.Start();
        }
    }

    public static WorkerPool Shared => Instance.Value;

    /// <summary>Whether a launch of so many blocks runs on the caller alone.</summary>
    public bool IsAlone(long count) => _threads == 1 || count == 1;

    /// <summary>The calling thread's shared memory.</summary>
    public static void* Memory(nuint bytes) => SharedMemory.Of(ref _memory, bytes);

    /// <summary>What the first blocks answered that ended the launch before its end; zero where all have run.</summary>
    public int Run(long count, Blocks work, nuint sharedBytes)
    {
        if (IsAlone(count))
        {
            return work(0, count, Memory(sharedBytes));
        }
        lock (_lock)
        {
            (_work, _bytes, _count, _next, _over) = (work, sharedBytes, count, 0, 0);
            _chunk = Math.Max(1, count / (_threads * ChunksPerThread));
            int helpers = (int)Math.Min(_threads - 1, count - 1);
            _begin.Release(helpers);
            Take();
            for (int i = 0; i < helpers; i++)
            {
                _end.Wait();
            }
            return _over;
        }
    }

    /// <summary>Runs one thing on this thread, with shared memory at hand.</summary>
    public static int WithMemory(OneBlock block, nuint sharedBytes) => block(Memory(sharedBytes));

    private void Serve()
    {
        while (true)
        {
            _begin.Wait();
            Take();
            _end.Release();
        }
    }

    private void Take()
    {
        void* shared = SharedMemory.Of(ref _memory, _bytes);
        while (_over == 0 && Interlocked.Add(ref _next, _chunk) - _chunk is var first && first < _count)
        {
            if (_work(first, Math.Min(_count, first + _chunk), shared) is not 0 and var over)
            {
                _over = over;
            }
        }
    }

    /// <summary>A thread's shared memory for the block it runs, with room for a vector behind its end.</summary>
    private sealed class SharedMemory
    {
        private const nuint Behind = 256;

        private void* _at;
        private nuint _length;

        public static void* Of(ref SharedMemory? memory, nuint bytes)
        {
            memory ??= new SharedMemory();
            if (memory._at is null || memory._length < bytes)
            {
                NativeMemory.AlignedFree(memory._at);
                memory._at = NativeMemory.AlignedAlloc(bytes + Behind, 64);
                memory._length = bytes;
            }
            return memory._at;
        }

        ~SharedMemory() => NativeMemory.AlignedFree(_at);
    }
}
