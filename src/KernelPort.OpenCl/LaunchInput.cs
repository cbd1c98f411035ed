using System.Text;
using KernelPort.Ir;
using KernelPort.Launches;

namespace KernelPort.OpenCl;

/// <summary>One launch as the host program reads it: buffers with their bytes, then kernels with their shapes and arguments.</summary>
internal static class LaunchInput
{
    private const long BufferKind = 0, ValueKind = 1, NullKind = 2, LocalKind = 3;

    public static byte[] Of(Module module, TestLaunch launch)
    {
        using var stream = new MemoryStream();
        var buffers = launch.Buffers.ToList();
        Write(stream, buffers.Count);
        foreach (var b in buffers)
        {
            byte[] bytes = b.Spec.CreateBytes();
            Write(stream, b.Name);
            Write(stream, bytes.Length);
            Write(stream, b.Spec.IsPoison ? 0 : 1);
            stream.Write(bytes);
        }
        Write(stream, launch.Steps.Count);
        foreach (var step in launch.Steps)
        {
            WriteStep(stream, module, step, buffers);
        }
        return stream.ToArray();
    }

    private static void WriteStep(MemoryStream stream, Module module, KernelLaunch step, List<BufferArgument> buffers)
    {
        var kernel = LaunchBytes.FindKernel(module, step) ?? throw new ArgumentException($"the module has no kernel '{step.Kernel}'", nameof(module));
        Write(stream, kernel.Name);
        foreach (uint extent in new[] { step.Grid.X, step.Grid.Y, step.Grid.Z, step.Block.X, step.Block.Y, step.Block.Z })
        {
            Write(stream, extent);
        }
        bool dynamic = DynamicMemory.IsUsed(kernel);
        Write(stream, step.Arguments.Count + (dynamic ? 1 : 0));
        for (int i = 0; i < step.Arguments.Count; i++)
        {
            var type = kernel.TypeOf(kernel.Parameters[i]);
            switch (step.Arguments[i])
            {
                case BufferArgument or BufferReference:
                    Write(stream, BufferKind);
                    Write(stream, buffers.FindIndex(b => b.Name == step.Arguments[i].Name));
                    break;
                case ScalarArgument { Text: "nullptr" } when type is PointerType:
                    Write(stream, NullKind);
                    break;
                default:
                    Write(stream, ValueKind);
                    byte[] bytes = LaunchBytes.Of(step.Arguments[i], type);
                    Write(stream, bytes.Length);
                    stream.Write(bytes);
                    break;
            }
        }
        if (dynamic)
        {
            Write(stream, LocalKind);
            Write(stream, step.SharedBytes);
        }
    }

    private static void Write(MemoryStream stream, long value) => stream.Write(BitConverter.GetBytes(value));

    private static void Write(MemoryStream stream, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(stream, bytes.Length);
        stream.Write(bytes);
    }

    /// <summary>Whether a kernel mentions dynamically sized shared memory, which is then its last argument.</summary>
    private sealed class DynamicMemory(Function kernel) : Walker
    {
        private bool _found;

        public static bool IsUsed(Function kernel)
        {
            var finder = new DynamicMemory(kernel);
            finder.Walk(kernel);
            return finder._found;
        }

        protected override void Enter(Place place) => _found |= place is VariablePlace v && kernel.Variables[v.Id.Index].IsDynamic;
    }
}
