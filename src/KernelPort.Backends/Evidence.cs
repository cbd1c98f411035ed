namespace KernelPort.Backends;

/// <summary>How a claim about a vendor's product is known.</summary>
public enum Mark
{
    /// <summary>Seen in code that runs on the vendor's product.</summary>
    Code,

    /// <summary>The vendor's documentation says so.</summary>
    Document,

    /// <summary>Measured on hardware, by us or by a user with a result file.</summary>
    Measured,

    /// <summary>Our conclusion from what is around it.</summary>
    Inferred,
}

/// <summary>A mark and where to look it up.</summary>
public sealed record Evidence(Mark Mark, string Source)
{
    public static Evidence Code(string source) => new(Mark.Code, source);

    public static Evidence Document(string source) => new(Mark.Document, source);

    public static Evidence Inferred(string source) => new(Mark.Inferred, source);
}
