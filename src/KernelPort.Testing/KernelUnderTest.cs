using System.Globalization;
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
    private readonly CompilerOptions _options;

    private KernelUnderTest(SourceText source, string kernel, CompilerOptions? options)
    {
        _options = options ?? new CompilerOptions();
        _source = source;
        _kernel = kernel;
    }

    /// <param name="path">A CUDA file.</param>
    /// <param name="kernel">The kernel's name, with template arguments where it is a template: <c>reduce&lt;float, 256&gt;</c>.</param>
    /// <param name="options">Folders of includes and macros, where the file needs some.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KernelUnderTest FromFile(string path, string kernel, CompilerOptions? options = null) => new(SourceText.Read(path), kernel, options);

    /// <param name="text">CUDA source text.</param>
    public static KernelUnderTest FromText(string text, string kernel, CompilerOptions? options = null) => new(new SourceText("kernel.cu", text), kernel, options);

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
    public KernelRun Run(string engine, Dim3 grid, Dim3 block, params object[] arguments) => Run(engine, new LaunchShape(grid, block), arguments);

    /// <summary>Runs the kernel on copies of the arrays twice, on the reference executor and on an engine or target, and compares every array afterwards.</summary>
    /// <param name="tolerances">How close values must be, by their type; <see cref="Tolerances.Default"/> if null.</param>
    /// <inheritdoc cref="Run(string, Dim3, Dim3, object[])"/>
    public KernelAgreement Compare(string engine, LaunchShape shape, Tolerances? tolerances, params object[] arguments)
    {
        object[] expected = Copies(arguments), actual = Copies(arguments);
        var reference = Run("reference", shape, expected);
        Run(engine, shape, actual);
        var results = Enumerable.Range(0, arguments.Length).Where(i => arguments[i] is Array)
            .Select(i => KernelComparison.Compare($"argument {i}", (Array)expected[i], (Array)actual[i], tolerances ?? Tolerances.Default));
        return new KernelAgreement(engine, [.. results], reference.Findings);
    }

    private static object[] Copies(object[] arguments) => [.. arguments.Select(a => a is Array array ? array.Clone() : a)];

    /// <summary>Runs the kernel in a shape of its own: dynamic shared memory, a cooperative launch.</summary>
    /// <inheritdoc cref="Run(string, Dim3, Dim3, object[])"/>
    public KernelRun Run(string engine, LaunchShape shape, params object[] arguments)
    {
        int angle = _kernel.IndexOf('<', StringComparison.Ordinal);
        string name = angle < 0 ? _kernel : _kernel[..angle];
        string template = angle < 0 ? "" : _kernel[(angle + 1)..^1];
        var step = new KernelLaunch(1, name, template, Extent(shape.Grid), Extent(shape.Block), shape.SharedBytes, shape.Cooperative, arguments.Select(Argument).ToEquatable());
        var launch = new TestLaunch(1, [step]);
        var file = KernelFile.Load(_source, _options, new LaunchHeader([launch], []));
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
                BufferBytes.CopyBack(bytes, array);
            }
        }
        return new KernelRun(engine, run.Findings);
    }

    private static Launches.Extent Extent(Dim3 e) => new((uint)e.X, (uint)e.Y, (uint)e.Z);

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
        var type = ElementTypes.ScalarOf(array.GetType().GetElementType()!);
        byte[] bytes = BufferBytes.Of(array);
        return new BufferSpec(ElementType.Of(type, type.ToString()), bytes.Length / type.Size(), new BufferFill.Bytes(bytes));
    }
}
