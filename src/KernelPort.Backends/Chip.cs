namespace KernelPort.Backends;

/// <summary>A chip's published peaks, for estimates. Null where nothing was found; nothing here was measured by us.</summary>
/// <param name="SingleTflops">Additions and products in single precision outside of matrix units, in 10^12 a second.</param>
/// <param name="DoubleTflops">The same in double precision.</param>
/// <param name="GigabytesPerSecond">Of its memory, 10^9 bytes.</param>
/// <param name="Watts">Of the whole board, as it is rated.</param>
/// <param name="Source">Where the figures stand.</param>
public sealed record Chip(string Name, double? SingleTflops, double? DoubleTflops, double? GigabytesPerSecond, double? Watts, string Source);
