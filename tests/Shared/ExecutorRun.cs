using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.OpenCl;
using KernelPort.Launches;

namespace KernelPort.Tests;

/// <summary>One launch of a header in the reference executor: the buffers and globals afterwards, and what was found.</summary>
internal sealed record ExecutorRun(IReadOnlyDictionary<string, byte[]> Buffers, IReadOnlyList<Finding> Findings)
{
    public static ExecutorRun Of(Module module, TestLaunch launch)
    {
        bool fair = launch.Steps.Any(s => s.Cooperative);
        var executor = new Executor(module, new ExecutionOptions { Schedule = fair ? Schedule.Fair : Schedule.LockStep });
        foreach (var symbol in launch.Symbols)
        {
            var global = module.Globals.First(g => g.Name == symbol.Name);
            executor.Global(symbol.Name)!.Fill(LaunchBytes.Of(symbol.Values, global.Type));
        }
        var buffers = new Dictionary<string, Allocation>(StringComparer.Ordinal);
        foreach (var step in launch.Steps)
        {
            var kernel = LaunchBytes.FindKernel(module, step) ?? throw new InvalidOperationException($"no kernel {step.Kernel}");
            var arguments = step.Arguments.Select((a, i) => MakeArgument(a, executor, buffers, kernel.TypeOf(kernel.Parameters[i])));
            executor.Launch(kernel.Name, Dim(step.Grid), Dim(step.Block), step.SharedBytes, [.. arguments], step.Cooperative);
        }
        var result = buffers.ToDictionary(b => b.Key, b => b.Value.Data, StringComparer.Ordinal);
        foreach (var g in module.Globals)
        {
            result["symbol " + g.Name] = executor.Global(g.Name)!.Data;
        }
        return new ExecutorRun(result, executor.Findings.Ordered());
    }

    private static Dim3 Dim(Extent e) => new((int)e.X, (int)e.Y, (int)e.Z);

    private static Argument MakeArgument(LaunchArgument argument, Executor executor, Dictionary<string, Allocation> buffers, IrType type)
    {
        switch (argument)
        {
            case BufferArgument b:
                var allocation = b.Texture is { } texture
                    ? executor.Memory.AllocateTexture(b.Name, b.Spec.Bytes, Engines.TextureArguments.Of(texture, b.Spec.Element))
                    : executor.Memory.Allocate(b.Name, b.Spec.Bytes, AddressSpace.Global);
                if (!b.Spec.IsPoison)
                {
                    allocation.Fill(b.Spec.CreateBytes());
                }
                buffers[b.Name] = allocation;
                return Argument.Of(allocation, b.StartByte);
            case BufferReference r:
                return Argument.Of(buffers[r.Name]);
            default:
                return Argument.Of(LaunchBytes.Of(argument, type));
        }
    }
}
