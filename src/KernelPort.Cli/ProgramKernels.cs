using System.Globalization;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Cli;

/// <summary>Compiles the kernels that a running program asks for, each when it is first launched, for the block it is launched with.</summary>
/// <param name="units">The program's CUDA files.</param>
/// <param name="symbols">The program's variables.</param>
/// <param name="folder">Where libraries are written.</param>
internal sealed class ProgramKernels(IReadOnlyList<SourceText> units, CompilerOptions options, IKernelLibraries engine, ProgramSymbols symbols, string folder)
{
    private readonly SortedDictionary<string, string> _outcomes = new(StringComparer.Ordinal);
    private Compilation[]? _compilations;
    private int _libraries;

    /// <summary>Every kernel that was launched, and why it ran in the twin; "" where it did not.</summary>
    public IReadOnlyDictionary<string, string> Outcomes => _outcomes;

    /// <summary>Answers "name TAB x TAB y TAB z TAB steps TAB layout" with "+library symbol", or "-".</summary>
    public string Answer(string question)
    {
        string[] parts = question.Split('\t');
        string name = KernelName.Of(parts[0]);
        int Size(int i) => int.Parse(parts[i], CultureInfo.InvariantCulture);
        string? answer = Library(name, new Extent(Size(1), Size(2), Size(3)), parts[4].Length > 0, parts[5].Trim(), out string reason);
        if (answer is null || !_outcomes.ContainsKey(name))
        {
            _outcomes[name] = reason;
        }
        return answer ?? "-";
    }

    private string? Library(string name, Extent block, bool steps, string layout, out string reason)
    {
        if (steps)
        {
            reason = "it counts on the lanes of a warp going in step";
            return null;
        }
        if (Find(name, layout, out reason) is not var (module, kernel))
        {
            return null;
        }
        if (WaitingLoops.Any(module, kernel))
        {
            reason = "its threads wait for others";
            return null;
        }
        var addresses = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var g in module.Globals)
        {
            if (symbols.Address(g.Name) is not { } address)
            {
                reason = $"where the program has the variable '{g.Name}' cannot be told";
                return null;
            }
            addresses[g.Name] = address;
        }
        string symbol = "", why = "";
        byte[]? bytes;
        try
        {
            bytes = Compiler.Compiler.OnDeepStack(() => engine.Library(module, kernel, block, addresses, out symbol, out why));
        }
        catch (InvalidOperationException e)
        {
            // Our bug; the program still has its twin, and the verdict says so.
            (bytes, why) = (null, "internal error: " + e.Message.Split('\n')[0]);
        }
        reason = why;
        if (bytes is null)
        {
            return null;
        }
        string path = Path.Combine(folder, FormattableString.Invariant($"kernel{_libraries++}.so"));
        File.WriteAllBytes(path, bytes);
        return $"+{path} {symbol}";
    }

    /// <summary>The kernel of a name whose parameters lie as the program's do.</summary>
    private (Module Module, Function Kernel)? Find(string name, string layout, out string reason)
    {
        _compilations ??= [.. SeparateUnits.Compile(units, options, 1)];
        var found = Named(_compilations, name);
        if (found.Count == 0 && name.Contains('<', StringComparison.Ordinal))
        {
            // An instance that no launch in the text shows: a kernel given by its address, or launched by a template.
            found = Named([.. SeparateUnits.Compile(units, options with { Instantiate = [KernelName.AsWritten(name)] }, 1)], name);
        }
        if (found.Count == 0)
        {
            var error = _compilations.SelectMany(c => c.Diagnostics).FirstOrDefault(d => d.Severity == Severity.Error);
            reason = error is null ? "no such kernel was found in the program's text" : $"it was not lowered; the first error is {error.Code}: {error.Message}";
            return null;
        }
        if (layout.Contains("unnamed", StringComparison.Ordinal))
        {
            reason = "it has parameters without a name, or a pack of them";
            return null;
        }
        var fitting = found.Where(f => Layout(f.Kernel) == layout).ToList();
        if (_compilations.SelectMany(c => c.Failed).Any(f => KernelName.Normal(f) == name))
        {
            // Perhaps the one that failed is meant.
            fitting.Clear();
            found.Clear();
        }
        reason = fitting.Count == 1 ? "" : found.Count == 0 ? "a kernel of its name was not lowered" : fitting.Count == 0 ? "its parameters do not lie as the program's do" : "several kernels of the program have its name";
        return fitting.Count == 1 ? (Emission.Only(fitting[0].Module, [fitting[0].Kernel]), fitting[0].Kernel) : null;
    }

    /// <summary>One of several units that read the same header counts once.</summary>
    private static List<(Module Module, Function Kernel)> Named(IEnumerable<Compilation> compilations, string name) =>
        [.. compilations.SelectMany(c => c.Module.Kernels.Where(k => KernelName.Normal(k.SourceName) == name).Select(k => (c.Module, Kernel: k)))
            .DistinctBy(f => (f.Kernel.From.Span.Source?.Path, f.Kernel.From.Span.Start, f.Kernel.Name))];

    private static string Layout(Function kernel) => string.Join(' ', kernel.Parameters.Select(kernel.TypeOf).Select(t => FormattableString.Invariant($"{t.Size}:{t.Alignment}")));
}
