namespace KernelPort.Backends;

/// <summary>The shell lines by which the vendor's compiler makes something of migrated text.</summary>
public static class VendorBuild
{
    /// <summary>A target's lines with what is to be built filled in.</summary>
    /// <param name="target">A target that has such lines.</param>
    /// <param name="build">The sources, what becomes of them, and libraries of ours, as arguments of the compiler.</param>
    public static string Lines(Target target, string build)
    {
        using var template = target.OpenVendorBuild!();
        return template.ReadToEnd().ReplaceLineEndings("\n")
            .Replace("{build}", build, StringComparison.Ordinal)
            .Replace("{chip}", target.Name.Split(':')[^1], StringComparison.Ordinal);
    }
}
