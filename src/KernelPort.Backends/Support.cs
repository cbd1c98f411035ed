using KernelPort.Passes;

namespace KernelPort.Backends;

/// <summary>What a target does about an operation or type.</summary>
public abstract record Support(Evidence From)
{
    /// <summary>The target has it under this spelling. <c>{0}</c>… are the arguments, <c>{f}</c> is <c>f</c> for float and nothing for double,
    /// <c>{0:mask}</c> a 32-bit lane mask, <c>{3:width}</c> a width with its comma, left out where it is the warp's own.</summary>
    public sealed record Native(string Spelling, Evidence From) : Support(From);

    /// <summary>We make it of what the target has.</summary>
    public sealed record Lowered(IPass By, Evidence From) : Support(From);

    /// <summary>The target cannot do it, for this reason.</summary>
    public sealed record Missing(string Why, Evidence From) : Support(From);

    /// <summary>The target could; we do not yet.</summary>
    public sealed record Gap(string Why, Evidence From) : Support(From);
}
