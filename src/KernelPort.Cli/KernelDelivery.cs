using System.Diagnostics;
using KernelPort.Backends;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>A run whose kernels an engine compiles: the folder of their libraries, the socket to ask at, and the verdict afterwards.</summary>
internal sealed class KernelDelivery : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-kernels-").FullName;
    private readonly KernelServer _server;
    private readonly ProgramKernels _kernels;
    private readonly IKernelLibraries _engine;

    /// <exception cref="CommandException">What the engine needs is missing.</exception>
    public KernelDelivery(IKernelLibraries engine, IReadOnlyList<SourceText> units, CommonValues options, string executable)
    {
        _engine = engine;
        if (engine.Runtime(out string reason) is not { } runtime)
        {
            Directory.Delete(_folder, true);
            throw new CommandException(ExitCodes.MissingTool, $"--engine {engine.EngineName}: {reason}");
        }
        File.WriteAllBytes(RuntimePath, runtime);
        _kernels = new ProgramKernels(units, options.CompilerOptions, engine, new ProgramSymbols(executable), _folder);
        _server = new KernelServer(SocketPath, _kernels.Answer);
    }

    private string RuntimePath => Path.Combine(_folder, "runtime.so");

    private string SocketPath => Path.Combine(_folder, "ask");

    /// <summary>Tells the program where to ask.</summary>
    public void Prepare(ProcessStartInfo start)
    {
        start.Environment["KP_KERNELS"] = SocketPath;
        start.Environment["KP_KERNEL_RUNTIME"] = RuntimePath;
    }

    /// <summary>Each kernel that the engine did not run, and how many it did.</summary>
    public IEnumerable<Diagnostic> Verdict()
    {
        foreach (var (kernel, reason) in _kernels.Outcomes.Where(o => o.Value.Length > 0))
        {
            yield return RunRules.InTwin.At(Span.None, kernel, _engine.EngineName, reason);
        }
        yield return RunRules.Engines.At(Span.None, _kernels.Outcomes.Count(o => o.Value.Length == 0), _kernels.Outcomes.Count, _engine.EngineName);
    }

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, true);
    }
}
