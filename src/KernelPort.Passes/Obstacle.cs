using KernelPort.Core;

namespace KernelPort.Passes;

/// <summary>What keeps a kernel from a form, and the place of the statement that does.</summary>
public sealed record Obstacle(string What, Span At);
