using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.HostSide;

/// <summary>A kernel with its body: what host text has in its place is a stub.</summary>
/// <param name="Body">From brace to brace.</param>
/// <param name="Parameters">Their names in order, "..." behind that of a pack; null where one has no name.</param>
public sealed record KernelBody(string Name, Span Span, Span Body, IReadOnlyList<string>? Parameters);

/// <summary>A function that the device alone has.</summary>
/// <param name="Span">All of it, a template's head included.</param>
/// <param name="Body">From the initializers of members, if any, to the last brace; none where it is only declared.</param>
/// <param name="IsMember">Its class needs it declared.</param>
public sealed record DeviceFunction(string Name, Span Span, Span Body, bool IsMember);

/// <summary>A variable of file scope in a memory of the device's.</summary>
/// <param name="Name">With its namespaces; none for unnamed ones.</param>
/// <param name="Span">The whole declaration, which may be of several.</param>
/// <param name="At">Its own part of that.</param>
public sealed record DeviceVariable(string Name, Span Span, Span At, bool IsShared, bool IsManaged);

/// <summary>A launch.</summary>
/// <param name="Name">The kernel's, without namespaces and template arguments; none where it is not named.</param>
/// <param name="Block">The extents of its blocks where they stand in the text.</param>
public sealed record LaunchPlace(Span Span, string Name, (int X, int Y, int Z)? Block);

/// <summary>What of a unit's text is for the device, and where the host starts it.</summary>
public sealed class DeviceText
{
    public List<KernelBody> Kernels { get; } = [];

    public List<DeviceFunction> Functions { get; } = [];

    public List<DeviceVariable> Variables { get; } = [];

    public List<LaunchPlace> Launches { get; } = [];

    /// <summary>Functions whose text nests too deeply to be looked at.</summary>
    public List<Span> TooDeep { get; } = [];

    /// <param name="isOwn">Whether a source is the user's, and no header of ours or of the system.</param>
    public static DeviceText Of(TranslationUnit unit, Func<SourceText, bool> isOwn) => DeviceTextFinder.Run(unit, isOwn);

    /// <summary>The part of it that stands in one file.</summary>
    public DeviceText In(SourceText source)
    {
        var part = new DeviceText();
        part.Kernels.AddRange(Kernels.Where(k => k.Span.Source == source));
        part.Functions.AddRange(Functions.Where(f => f.Span.Source == source));
        part.Variables.AddRange(Variables.Where(v => v.Span.Source == source));
        part.Launches.AddRange(Launches.Where(l => l.Span.Source == source));
        part.TooDeep.AddRange(TooDeep.Where(s => s.Source == source));
        return part;
    }
}
