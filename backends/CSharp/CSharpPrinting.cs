namespace KernelPort.Backends.CSharp;

/// <summary>The executor's <see cref="Ir.PrintedNumber"/> as text, for kernels that print.</summary>
internal static class CSharpPrinting
{
    public const string Name = nameof(Ir.PrintedNumber);

    public static readonly string Text = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(CSharpPrinting).Assembly.GetManifestResourceStream("PrintedNumber.cs")!);
        string source = reader.ReadToEnd();
        return "\n" + source[source.IndexOf("static class", StringComparison.Ordinal)..];
    }
}
