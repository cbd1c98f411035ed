using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Backends;

/// <summary>A machine family we emit for. A backend is a folder; nothing outside it knows it.</summary>
public interface IBackend
{
    /// <summary>The name before the colon: <c>musa</c>.</summary>
    string Name { get; }

    /// <summary>Its profiles, the default first.</summary>
    IReadOnlyList<Target> Targets { get; }

    /// <summary>What makes a module printable for a profile.</summary>
    Pipeline Lowering(Target target);

    /// <summary>Prints a lowered, checked module.</summary>
    EmittedFile Emit(Module module, Target target, string sourceName);

    /// <summary>The same for known block sizes; only a backend whose text depends on them says more.</summary>
    EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options) => Emit(module, target, sourceName);

    /// <summary>The forms its output can have where there are several, the one first that is written unless another is asked for.</summary>
    IReadOnlyList<OutputForm> Forms => [];

    /// <summary>The processors its output can be made for where it is machine code, the default first.</summary>
    IReadOnlyList<string> Processors => [];

    /// <summary>Why a lowered kernel that passed the capability check can still not be printed: what depends on how values are used, not on which
    /// operations there are. None for a backend that prints every operation by itself.</summary>
    IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) => [];

    /// <summary>Opens the C++ that makes it a member of a pack, found by its runtime's library when a program runs; null where nobody knows how.</summary>
    Func<TextReader>? OpenPackMember => null;

    /// <summary>Whether its objects are part of a pack itself, which runs them where no other machine is.</summary>
    bool IsLinkedIntoPacks => false;

    /// <summary>Whether the source itself can be migrated, text kept; such targets take IR text only on request.</summary>
    bool IsCudaDialect { get; }
}

/// <summary>A form of output: <c>obj</c>.</summary>
public sealed record OutputForm(string Name)
{
    /// <summary>What is not installed that it needs; null where nothing is missing.</summary>
    public string? Missing { get; init; }
}

/// <summary>Emitted text. <paramref name="LineMap"/> gives for lines of it (from 1) the place in the CUDA text.</summary>
public sealed record EmittedFile(string Extension, string Text, IReadOnlyList<(int Line, Span From)> LineMap)
{
    /// <summary>The text is bytes, one a character.</summary>
    public bool IsBytes { get; init; }

    /// <summary>What could not be made beside it.</summary>
    public IReadOnlyList<Diagnostic> Notes { get; init; } = [];

    /// <summary>The form each kernel has, where a target has several.</summary>
    public IReadOnlyList<KernelForm> Forms { get; init; } = [];

    /// <summary>The variables of file scope whose addresses a kernel takes behind its own arguments, by the kernel's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Global>> Variables { get; init; } = new Dictionary<string, IReadOnlyList<Global>>();

    /// <summary>Further files that belong to it, by name; bytes if it is.</summary>
    public IReadOnlyDictionary<string, string> Companions { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a kernel was written where a target has better and worse ways: <paramref name="Tier"/> names the way, <paramref name="Why"/> what keeps it from a better one.</summary>
public sealed record KernelForm(string Kernel, string Tier, string Why)
{
    /// <summary>The way of what the target cannot do.</summary>
    public const string Forced = "T3, by facts";

    /// <summary>The way of what it could, and we cannot yet.</summary>
    public const string OurGap = "T3, a gap of ours";

    public bool IsWritten => Tier is not (Forced or OurGap);
}
