using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Launches;

namespace KernelPort.Kits;

/// <summary>A buffer or variable of a launch: what goes in, what must come out.</summary>
/// <param name="Input">Null where nothing is written before the launch.</param>
/// <param name="Expected">Null where it is not compared.</param>
public sealed record KitBuffer(string Name, bool IsSymbol, ElementType Type, byte[]? Input, byte[]? Expected, Tolerance Tolerance, bool IsSet);

/// <summary>One launch with its data. What is expected is the reference executor's answer, which the header's own lines confirmed.</summary>
/// <param name="Kernels">As the header names them.</param>
public sealed record KitLaunch(int Index, int HeaderIndex, IReadOnlyList<string> Kernels, IReadOnlyList<KitBuffer> Buffers)
{
    private string Stem(KitBuffer b) => FormattableString.Invariant($"data/{Index}.{(b.IsSymbol ? "symbol." : "")}{b.Name}");

    public string InputFile(KitBuffer b) => Stem(b) + ".in.bin";

    public string ExpectedFile(KitBuffer b) => Stem(b) + ".expected.bin";

    public IEnumerable<KitFile> Files =>
        Buffers.Where(b => b.Input is not null).Select(b => new KitFile(InputFile(b), b.Input!))
            .Concat(Buffers.Where(b => b.Expected is not null).Select(b => new KitFile(ExpectedFile(b), b.Expected!)));

    /// <summary>FNV-1a of all that the driver reads, in the order in which it reads.</summary>
    public string DataHash => Comparison.Fnv1a64([.. Files.SelectMany(f => f.Bytes)]).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The launches of a file, with what the reference executor makes of them; a launch that has no one answer is listed and left out.</summary>
    public static IReadOnlyList<KitLaunch> Of(KernelFile file, DiagnosticBag bag)
    {
        var launches = new List<KitLaunch>();
        for (int i = 0; i < file.Header.Launches.Count; i++)
        {
            var launch = file.Header.Launches[i];
            if (Make(file, launch, launches.Count, i, bag) is { } made)
            {
                launches.Add(made);
            }
        }
        return launches;
    }

    private static KitLaunch? Make(KernelFile file, TestLaunch launch, int index, int headerIndex, DiagnosticBag bag)
    {
        var at = Line(file.Source, launch.Line);
        var module = file.Compilation.Module;
        if (launch.Buffers.Any(b => b.Texture is not null))
        {
            bag.Add(KitRules.CannotCarry.At(at, "a launch with textures or surfaces; the kit's driver makes buffers only"));
            return null;
        }
        if (launch.HasMovedStarts)
        {
            bag.Add(KitRules.CannotCarry.At(at, "a launch with pointers into buffers; the kit's driver passes buffers only"));
            return null;
        }
        ReferenceRun Run(Schedule schedule) => Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, module, launch, new ExecutionOptions { Schedule = schedule }));
        var run = Run(Schedule.LockStep);
        if (launch.Expectations.Any(e => e.Kind == ExpectationKind.Finding))
        {
            bag.Add(KitRules.CannotCarry.At(at, "a launch that is expected to go wrong; a card would not notice, or not say"));
            return null;
        }
        var other = Run(Schedule.Fair);
        var buffers = new List<KitBuffer>();
        foreach (var b in launch.Buffers.DistinctBy(b => b.Name))
        {
            var tolerance = launch.ToleranceOf(b.Name);
            var sets = launch.Expectations.Where(e => e.Kind == ExpectationKind.Set && !e.IsSymbol && e.Subject == b.Name).ToList();
            if (sets.Exists(s => s.Slice is not null))
            {
                bag.Add(KitRules.CannotCarry.At(at, $"a launch of which a part of '{b.Name}' has no order"));
                return null;
            }
            byte[] expected = Known(run, b.Name);
            if (sets.Count == 0 && !Comparison.Buffers(b.Name, b.Spec.Element, expected, Known(other, b.Name), tolerance).Passed)
            {
                bag.Add(KitRules.CannotCarry.At(at, $"a launch whose '{b.Name}' depends on which threads go first"));
                return null;
            }
            buffers.Add(new KitBuffer(b.Name, false, b.Spec.Element, b.Spec.CreateBytes(), expected, tolerance, sets.Count > 0));
        }
        foreach (string name in launch.Symbols.Select(s => s.Name).Concat(launch.Expectations.Where(e => e.IsSymbol).Select(e => e.Subject)).Distinct(StringComparer.Ordinal))
        {
            var (type, bytes) = run.Symbols[name];
            var fill = launch.Symbols.FirstOrDefault(s => s.Name == name);
            buffers.Add(new KitBuffer(name, true, type, fill is null ? null : ReferenceEngine.Values(type.Scalars, fill.Values, type.Size),
                launch.Expectations.Any(e => e.IsSymbol && e.Subject == name) ? bytes : null, launch.ToleranceOf(name), false));
        }
        return new KitLaunch(index, headerIndex, [.. launch.Steps.Select(s => s.Kernel).Distinct(StringComparer.Ordinal)], buffers);
    }

    /// <summary>What the device holds where nobody wrote is what the kit put there.</summary>
    private static byte[] Known(ReferenceRun run, string name)
    {
        byte[] bytes = [.. run.Buffers[name]], written = run.Written[name];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = written[i] == 0 ? BufferSpec.PoisonByte : bytes[i];
        }
        return bytes;
    }

    internal static Span Line(SourceText source, int line)
    {
        int at = 0;
        for (int i = 1; i < line; i++)
        {
            at = source.Text.IndexOf('\n', at) + 1;
        }
        return new Span(source, at, 0);
    }
}
