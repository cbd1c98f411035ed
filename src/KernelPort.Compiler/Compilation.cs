using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Ir;

namespace KernelPort.Compiler;

/// <summary>What to read, and how.</summary>
public sealed record CompilerOptions
{
    /// <summary>Searched in order for includes, as -I does.</summary>
    public EquatableArray<string> IncludeDirectories { get; init; } = [];

    /// <summary>Macros, as -D gives them.</summary>
    public EquatableArray<(string Name, string Value)> Defines { get; init; } = [];

    /// <summary>Only these kernels; none means all.</summary>
    public EquatableArray<string> Kernels { get; init; } = [];

    /// <summary>Other units of the program, read behind the source for the device functions that they define; their kernels are not lowered.</summary>
    public EquatableArray<SourceText> Behind { get; init; } = [];

    /// <summary>Template instances to make besides those that host code launches, as <c>name&lt;float, 256&gt;</c>.</summary>
    public EquatableArray<string> Instantiate { get; init; } = [];

    /// <summary>Finds an included file's text by path, null where there is none; the disk if not given. Asked from several threads.</summary>
    public Func<string, SourceText?>? FileLoader { get; init; }
}

/// <summary>A source file with everything the front end found out about it.</summary>
/// <param name="Parse">The syntax and every file read for it.</param>
/// <param name="Module">The kernels that could be lowered, unoptimised, and the functions they call.</param>
/// <param name="Failed">Kernels with errors, by source name.</param>
/// <param name="Unlaunched">Kernel templates that nobody launches or asked for.</param>
/// <param name="Diagnostics">In the order of the text.</param>
public sealed record Compilation(SourceText Source, ParseResult Parse, Module Module, EquatableArray<string> Failed, EquatableArray<string> Unlaunched, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>For each of <see cref="CompilerOptions.Instantiate"/> the function it became, or null.</summary>
    public EquatableArray<string?> Instances { get; init; } = [];

    /// <summary>Functions that are called and have no body in the text, by name.</summary>
    public EquatableArray<string> Bodiless { get; init; } = [];

    /// <summary>Instances of kernel templates with sizes of blocks that the unit launches them with, where these are constants.</summary>
    public EquatableArray<(string Kernel, (int X, int Y, int Z) Block)> Blocks { get; init; } = [];

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
