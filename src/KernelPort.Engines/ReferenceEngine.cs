using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Launches;
using IrScalar = KernelPort.Ir.ScalarType;

namespace KernelPort.Engines;

/// <summary>What a launch left behind: buffers and symbols by name, and the findings.</summary>
public sealed record ReferenceRun(IReadOnlyDictionary<string, byte[]> Buffers, IReadOnlyDictionary<string, (ElementType Type, byte[] Bytes)> Symbols, IReadOnlyList<Finding> Findings, string Problem)
{
    /// <summary>Wall time inside the executor: no input made, no output compared.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What each kernel did, by function name, where that was counted.</summary>
    public IReadOnlyDictionary<string, OperationCounts> Counts { get; init; } = new Dictionary<string, OperationCounts>();

    /// <summary>What its threads printed.</summary>
    public string Printed { get; init; } = "";

    /// <summary>For each buffer a byte a byte: 1 where it holds a value.</summary>
    public IReadOnlyDictionary<string, byte[]> Written { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>For each buffer how far past its end it was accessed (<see cref="Allocation.Overrun"/>).</summary>
    public IReadOnlyDictionary<string, long> Overruns { get; init; } = new Dictionary<string, long>();

    /// <summary>Another run of a launch compared with this one, buffer by buffer.</summary>
    /// <param name="find">The other run's buffer of a name; null where it gave none.</param>
    public IEnumerable<ComparisonResult> Compare(TestLaunch launch, Func<string, byte[]?> find, Func<string, Tolerance> tolerance) =>
        launch.Buffers.Select(b => find(b.Name) is { } actual
            ? Comparison.Buffers(b.Name, b.Spec.Element, Buffers[b.Name], actual, tolerance(b.Name))
            : new ComparisonResult(b.Name, 0, 0, 0, null, "the run gave no such buffer"));

    public static ReferenceRun Failed(string problem) => new(new Dictionary<string, byte[]>(), new Dictionary<string, (ElementType, byte[])>(), [], problem);
}

/// <summary>Runs launch headers on the reference executor.</summary>
public static class ReferenceEngine
{
    public static ReferenceRun Run(KernelFile file, Ir.Module module, TestLaunch launch, ExecutionOptions options)
    {
        var executor = new Executor(module, options);
        var buffers = new Dictionary<string, Allocation>(StringComparer.Ordinal);
        foreach (var symbol in launch.Symbols)
        {
            if (executor.Global(symbol.Name) is not { } memory || module.Globals.FirstOrDefault(g => g.Name == symbol.Name) is not { } global)
            {
                return ReferenceRun.Failed($"no kernel uses the symbol '{symbol.Name}'");
            }
            memory.Fill(Values(Flatten(global.Type), symbol.Values, (int)global.Type.Size));
        }
        var elapsed = TimeSpan.Zero;
        foreach (var step in launch.Steps)
        {
            if (file.Kernel(step) is not { } original || module.Find(original.Name) is not { } kernel)
            {
                return ReferenceRun.Failed($"the kernel '{step.Kernel}' was not lowered");
            }
            if (step.Arguments.Count != kernel.Parameters.Count)
            {
                return ReferenceRun.Failed($"line {step.Line}: '{step.Kernel}' takes {kernel.Parameters.Count} arguments, not {step.Arguments.Count}");
            }
            var arguments = new List<Argument>();
            for (int i = 0; i < step.Arguments.Count; i++)
            {
                var type = kernel.TypeOf(kernel.Parameters[i]);
                if (MakeArgument(step.Arguments[i], type, launch, executor, buffers) is not { } argument)
                {
                    return ReferenceRun.Failed($"line {step.Line}: '{step.Arguments[i].Name}' does not fit a parameter of type {type}");
                }
                arguments.Add(argument);
            }
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            executor.Launch(kernel.Name, Dim(step.Grid), Dim(step.Block), step.SharedBytes, arguments, step.Cooperative);
            elapsed += System.Diagnostics.Stopwatch.GetElapsedTime(start);
        }
        var symbols = new Dictionary<string, (ElementType, byte[])>(StringComparer.Ordinal);
        foreach (var g in module.Globals)
        {
            symbols[g.Name] = (new ElementType(g.Type.ToString(), (int)g.Type.Size, g.Type.Alignment, Flatten(g.Type).ToEquatable()), executor.Global(g.Name)!.Data);
        }
        return new ReferenceRun(buffers.ToDictionary(b => b.Key, b => b.Value.Data, StringComparer.Ordinal), symbols, executor.Findings.Ordered(), "") 
        {
            Elapsed = elapsed,
            Counts = options.Count ? module.Kernels.ToDictionary(k => k.Name, k => executor.Counts(k.Name), StringComparer.Ordinal) : new Dictionary<string, OperationCounts>(),
            Printed = executor.Printed,
            Written = buffers.ToDictionary(b => b.Key, b => b.Value.Written, StringComparer.Ordinal),
            Overruns = buffers.ToDictionary(b => b.Key, b => b.Value.Overrun, StringComparer.Ordinal),
        };
    }

    private static Execution.Dim3 Dim(Extent e) => new((int)e.X, (int)e.Y, (int)e.Z);

    private static Argument? MakeArgument(LaunchArgument argument, IrType type, TestLaunch launch, Executor executor, Dictionary<string, Allocation> buffers)
    {
        switch (argument)
        {
            case BufferArgument b when b.Texture is null ? type is PointerType : type == IrType.U64:
                var memory = b.Texture is { } texture
                    ? executor.Memory.AllocateTexture($"'{b.Name}'", b.Spec.Bytes, TextureArguments.Of(texture, b.Spec.Element))
                    : executor.Memory.Allocate($"'{b.Name}'", b.Spec.Bytes, AddressSpace.Global);
                if (!b.Spec.IsPoison)
                {
                    memory.Fill(b.Spec.CreateBytes());
                }
                buffers[b.Name] = memory;
                return Argument.Of(memory, b.StartByte);
            case BufferReference r when buffers.TryGetValue(r.Name, out var known) && (known.Texture is null ? type is PointerType : type == IrType.U64):
                return Argument.Of(known, launch.Buffers.First(b => b.Name == r.Name).StartByte);
            case ScalarArgument { Text: "nullptr" or "0" } when type is PointerType:
                return Argument.Of(new byte[8]);
            case ScalarArgument s when type is IrScalar:
                return TryValues(Flatten(type), [s.Text], (int)type.Size) is { } bytes ? Argument.Of(bytes) : null;
            case StructArgument s when type is StructType:
                return TryValues(Flatten(type), s.Values, (int)type.Size) is { } all ? Argument.Of(all) : null;
            default:
                return null;
        }
    }

    internal static byte[] Values(IReadOnlyList<FlatScalar> scalars, EquatableArray<string> values, int size) =>
        TryValues(scalars, values, size) ?? throw new FormatException("a value does not fit its type");

    internal static byte[]? TryValues(IReadOnlyList<FlatScalar> scalars, EquatableArray<string> values, int size)
    {
        var bytes = new byte[size];
        for (int i = 0; i < scalars.Count; i++)
        {
            // One value stands for all.
            if (values.Count > 1 && i >= values.Count)
            {
                break;
            }
            if (!scalars[i].Type.TryWrite(bytes.AsSpan(scalars[i].Offset), values[values.Count == 1 ? 0 : i]))
            {
                return null;
            }
        }
        return bytes;
    }

    /// <summary>The scalars of an IR type with their offsets.</summary>
    internal static IReadOnlyList<FlatScalar> Flatten(IrType type, int at = 0) => type switch
    {
        IrScalar s => [new FlatScalar(at, (Launches.ScalarType)(int)s.Kind)],
        ArrayType a => [.. Enumerable.Range(0, (int)a.Length).SelectMany(i => Flatten(a.Element, at + i * (int)a.Element.Size))],
        StructType s => [.. s.Fields.SelectMany(f => Flatten(f.Type, at + (int)f.Offset))],
        _ => [],
    };
}
