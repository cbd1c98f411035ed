using System.Globalization;
using System.Runtime.InteropServices;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Launches;
using KernelPort.Passes;

namespace KernelPort.Testing;

/// <summary>A CUDA kernel to be run from a test: load it, give it arrays and numbers, look at the arrays afterwards.</summary>
/// <example><code>
/// var kernel = KernelUnderTest.FromFile("saxpy.cu", "saxpy");
/// kernel.Run("reference", (2, 1, 1), (256, 1, 1), n, 2.0f, x, y);   // y is changed in place
/// </code></example>
public sealed class KernelUnderTest
{
    private readonly SourceText _source;
    private readonly string _kernel;

    private KernelUnderTest(SourceText source, string kernel)
    {
        _source = source;
        _kernel = kernel;
    }

    /// <param name="path">A CUDA file.</param>
    /// <param name="kernel">The kernel's name, with template arguments where it is a template: <c>reduce&lt;float, 256&gt;</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KernelUnderTest FromFile(string path, string kernel) => new(SourceText.Read(path), kernel);

    /// <param name="text">CUDA source text.</param>
    public static KernelUnderTest FromText(string text, string kernel) => new(new SourceText("kernel.cu", text), kernel);

    /// <summary>The engines that can be run on this machine: the reference executor, the twins' CUDA, those that compile into this process.</summary>
    public static IReadOnlyList<string> Engines => TestEngines.Names;

    /// <summary>The targets whose emitted text can be run on this machine: each against its twin, which is no hardware.</summary>
    public static IReadOnlyList<string> Targets => TestEngines.TargetNames;

    /// <summary>Runs the kernel. Arrays of numbers are buffers: copied in, and back when the kernel is done; everything else is a scalar.</summary>
    /// <param name="engine">One of <see cref="Engines"/> or of <see cref="Targets"/>.</param>
    /// <param name="grid">Blocks in x, y and z.</param>
    /// <param name="block">Threads of a block in x, y and z.</param>
    /// <param name="arguments">In the order of the kernel's parameters.</param>
    /// <exception cref="KernelRefusedException">The engine or target cannot take this kernel, for a reason with a code.</exception>
    /// <exception cref="KernelRunException">The kernel or an argument does not fit, or the run went wrong.</exception>
    public KernelRun Run(string engine, (int X, int Y, int Z) grid, (int X, int Y, int Z) block, params object[] arguments)
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
        var run = Compiler.Compiler.OnDeepStack(() => TestEngines.Run(engine, file, launch));
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
        return new KernelRun(engine, run.Findings);
    }

    private static Launches.Extent Extent((int X, int Y, int Z) e) => new((uint)e.X, (uint)e.Y, (uint)e.Z);

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
        var bytes = new byte[array.Length * type.Size()];
        Copy(array, bytes);
        return new BufferSpec(ElementType.Of(type, type.ToString()), array.Length, new BufferFill.Bytes(bytes));
    }

    private static void Copy(Array array, byte[] to)
    {
        var handle = GCHandle.Alloc(array, GCHandleType.Pinned);
        try
        {
            Marshal.Copy(handle.AddrOfPinnedObject(), to, 0, to.Length);
        }
        finally
        {
            handle.Free();
        }
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
