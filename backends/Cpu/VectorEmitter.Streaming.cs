using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Stores past the caches, where a launch writes more than they hold: a line then need not be read before it is written. Which it is the launch's size
/// decides when the function is entered.</summary>
internal sealed partial class VectorEmitter
{
    private const string Streams = "%streams";

    private readonly long _cacheBytes;
    private WrittenOnly? _writtenOnly;
    private bool _streams;

    /// <summary>Whether the launch streams is computed once, ahead of all blocks.</summary>
    private void DecideStreaming()
    {
        if (_writtenOnly is not { BytesOfThread: > 0 } stores)
        {
            return;
        }
        _entry.Append("  %streams.x = zext i32 %gx to i64\n  %streams.y = zext i32 %gy to i64\n  %streams.z = zext i32 %gz to i64\n");
        _entry.Append("  %streams.xy = mul i64 %streams.x, %streams.y\n  %streams.blocks = mul i64 %streams.xy, %streams.z\n");
        _entry.Append(Build.Invariant($"  %streams = icmp ugt i64 %streams.blocks, {_cacheBytes / (stores.BytesOfThread * _threads)}\n"));
    }

    /// <summary>What is on its way past the caches is there before anybody is told that the blocks are done.</summary>
    private void EndStreaming()
    {
        if (!_streams)
        {
            return;
        }
        var (fence, end) = (Label(), Label());
        Branch(Streams, fence, end);
        Begin(fence);
        if (_processor.IsArm)
        {
            // Such stores are ordered as others are.
            Line("fence release");
        }
        else
        {
            Declare("declare void @llvm.x86.sse.sfence()");
            Line("call void @llvm.x86.sse.sfence()");
        }
        Go(end);
        Begin(end);
    }

    /// <summary>False where a store is none of whole lines side by side.</summary>
    private bool TryStream(Place place, Value address, Value value, int alignment)
    {
        long bytes = _width * value.Type.Size;
        // A piece of a line past the caches, beside one in them, is written twice.
        if (_writtenOnly is null || value.Parts is not null || value.Type == IrType.Bool || bytes < 32 || _units * bytes < LineBytes || !IsAll(_mask) || !_writtenOnly.Has(place))
        {
            return false;
        }
        var to = Enumerable.Range(0, _units).Select(u => At(address, u)).ToArray();
        if (!Array.TrueForAll(to, a => a.Uniform && a.Stride == value.Type.Size))
        {
            return false;
        }
        StoreRows([.. to.Select(a => (a.Name, 0L))], [.. Enumerable.Range(0, _units).Select(u => Varying(At(value, u)))], value.Type, Alignment(value.Type, 0, alignment), true);
        return true;
    }

    /// <summary>Stores whole vectors; where they may stream, in two ways.</summary>
    private void StoreRows(IReadOnlyList<(string Base, long Offset)> to, IReadOnlyList<string> values, IrType type, int alignment, bool streams)
    {
        string vector = Vector(Word(type));
        void Stores(string how)
        {
            for (int i = 0; i < to.Count; i++)
            {
                Line($"store {vector} {values[i]}, ptr {Pointer(to[i].Base, to[i].Offset)}, align {how}");
            }
        }
        long whole = Math.Min(_width * type.Size, 64);
        if (!streams || whole < 32)
        {
            Stores(Build.Invariant($"{alignment}"));
            return;
        }
        _streams = true;
        var later = _laterBlocks.ToArray();
        var (check, stream, plain, join) = (Label(), Label(), Label(), Label());
        Branch(Streams, check, plain);
        Begin(check);
        string all = "0";
        foreach (var (start, offset) in to)
        {
            string address = offset == 0 ? start : Assign(Build.Invariant($"add i64 {start}, {offset}"));
            all = all == "0" ? address : Assign($"or i64 {all}, {address}");
        }
        Branch(Assign($"icmp eq i64 {Assign(Build.Invariant($"and i64 {all}, {whole - 1}"))}, 0"), stream, plain);
        Begin(stream);
        AskFor(later);
        Stores(Build.Invariant($"{whole}, !nontemporal !0"));
        Go(join);
        Begin(plain);
        Stores(Build.Invariant($"{alignment}"));
        Go(join);
        Begin(join);
    }
}
