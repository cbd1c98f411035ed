using System.Globalization;
using System.Runtime.InteropServices;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Passes;
using KernelPort.Testing;

namespace KernelPort.Engines;

/// <summary>What a run found besides its answers.</summary>
/// <param name="Engine">The engine that ran.</param>
/// <param name="Findings">Races, accesses out of bounds and the like; only the reference executor looks for them.</param>
public sealed record KernelRunResult(string Engine, IReadOnlyList<Finding> Findings);

/// <summary>The kernel could not be compiled, or the engine cannot take it. The message says why.</summary>
public sealed class KernelRunException(string message) : Exception(message);

/// <summary>A CUDA kernel to be run from a test: load it, give it arrays and numbers, look at the arrays afterwards.</summary>
/// <example><code>
/// var kernel = KernelUnderTest.FromFile("saxpy.cu", "saxpy");
/// kernel.Run("reference", (2, 1, 1), (256, 1, 1), n, 2.0f, x, y);   // y is changed in place
/// </code></example>
public sealed class KernelUnderTest
{
    private readonly SourceText _source;
    private readonly string _kernel;
    private readonly IReadOnlyList<IInProcessEngine> _engines;

    private KernelUnderTest(SourceText source, string kernel, IReadOnlyList<IInProcessEngine> engines)
    {
        _source = source;
        _kernel = kernel;
        _engines = engines;
    }

    /// <param name="path">A CUDA file.</param>
    /// <param name="kernel">The kernel's name, with template arguments where it is a template: <c>reduce&lt;float, 256&gt;</c>.</param>
    /// <param name="engines">Engines besides <c>reference</c>, usually those of the backends in use.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KernelUnderTest FromFile(string path, string kernel, params IInProcessEngine[] engines) => new(SourceText.Read(path), kernel, engines);

    /// <param name="text">CUDA source text.</param>
    public static KernelUnderTest FromText(string text, string kernel, params IInProcessEngine[] engines) => new(new SourceText("kernel.cu", text), kernel, engines);

    /// <summary>The engines this kernel can be run on.</summary>
    public IEnumerable<string> Engines => ["reference", "reference-opt", .. _engines.Where(e => e.Missing is null).Select(e => e.EngineName)];

    /// <summary>Runs the kernel. Arrays of numbers are buffers: copied in, and back when the kernel is done; everything else is a scalar.</summary>
    /// <param name="engine">One of <see cref="Engines"/>.</param>
    /// <param name="grid">Blocks in x, y and z.</param>
    /// <param name="block">Threads of a block in x, y and z.</param>
    /// <exception cref="KernelRunException">The kernel or an argument does not fit, or the engine cannot take it.</exception>
    public KernelRunResult Run(string engine, (int X, int Y, int Z) grid, (int X, int Y, int Z) block, params object[] arguments)
    {
        int angle = _kernel.IndexOf('<', StringComparison.Ordinal);
        string name = angle < 0 ? _kernel : _kernel[..angle];
        string template = angle < 0 ? "" : _kernel[(angle + 1)..^1];
        var step = new KernelLaunch(1, name, template, Extent(grid), Extent(block), 0, false, arguments.Select(Argument).ToEquatable());
        var launch = new TestLaunch(1, [step]);
        var file = KernelFile.Load(_source, new CompilerOptions(), new LaunchHeader([launch], []));
        if (file.Compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
        {
            throw new KernelRunException(DiagnosticPrinter.Print(error, withSource: true));
        }
        var run = Compiler.Compiler.OnDeepStack(() => RunOn(engine, file, launch));
        if (run.Problem.Length > 0)
        {
            throw new KernelRunException(run.Problem);
        }
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is Array array && run.Buffers.TryGetValue(NameOf(i), out byte[]? bytes))
            {
                CopyBack(bytes, array);
            }
        }
        return new KernelRunResult(engine, run.Findings);
    }

    private ReferenceRun RunOn(string engine, KernelFile file, TestLaunch launch) => engine switch
    {
        "reference" => ReferenceEngine.Run(file, file.Compilation.Module, launch, new ExecutionOptions()),
        "reference-opt" => ReferenceEngine.Run(file, Pipeline.Optimise.Run(file.Compilation.Module), launch, new ExecutionOptions()),
        _ => _engines.FirstOrDefault(e => e.EngineName == engine) is { } found
            ? InProcessEngine.Run(file, file.Compilation.Module, launch, found)
            : throw new KernelRunException($"there is no engine '{engine}'; there are: {string.Join(", ", Engines)}"),
    };

    private static Testing.Extent Extent((int X, int Y, int Z) e) => new((uint)e.X, (uint)e.Y, (uint)e.Z);

    private static string NameOf(int i) => string.Create(CultureInfo.InvariantCulture, $"argument{i}");

    private static LaunchArgument Argument(object value, int i) => value switch
    {
        Array array => new BufferArgument(NameOf(i), Spec(array)),
        bool b => new ScalarArgument(NameOf(i), b ? "1" : "0"),
        IFormattable f => new ScalarArgument(NameOf(i), f.ToString(value is float or double or Half ? "R" : null, CultureInfo.InvariantCulture)),
        _ => throw new KernelRunException($"argument {i} is a {value.GetType().Name}, not an array or a number"),
    };

    private static BufferSpec Spec(Array array)
    {
        var type = array switch
        {
            sbyte[] => ScalarType.I8,
            byte[] => ScalarType.U8,
            short[] => ScalarType.I16,
            ushort[] => ScalarType.U16,
            int[] => ScalarType.I32,
            uint[] => ScalarType.U32,
            long[] => ScalarType.I64,
            ulong[] => ScalarType.U64,
            Half[] => ScalarType.F16,
            float[] => ScalarType.F32,
            double[] => ScalarType.F64,
            _ => throw new KernelRunException($"an array of {array.GetType().GetElementType()!.Name} is no buffer"),
        };
        string Text(object? item) => ((IFormattable)item!).ToString(type.IsFloat() ? "R" : null, CultureInfo.InvariantCulture) switch
        {
            "NaN" => "nan",
            "Infinity" => "inf",
            "-Infinity" => "-inf",
            var text => text,
        };
        var items = array.Cast<object>().Select(Text).ToEquatable();
        return new BufferSpec(ElementType.Of(type, type.ToString()), array.Length, new BufferFill.Values(items));
    }

    private static void CopyBack(byte[] bytes, Array array)
    {
        var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        try
        {
            Marshal.Copy(bytes, 0, handle.AddrOfPinnedObject(), bytes.Length);
        }
        finally
        {
            handle.Free();
        }
    }
}
