using KernelPort.Launches;

namespace KernelPort.Testing;

/// <summary>How close values must be, by their type. What is not said is exact for integers and 4 ulp for floats, as in launch headers.</summary>
/// <example><code>Tolerances.Default with { Single = new Closeness(Relative: 1e-5), Half = new Closeness(Ulp: 1) }</code></example>
public sealed record Tolerances
{
    public static readonly Tolerances Default = new();

    /// <summary>Bit for bit, floats too (all NaNs are one).</summary>
    public static readonly Tolerances Exact = new() { Integer = Closeness.Exact, Half = Closeness.Exact, Single = Closeness.Exact, Double = Closeness.Exact };

    public Closeness Integer { get; init; } = Closeness.Exact;

    public Closeness Half { get; init; } = Closeness.FourUlp;

    public Closeness Single { get; init; } = Closeness.FourUlp;

    public Closeness Double { get; init; } = Closeness.FourUlp;

    /// <param name="element">A type of numbers, or a structure of them (its fields' type).</param>
    public Closeness For(Type element) => ElementTypes.ScalarOf(element) switch
    {
        ScalarType.F16 => Half,
        ScalarType.F32 => Single,
        ScalarType.F64 => Double,
        _ => Integer,
    };
}
