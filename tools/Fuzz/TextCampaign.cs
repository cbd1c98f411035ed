using System.Diagnostics;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Fuzz.Generation;
using KernelPort.Ir;
using KernelPort.Migration;
using KernelPort.Passes;

namespace KernelPort.Fuzz;

/// <summary>A text that made the front end throw, stand still or eat memory.</summary>
public sealed record TextFault(ulong Seed, string Kind, string Text);

/// <summary>Broken text through the front end, the targets and the migration: nothing but diagnostics may come out.</summary>
public sealed class TextCampaign(IReadOnlyList<string> cuda, IReadOnlyList<string> kir, IReadOnlyList<IBackend> backends)
{
    /// <summary>What one text may take of a processor: on a loaded machine the wall clock would accuse it of others' work.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>Long enough that one who only waits is found too.</summary>
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(60);

    /// <summary>What one text may allocate and keep, in bytes.</summary>
    public const long MemoryLimit = 1L << 30;

    private readonly TextMutator _cuda = new(cuda);
    private readonly TextMutator _kir = new(kir);

    /// <summary>One text; null where all is well.</summary>
    public TextFault? Run(ulong seed)
    {
        bool isKir = seed % 4 == 3;
        string text = (isKir ? _kir : _cuda).Make(seed);
        var fault = Try(seed, text, isKir);
        // the first text pays for what is compiled then: what is a hang, is one twice
        return fault is { Kind: "takes too long" } ? Try(seed, text, isKir) : fault;
    }

    private TextFault? Try(ulong seed, string text, bool isKir)
    {
        Exception? thrown = null;
        long before = GC.GetTotalMemory(false), most = 0;
        var work = new Thread(() =>
        {
            try
            {
                if (isKir)
                {
                    Kir(text);
                }
                else
                {
                    Cuda(text, seed);
                }
            }
            catch (Exception e)
            {
                thrown = e;
            }
        }, 256 << 20)
        { IsBackground = true };
        var clock = Stopwatch.StartNew();
        var used = Environment.CpuUsage.TotalTime;
        work.Start();
        while (!work.Join(50))
        {
            most = Math.Max(most, GC.GetTotalMemory(false) - before);
            if (Environment.CpuUsage.TotalTime - used > TimeLimit || clock.Elapsed > WaitLimit)
            {
                return new TextFault(seed, "takes too long", text);
            }
        }
        return thrown is not null ? new TextFault(seed, $"{thrown.GetType().Name}: {thrown.Message.Split('\n')[0]} {thrown.StackTrace?.Split('\n')[0].Trim()}", text)
            : most > MemoryLimit ? new TextFault(seed, $"keeps {most >> 20} MB", text) : null;
    }

    private void Cuda(string text, ulong seed)
    {
        var source = new SourceText("generated.cu", text);
        var compilation = Compiler.Compiler.Compile(source, new CompilerOptions());
        var targets = backends.SelectMany(b => b.Targets.Select(t => (Backend: b, Target: t))).ToList();
        var (backend, target) = targets[(int)(seed / 4 % (ulong)targets.Count)];
        Emission.Run(compilation.Module, backend, target, source.Path);
        if (target.Migration is not null)
        {
            Migrator.Run(SourceTree.Read(AppContext.BaseDirectory, [source], new ParseOptions()), target);
        }
    }

    private static void Kir(string text)
    {
        try
        {
            var module = Reader.Read(text);
            if (Verifier.Check(module).Count == 0)
            {
                Pipeline.Optimise.Run(module);
            }
        }
        catch (KirFormatException)
        {
            // the answer to a text that is none
        }
    }
}
