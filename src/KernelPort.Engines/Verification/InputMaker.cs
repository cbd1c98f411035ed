using System.Globalization;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Launches;
using Extent = KernelPort.Launches.Extent;
using IrScalar = KernelPort.Ir.ScalarType;
using Scalar = KernelPort.Launches.ScalarType;

namespace KernelPort.Engines.Verification;

/// <summary>One set of inputs: the size that integers get, and whether floats are the numbers where formats end.</summary>
/// <param name="Moved">Pointers point to the second element of their buffers: no better aligned than their types say.</param>
public sealed record VerificationCase(int Size, bool Edges, bool Moved = false)
{
    public override string ToString() => FormattableString.Invariant($"size {Size}, {(Edges ? "edge values" : "random values")}{(Moved ? ", pointers one element in" : "")}");
}

/// <summary>
/// Makes arguments for a kernel from its signature. How long a buffer must be no signature says: the reference executor runs the kernel, and
/// buffers grow until it stays inside.
/// </summary>
internal sealed class InputMaker(KernelFile file, KernelLaunch named, Extent block, VerificationOptions options)
{
    private const int LargestBuffer = 1 << 24;
    private const int Attempts = 12;
    internal const long Steps = 300_000; // a block; a case that wants more, as cubes of the size do, is left out
    private static readonly string[] EdgeFloats = ["0", "-0", "1", "-1", "inf", "-inf", "nan", "0.5", "-2.5", "1e-3", "3e4"];

    private readonly Function _kernel = file.Kernel(named)!;

    private readonly KernelShape _shape = KernelShape.Of(file.Compilation.Module, file.Kernel(named)!);

    public Extent Block => block;

    /// <summary>The blocks to try, likeliest first: what the file's own launch header has, then what fits the axes the kernel looks at. Many a kernel is written
    /// for one block size, and goes wrong with others.</summary>
    public static IEnumerable<Extent> Blocks(KernelFile file, KernelLaunch named)
    {
        var written = LaunchHeader.Parse(file.Source.Text).Launches.SelectMany(l => l.Steps).FirstOrDefault(s => s.Name == named.Name);
        int most = file.Kernel(named)!.Bounds?.MaxThreads ?? 1024;
        Extent[] likely = KernelShape.Of(file.Compilation.Module, file.Kernel(named)!).Axes switch
        {
            3 => [new Extent(8, 8, 4), new Extent(4, 4, 4), new Extent(256, 1, 1), new Extent(2, 2, 2)],
            2 => [new Extent(16, 16, 1), new Extent(32, 8, 1), new Extent(32, 32, 1), new Extent(8, 8, 1), new Extent(256, 1, 1)],
            _ => [new Extent((uint)Math.Min(most, 256), 1, 1), new Extent(128, 1, 1), new Extent(64, 1, 1), new Extent(32, 1, 1), new Extent(512, 1, 1), new Extent(1, 1, 1)],
        };
        return (written is null ? likely : [written.Block, .. likely]).Where(b => b.Product <= (ulong)most).Distinct();
    }

    /// <summary>Around the block's edges, where guards are wrong; smaller where every axis has the size.</summary>
    public IReadOnlyList<VerificationCase> Cases()
    {
        int edge = (int)block.X;
        int[] sizes = options.Sizes.Count > 0 ? [.. options.Sizes] : _shape.Axes == 1 ? [0, 1, edge - 1, edge, edge + 1, (3 * edge) + 7] : [0, 1, edge - 1, edge, edge + 1, (2 * edge) + 3];
        return [.. sizes.Distinct().Order().SelectMany(s => new[] { new VerificationCase(s, false), new VerificationCase(s, true) }).Where(c => !c.Edges || HasFloats)];
    }

    private bool HasFloats => _kernel.Parameters.Any(p => _kernel.TypeOf(p) is PointerType t && ReferenceEngine.Flatten(t.Pointee).Any(s => s.Type.IsFloat()));

    /// <summary>The launch of a case and what the reference executor makes of it; or why there is none.</summary>
    public (TestLaunch Launch, ReferenceRun Run)? Make(VerificationCase @case, out string problem)
    {
        problem = "";
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (Launch(@case, counts, ref problem) is not { } launch)
            {
                return null;
            }
            var run = Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, file.Compilation.Module, launch, new ExecutionOptions { StepBudget = Steps }));
            if (run.Problem.Length > 0)
            {
                problem = run.Problem;
                return null;
            }
            var overrun = run.Overruns.Where(o => o.Value != 0).ToList();
            if (overrun.Count == 0)
            {
                var wrong = run.Findings.FirstOrDefault(f => f.Diagnostic.Severity == Severity.Error);
                problem = wrong is null ? "" : $"{wrong.Diagnostic.Span}: {wrong.Code}: {wrong.Diagnostic.Message}";
                return wrong is null ? (launch, run) : null;
            }
            foreach (var (name, end) in overrun)
            {
                int size = launch.FindBuffer(name)!.Element.Size;
                if (end < 0 || end > LargestBuffer)
                {
                    problem = end < 0 ? $"'{name}' is accessed before its start" : FormattableString.Invariant($"'{name}' would need more than {LargestBuffer} bytes");
                    return null;
                }
                counts[name] = (int)((end + size - 1) / size);
            }
        }
        problem = "its buffers have no end: give arguments by --set, or write a launch header";
        return null;
    }

    private TestLaunch? Launch(VerificationCase @case, Dictionary<string, int> counts, ref string problem)
    {
        var arguments = new List<LaunchArgument>();
        ulong seed = options.Seed * 1000;
        foreach (var p in _kernel.Parameters)
        {
            var (name, type) = (_kernel.Lets[p.Index].Name, _kernel.TypeOf(p));
            seed++;
            if (options.Fixed.FirstOrDefault(f => f.Name == name) is { Name: not null } given)
            {
                arguments.Add(new ScalarArgument(name, given.Value));
                continue;
            }
            if (Argument(name, type, @case, counts, seed) is not { } argument)
            {
                problem = HasPointers(type is PointerType pointer ? pointer.Pointee : type)
                    ? $"the parameter '{name}' of type {type} has pointers inside, which a launch header cannot say"
                    : $"the parameter '{name}' of type {type} is neither a number, nor a structure of numbers, nor a pointer to them";
                return null;
            }
            arguments.Add(argument);
        }
        uint BlocksOf(uint threads) => Math.Max(1, ((uint)@case.Size + threads - 1) / threads);
        var grid = new Extent(BlocksOf(block.X), _shape.Axes > 1 ? BlocksOf(block.Y) : 1, _shape.Axes > 2 ? BlocksOf(block.Z) : 1);
        // Enough for the usual forms, some values a thread.
        long shared = _shape.HasDynamicShared ? Math.Min(48 * 1024, 32 * (long)block.Product) : 0;
        return new TestLaunch(1, [named with { Grid = grid, Block = block, SharedBytes = shared, Arguments = arguments.ToEquatable() }]);
    }

    private static LaunchArgument? Argument(string name, IrType type, VerificationCase @case, Dictionary<string, int> counts, ulong seed)
    {
        string size = @case.Size.ToString(CultureInfo.InvariantCulture);
        string Number(Scalar s) => s == Scalar.Bool ? "1" : s.IsFloat() ? "0.75" : s is Scalar.I8 or Scalar.U8 ? (@case.Size & 127).ToString(CultureInfo.InvariantCulture) : size;
        switch (type)
        {
            case IrScalar s:
                return new ScalarArgument(name, Number((Scalar)(int)s.Kind));
            case StructType when !HasPointers(type):
                return new StructArgument(name, ReferenceEngine.Flatten(type).Select(f => Number(f.Type)).ToEquatable());
            case PointerType { Pointee: var pointee } when !HasPointers(pointee):
                if (ElementOf(pointee) is not { } element)
                {
                    return null;
                }
                // of a pointer to void no alignment is said at all
                int start = @case.Moved && pointee != IrType.Void ? 1 : 0;
                int count = counts.GetValueOrDefault(name, start + Math.Max(1, @case.Size));
                return new BufferArgument(name, new BufferSpec(element, count, Fill(element, count, @case, seed))) { Start = start };
            default:
                return null;
        }
    }

    private static bool HasPointers(IrType type) => type switch
    {
        PointerType => true,
        StructType s => s.Fields.Any(f => HasPointers(f.Type)),
        ArrayType a => HasPointers(a.Element),
        _ => false,
    };

    /// <summary>The element a launch header would name; `void` is bytes.</summary>
    private static ElementType? ElementOf(IrType type) => type switch
    {
        IrScalar s => ElementType.Of((Scalar)(int)s.Kind, ((Scalar)(int)s.Kind).Name()),
        StructType s => new ElementType(s.Name, (int)s.Size, s.Alignment, ReferenceEngine.Flatten(s).ToEquatable()),
        ArrayType a => ElementOf(a.Element),
        _ when type == IrType.Void => ElementType.Find("uchar"),
        _ => null,
    };

    /// <summary>Integers stay below the size, as many are indices.</summary>
    private static BufferFill Fill(ElementType element, int count, VerificationCase @case, ulong seed)
    {
        if (!element.Scalars.Any(s => s.Type.IsFloat()))
        {
            return new BufferFill.Random(seed, 0, element.Scalars.All(s => s.Type is Scalar.I8 or Scalar.U8) ? Math.Min(@case.Size, 127) : Math.Max(1, @case.Size));
        }
        if (!@case.Edges)
        {
            return new BufferFill.Random(seed, -2, 2);
        }
        var random = new SplitMix64(seed);
        var values = new List<string>(count * element.Scalars.Count);
        for (int i = 0; i < count; i++)
        {
            foreach (var scalar in element.Scalars)
            {
                double u = random.NextUnit();
                values.Add(!scalar.Type.IsFloat() ? ((int)(u * Math.Max(1, @case.Size))).ToString(CultureInfo.InvariantCulture)
                    : u < 0.4 ? EdgeFloats[(int)(u / 0.4 * EdgeFloats.Length)] : ((u - 0.7) * 8).ToString("F3", CultureInfo.InvariantCulture));
            }
        }
        return new BufferFill.Values(values.ToEquatable());
    }
}
