using System.Globalization;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Passes;
using KernelPort.Passes.Instrument;
using KernelPort.Passes.Optimise;
using KernelPort.Twin;
using Extent = KernelPort.Launches.Extent;

namespace KernelPort.Engines.Verification;

/// <summary>
/// Where an engine first goes another way than the reference executor: both run the kernel with every value written down that is stored or named, and the
/// logs are compared thread by thread. "First" is by how many such values a thread had before; threads have no other common order.
/// </summary>
public static class FirstDivergence
{
    private const long LargestRecord = 64 << 20; // bytes, all threads together
    private const string Log = "kp_record";
    private const int MostValues = 4096;         // a thread

    /// <summary>The place, thread and values of the first difference in a launch; null where all that was written down agrees, or the engine did not run.</summary>
    /// <param name="record">Runs a file's one launch on the engine, by its IR, and gives the buffer <c>kp_record</c>; null where it does not run.</param>
    public static Diagnostic? Find(KernelFile file, TestLaunch launch, Func<KernelFile, byte[]?> record)
    {
        // one kernel at a time: what a second one reads would have to be brought in between
        if (launch.Steps.Count != 1 || launch.Steps[0] is not { } step || step.Grid.Product * step.Block.Product is var threads && (threads == 0 || threads > LargestRecord / 64))
        {
            return null;
        }
        var recorder = new RecordValues((int)Math.Min(MostValues, (LargestRecord / (long)threads / 16) - 1));
        var module = new Pipeline([new InlineCalls(), recorder]).Run(file.Compilation.Module);
        var log = new BufferArgument(Log, new BufferSpec(ElementType.Find("ulong")!, (int)threads * recorder.Words, new BufferFill.Zero()));
        var recorded = launch with { Steps = [step with { Arguments = [.. step.Arguments, log] }] };
        var instrumented = file.With(module, new LaunchHeader([recorded], []));
        var reference = Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(instrumented, module, recorded, new Execution.ExecutionOptions { Check = false }));
        return reference.Buffers.TryGetValue(Log, out byte[]? expected) && record(instrumented) is { } actual ? Compare(expected, actual, recorder, step) : null;
    }

    /// <summary>The same for a target's text through its twin.</summary>
    public static Diagnostic? Find(KernelFile file, TestLaunch launch, KernelTestRunner runner, IBackend backend, Target target) => Find(file, launch, instrumented =>
    {
        byte[]? record = null;
        runner.RunTarget(instrumented, backend, target, (_, run) =>
        {
            record = run.Find(Log);
            return new TwinVerdict(run.Status, [], "");
        });
        return record;
    });

    /// <summary>The same for an engine in this process.</summary>
    public static Diagnostic? Find(KernelFile file, TestLaunch launch, IInProcessEngine engine) => Find(file, launch, instrumented =>
        Compiler.Compiler.OnDeepStack(() => InProcessEngine.Run(instrumented, instrumented.Compilation.Module, instrumented.Header.Launches[0], engine)).Buffers.GetValueOrDefault(Log));

    private static Diagnostic? Compare(byte[] expected, byte[] actual, RecordValues recorder, KernelLaunch step)
    {
        (int At, int Thread)? first = null;
        ulong Word(byte[] log, int thread, int word) => BitConverter.ToUInt64(log, 8 * ((thread * recorder.Words) + word));
        int threads = (int)(step.Grid.Product * step.Block.Product);
        for (int t = 0; t < threads; t++)
        {
            int most = (int)Math.Min((ulong)recorder.Capacity, Math.Max(Word(expected, t, 0), Word(actual, t, 0)));
            for (int i = 0; i < most && (first is not { } f || i < f.At); i++)
            {
                ulong place = Word(expected, t, 1 + (2 * i));
                if (place != Word(actual, t, 1 + (2 * i)) || !recorder.Agree((int)place, Word(expected, t, 2 + (2 * i)), Word(actual, t, 2 + (2 * i))))
                {
                    first = (i, t);
                }
            }
        }
        if (first is not var (at, thread))
        {
            return null;
        }
        string who = $"thread {Coordinates(thread % (int)step.Block.Product, step.Block)} of block {Coordinates(thread / (int)step.Block.Product, step.Grid)}";
        bool Ended(byte[] log) => Word(log, thread, 0) <= (ulong)at;
        int Place(byte[] log) => (int)Word(log, thread, 1 + (2 * at));
        if (Ended(expected) || Ended(actual) || Place(expected) != Place(actual))
        {
            // the values agreed and the ways part: a condition came out differently
            string Way(byte[] log) => Ended(log) ? "has no more values" : string.Create(CultureInfo.InvariantCulture, $"goes to line {recorder.Places[Place(log)].Line}");
            int shown = Ended(expected) ? Place(actual) : Place(expected);
            return VerificationRules.OtherWay.At(recorder.Places[shown], who, Way(actual), Way(expected));
        }
        return VerificationRules.FirstDivergence.At(recorder.Places[Place(expected)], who, recorder.Text(Place(expected), Word(actual, thread, 2 + (2 * at))), recorder.Text(Place(expected), Word(expected, thread, 2 + (2 * at))));
    }

    private static string Coordinates(int linear, Extent extent) =>
        new Extent((uint)(linear % extent.X), (uint)(linear / extent.X % extent.Y), (uint)(linear / (extent.X * extent.Y))).ToString();
}
