using System.Globalization;
using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Passes;
using KernelPort.Passes.Instrument;
using IrScalar = KernelPort.Ir.ScalarType;

namespace KernelPort.Engines.Verification;

/// <summary>How far each value of a buffer may be from the reference's, and from what that follows.</summary>
/// <param name="Why">The functions that reach the buffer, with their bounds; or that none does.</param>
public sealed record BufferTolerance(string Buffer, string Why, Tolerance Allowed)
{
    /// <summary>How far the moved runs were from the reference's, in units in the last place.</summary>
    public double Moved { get; init; }

    /// <summary>The moved runs try some signs of the errors only.</summary>
    private const double Margin = 2;

    /// <summary>
    /// One a buffer of a launch. The reference runs again with every inexact function moved as far as is documented, each by itself and all together,
    /// up, down and alternating. A buffer that stays as it was is exact; elsewhere a value may be away as far as it moved, and one unit for rounding.
    /// </summary>
    internal static IReadOnlyList<BufferTolerance> Of(KernelFile file, TestLaunch launch, ReferenceRun run, VerificationOptions options)
    {
        if (options.Ulp is { } asked)
        {
            return [.. launch.Buffers.Select(b => new BufferTolerance(b.Name, Invariant($"{asked} ulp, as asked"), new Tolerance(b.Name, 0, 0, asked, "as asked")))];
        }
        var module = file.Compilation.Module;
        var functions = Functions.Of(module, file.Kernel(launch.Steps[0])!);
        var moved = functions.Select(f => (Function: (Pure?)f, Run: Move(p => Same(p, f) ? FunctionBounds.Apart(p) : null, Movement.Up)))
            .Concat((functions.Count == 0 ? [] : Enum.GetValues<Movement>()).Select(m => (Function: (Pure?)null, Run: Move(FunctionBounds.Apart, m)))).ToList();
        return [.. launch.Buffers.Select(b => Derive(b, run.Buffers[b.Name], [.. moved.Select(m => (m.Function, m.Run.Buffers.GetValueOrDefault(b.Name)))]))];

        ReferenceRun Move(Func<Pure, ErrorBound?> bounds, Movement movement)
        {
            var other = new MoveResults(bounds, movement).Run(module);
            return Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, other, launch, new ExecutionOptions { Check = false, StepBudget = InputMaker.Steps }));
        }
    }

    private static BufferTolerance Derive(BufferArgument buffer, byte[] still, IReadOnlyList<(Pure? Function, byte[]? Bytes)> moved)
    {
        var element = buffer.Spec.Element;
        double[] deviations = new double[buffer.Spec.Count * element.Scalars.Count];
        double largest = 0;
        var changed = moved.Where(m => m.Bytes is not null && !m.Bytes.AsSpan().SequenceEqual(still)).ToList();
        if (changed.Count == 0)
        {
            return new BufferTolerance(buffer.Name, "exact: no inexact function reaches it", new Tolerance(buffer.Name, 0, 0, 0, "exact"));
        }
        foreach (byte[]? bytes in changed.Select(c => c.Bytes))
        {
            for (int i = 0; i < deviations.Length; i++)
            {
                var scalar = element.Scalars[i % element.Scalars.Count];
                int at = (i / element.Scalars.Count * element.Size) + scalar.Offset;
                var was = still.AsSpan(at, scalar.Type.Size());
                var now = bytes.AsSpan(at, scalar.Type.Size());
                if (was.SequenceEqual(now) || UlpHistogram.Distance(scalar.Type, was, now) is not (> 0 and var far))
                {
                    continue;
                }
                double by = scalar.Type.IsFloat() ? Math.Abs(scalar.Type.ReadDouble(now) - scalar.Type.ReadDouble(was)) : (double)Int128.Abs(scalar.Type.ReadInteger(now) - scalar.Type.ReadInteger(was));
                // what becomes a NaN or leaves the range by so little has no bound
                deviations[i] = Math.Max(deviations[i], double.IsNaN(by) ? double.PositiveInfinity : Margin * by);
                largest = Math.Max(largest, scalar.Type.IsFloat() ? far : by);
            }
        }
        // alone each may cancel itself
        var reaching = changed.Any(c => c.Function is not null) ? changed : moved;
        string functions = string.Join(", ", reaching.Select(r => r.Function).OfType<Pure>().Select(Words));
        string distance = double.IsInfinity(largest) ? "" : Invariant($", which moves none by more than {largest:0}{(element.Scalars.Any(s => s.Type.IsFloat()) ? " ulp" : "")}");
        return new BufferTolerance(buffer.Name, $"each value as far as {functions} can move it{distance}", new Tolerance(buffer.Name, 0, 0, 1, functions) { Deviations = deviations }) { Moved = largest };
    }

    private static string Words(Pure function)
    {
        var bound = FunctionBounds.Documented(function.Intrinsic, function.Type)!;
        string ulp = bound.PerArgument > 0 ? Invariant($"{bound.Ulp} + {bound.PerArgument} |{(bound.Argument == 0 ? 'x' : 'y')}| ulp") : bound.Ulp > 0 ? Invariant($"{bound.Ulp} ulp") : "";
        string absolute = bound.Absolute > 0 ? Invariant($"2^{Math.Log2(bound.Absolute):0}") : "";
        return $"{function.Intrinsic.Name} of {function.Type} ({string.Join(" and ", new[] { ulp, absolute }.Where(s => s.Length > 0))})";
    }

    private static bool Same(Pure a, Pure b) => a.Intrinsic == b.Intrinsic && a.Type == b.Type;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The inexact functions of a kernel and what it calls, one use each, in the order of their names.</summary>
    private sealed class Functions : Walker
    {
        private readonly List<Pure> _all = [];

        public static IReadOnlyList<Pure> Of(Module module, Function kernel)
        {
            var functions = new Functions();
            foreach (var f in Backends.CapabilityCheck.Reachable(module, kernel))
            {
                functions.Walk(f);
            }
            return [.. functions._all.OrderBy(f => f.Intrinsic.Name, StringComparer.Ordinal).ThenBy(f => f.Type.ToString(), StringComparer.Ordinal)];
        }

        protected override void Enter(Expr expression)
        {
            if (expression is Pure { Type: IrScalar { IsFloat: true } } use && FunctionBounds.Apart(use) is not null && !_all.Exists(p => Same(p, use)))
            {
                _all.Add(use);
            }
        }
    }
}
