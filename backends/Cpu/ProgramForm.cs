using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using KernelPort.Backends.Cpu.Llvm;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Backends.Cpu;

/// <summary>What a launch has to know of a compiled kernel, and under which key its code is kept. It is kept too, by what the kernel was made of: then neither passes
/// nor text are needed to find the code again.</summary>
internal sealed record ProgramForm(string Code, int[] ArgumentOffsets, int ArgumentBytes, long SharedBytes, bool MeetsGrid, bool Prints)
{
    // Another build of the compiler makes other code.
    private static readonly string Compiler = string.Join(' ', new[] { typeof(ProgramForm), typeof(Pipeline), typeof(Module), typeof(Extent) }.Select(t => t.Module.ModuleVersionId));

    private static readonly ConcurrentDictionary<string, ProgramForm> Known = new(StringComparer.Ordinal);

    public static ProgramForm Of(VectorKernel kernel, string code) =>
        new(code, kernel.ArgumentOffsets, kernel.ArgumentBytes, kernel.SharedBytes, kernel.MeetsGrid, kernel.Prints);

    public static string Key(Module module, Function kernel, Extent block, Processor processor, IReadOnlyDictionary<string, ulong> globals, bool contracts) => ObjectCache.Key(
    [
        "form", Compiler, Printer.Print(module), kernel.Name, $"{block} {processor} {contracts}",
        string.Join(' ', globals.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Build.Invariant($"{g.Key}={g.Value}"))), .. LlvmMachine.Of(processor).Identity,
    ]);

    public static ProgramForm? Find(string key)
    {
        if (Known.TryGetValue(key, out var known))
        {
            return known;
        }
        if (ObjectCache.Shared.Find(key) is not { } bytes)
        {
            return null;
        }
        return Known[key] = Read(Encoding.ASCII.GetString(bytes));
    }

    /// <summary>A form as <see cref="Written"/> gives it.</summary>
    public static ProgramForm Read(string text)
    {
        string[] words = text.Split(' ');
        int Number(int i) => int.Parse(words[i], CultureInfo.InvariantCulture);
        return new ProgramForm(words[0], [.. Enumerable.Range(5, words.Length - 5).Select(Number)], Number(1), long.Parse(words[2], CultureInfo.InvariantCulture), words[3] == "1", words[4] == "1");
    }

    public string Written() =>
        Build.Invariant($"{Code} {ArgumentBytes} {SharedBytes} {(MeetsGrid ? 1 : 0)} {(Prints ? 1 : 0)}{string.Concat(ArgumentOffsets.Select(o => Build.Invariant($" {o}")))}");

    public void Keep(string key)
    {
        Known[key] = this;
        ObjectCache.Shared.Add(key, Encoding.ASCII.GetBytes(Written()));
    }
}
