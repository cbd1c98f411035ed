using System.Runtime.InteropServices;
using System.Text;
using KernelPort.Backends;
using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Launches;
using IrScalar = KernelPort.Ir.ScalarType;

namespace KernelPort.Engines;

/// <summary>Runs launch headers on an engine that compiles into this process. It looks for no defects: only answers are compared.</summary>
public static class InProcessEngine
{
    public static ReferenceRun Run(KernelFile file, Ir.Module module, TestLaunch launch, IInProcessEngine engine)
    {
        using var memory = new NativeBuffers(engine.Memory ?? new ProcessMemory());
        var globals = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var g in module.Globals)
        {
            globals[g.Name] = memory.Add("@" + g.Name, g.Initial.IsEmpty ? new byte[g.Type.Size] : [.. g.Initial]);
        }
        foreach (var s in launch.Symbols)
        {
            if (module.Globals.FirstOrDefault(g => g.Name == s.Name) is not { } global)
            {
                return ReferenceRun.Failed($"no kernel uses the symbol '{s.Name}'");
            }
            globals[s.Name] = memory.Add("@" + s.Name, ReferenceEngine.Values(ReferenceEngine.Flatten(global.Type), s.Values, (int)global.Type.Size));
        }
        var printed = new StringBuilder();
        foreach (var step in launch.Steps)
        {
            if (file.Kernel(step) is not { } kernel)
            {
                return ReferenceRun.Failed($"the kernel '{step.Kernel}' was not lowered");
            }
            var block = new Backends.Extent((int)step.Block.X, (int)step.Block.Y, (int)step.Block.Z);
            if (engine.Compile(module, kernel, block, globals, out string reason) is not { } program)
            {
                return ReferenceRun.Failed($"gap: {reason}");
            }
            var arguments = new List<byte[]>();
            for (int i = 0; i < step.Arguments.Count; i++)
            {
                if (Bytes(step.Arguments[i], kernel.TypeOf(kernel.Parameters[i]), launch, memory) is not { } bytes)
                {
                    return ReferenceRun.Failed($"line {step.Line}: '{step.Arguments[i].Name}' does not fit its parameter");
                }
                arguments.Add(bytes);
            }
            var end = program.Run(new Backends.Extent((int)step.Grid.X, (int)step.Grid.Y, (int)step.Grid.Z), step.SharedBytes, arguments);
            printed.Append(end.Printed);
            if (end.Problem is { } problem)
            {
                return ReferenceRun.Failed($"line {step.Line}: {problem}");
            }
        }
        var symbols = module.Globals.ToDictionary(
            g => g.Name,
            g => (new ElementType(g.Type.ToString(), (int)g.Type.Size, g.Type.Alignment, [.. ReferenceEngine.Flatten(g.Type)]), memory.Read("@" + g.Name)),
            StringComparer.Ordinal);
        var buffers = launch.Buffers.Select(b => b.Name).Distinct(StringComparer.Ordinal).ToDictionary(n => n, memory.Read, StringComparer.Ordinal);
        return new ReferenceRun(buffers, symbols, [], "") { Printed = printed.ToString() };
    }

    private static byte[]? Bytes(LaunchArgument argument, IrType type, TestLaunch launch, NativeBuffers memory) => argument switch
    {
        BufferArgument { Texture: { } texture } b when type == IrType.U64 => BitConverter.GetBytes(memory.Add("object " + b.Name, TextureObject.Bytes(TextureArguments.Of(texture, b.Spec.Element), memory.Add(b.Name, b.Spec.CreateBytes())))),
        BufferReference r when type == IrType.U64 && launch.Buffers.Any(b => b.Name == r.Name && b.Texture is not null) => BitConverter.GetBytes(memory.Address("object " + r.Name)),
        BufferArgument b when type is PointerType => BitConverter.GetBytes(memory.Add(b.Name, b.Spec.CreateBytes()) + (ulong)b.StartByte),
        BufferReference r when type is PointerType => BitConverter.GetBytes(memory.Address(r.Name) + (ulong)launch.Buffers.First(b => b.Name == r.Name).StartByte),
        ScalarArgument { Text: "nullptr" or "0" } when type is PointerType => new byte[8],
        ScalarArgument s when type is IrScalar => ReferenceEngine.TryValues(ReferenceEngine.Flatten(type), [s.Text], (int)type.Size),
        StructArgument s when type is StructType => ReferenceEngine.TryValues(ReferenceEngine.Flatten(type), s.Values, (int)type.Size),
        _ => null,
    };

    /// <summary>Memory that stays where it is, by name.</summary>
    private sealed unsafe class NativeBuffers(IKernelMemory room) : IDisposable
    {
        private readonly Dictionary<string, (nint At, int Length)> _all = new(StringComparer.Ordinal);

        public ulong Add(string name, byte[] bytes)
        {
            if (_all.TryGetValue(name, out var old))
            {
                room.Free(old.At);
            }
            nint at = room.Allocate(bytes.Length + 64);
            bytes.CopyTo(new Span<byte>((void*)at, bytes.Length));
            _all[name] = (at, bytes.Length);
            return (ulong)at;
        }

        public ulong Address(string name) => (ulong)_all[name].At;

        public byte[] Read(string name) => new Span<byte>((void*)_all[name].At, _all[name].Length).ToArray();

        public void Dispose()
        {
            foreach (var (at, _) in _all.Values)
            {
                room.Free(at);
            }
        }
    }

    private sealed unsafe class ProcessMemory : IKernelMemory
    {
        public nint Allocate(int bytes) => (nint)NativeMemory.AlignedAlloc((nuint)bytes, 64);

        public void Free(nint address) => NativeMemory.AlignedFree((void*)address);
    }
}
