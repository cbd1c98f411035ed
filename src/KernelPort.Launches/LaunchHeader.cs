using KernelPort.Core;

namespace KernelPort.Launches;

/// <summary>What the comment lines at the top of a kernel test say: launches and what is expected of each.</summary>
public sealed record LaunchHeader(EquatableArray<TestLaunch> Launches, EquatableArray<HeaderError> Errors)
{
    public static LaunchHeader Parse(string text) => LaunchHeaderParser.Parse(text);
}

/// <summary>A line of the header that cannot be read.</summary>
public sealed record HeaderError(int Line, string Message);

/// <summary>Three sizes of a grid or block.</summary>
public readonly record struct Extent(uint X, uint Y, uint Z)
{
    public ulong Product => (ulong)X * Y * Z;

    public override string ToString() => $"({X},{Y},{Z})";
}

/// <summary>One run: a `launch` line with its `then` lines on the same state, and the lines that belong to it.</summary>
public sealed record TestLaunch(int Line, EquatableArray<KernelLaunch> Steps)
{
    public EquatableArray<SymbolFill> Symbols { get; init; } = [];

    /// <summary>Memory of variables that kernels are given the address of.</summary>
    public EquatableArray<LaunchVariable> Variables { get; init; } = [];

    public EquatableArray<Expectation> Expectations { get; init; } = [];

    public EquatableArray<Tolerance> Tolerances { get; init; } = [];

    /// <summary>All buffers in the order they first appear.</summary>
    public IEnumerable<BufferArgument> Buffers => Steps.SelectMany(s => s.Arguments).OfType<BufferArgument>();

    /// <summary>A buffer whose address is not where memory begins.</summary>
    public bool HasMovedStarts => Buffers.Any(b => b.Start > 0);

    public BufferSpec? FindBuffer(string name) => Buffers.FirstOrDefault(b => b.Name == name)?.Spec;

    public Tolerance ToleranceOf(string name) => Tolerances.FirstOrDefault(t => t.Buffer == name) ?? Tolerance.Default(name);
}

/// <summary>One kernel launch as written.</summary>
public sealed record KernelLaunch(int Line, string Name, string TemplateArguments, Extent Grid, Extent Block, long SharedBytes, bool Cooperative, EquatableArray<LaunchArgument> Arguments)
{
    /// <summary>The kernel with its template arguments: `scale` or `scale&lt;float,256&gt;`.</summary>
    public string Kernel => TemplateArguments.Length == 0 ? Name : $"{Name}<{TemplateArguments}>";
}

/// <summary>An argument of a launch, by position.</summary>
public abstract record LaunchArgument(string Name);

/// <summary>A buffer made for this launch.</summary>
public sealed record BufferArgument(string Name, BufferSpec Spec) : LaunchArgument(Name)
{
    /// <summary>Passed as a texture or surface object over the buffer; null for a pointer to it.</summary>
    public TextureSpec? Texture { get; init; }

    /// <summary>The element whose address the kernels get; those before it are there and not meant for them.</summary>
    public int Start { get; init; }

    /// <summary>How far the address is from the buffer's, in bytes.</summary>
    public long StartByte => (long)Start * Spec.Element.Size;
}

/// <summary>A buffer an earlier step made.</summary>
public sealed record BufferReference(string Name) : LaunchArgument(Name);

/// <summary>A number as written; `nullptr` for a null pointer.</summary>
public sealed record ScalarArgument(string Name, string Text) : LaunchArgument(Name);

/// <summary>A structure by value: its scalars in member order, flattened.</summary>
public sealed record StructArgument(string Name, EquatableArray<string> Values) : LaunchArgument(Name);

/// <summary>The address of one of the launch's variables; emitted text only.</summary>
public sealed record VariableArgument(string Name) : LaunchArgument(Name);

/// <summary>A variable of file scope that the host has in emitted text, and what it holds before the launch.</summary>
public sealed record LaunchVariable(string Name, ElementType Type, EquatableArray<byte> Bytes)
{
    /// <summary>What its scalars are called where all have one type; empty otherwise.</summary>
    public string ScalarName => Type.Scalars.Select(s => s.Type).Distinct().Count() == 1 ? Type.Scalars[0].Type.Name() : "";
}

/// <summary>Values of a `__constant__` or `__device__` variable set before the launch.</summary>
public sealed record SymbolFill(int Line, string Name, EquatableArray<string> Values);

/// <summary>How far a buffer may be from what is expected, and which operation needs it.</summary>
public sealed record Tolerance(string Buffer, double Absolute, double Relative, double Ulp, string Reason)
{
    /// <summary>How far each scalar may be away besides; null for none.</summary>
    public IReadOnlyList<double>? Deviations { get; init; }

    public static Tolerance Default(string buffer) => new(buffer, 0, 0, 4, "");

    public bool IsDefault => Absolute == 0 && Relative == 0 && Ulp == 4 && Reason.Length == 0;
}

/// <summary>What an `expect` line speaks of.</summary>
public enum ExpectationKind
{
    Values,
    Set,
    Sum,
    Hash,
    Finding,
    Refused,
}

/// <summary>One `expect` line.</summary>
public sealed record Expectation(int Line, ExpectationKind Kind)
{
    /// <summary>The buffer or symbol; the target of a refusal.</summary>
    public string Subject { get; init; } = "";

    public bool IsSymbol { get; init; }

    /// <summary>First scalar and the one behind the last; null for all.</summary>
    public (int From, int To)? Slice { get; init; }

    /// <summary>The values as written; the sum; the hash; the code of a finding or refusal.</summary>
    public EquatableArray<string> Values { get; init; } = [];

    /// <summary>For a finding: the line it must be at.</summary>
    public int? AtLine { get; init; }

    /// <summary>`warp=64` or a target's name; empty for everywhere.</summary>
    public string Condition { get; init; } = "";

    public bool FromTwin { get; init; }

    public bool AppliesTo(string? target, int warp)
    {
        if (Condition.Length == 0)
        {
            return true;
        }
        foreach (string part in Condition.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            bool holds = part.StartsWith("warp=", StringComparison.Ordinal) ? part[5..] == warp.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : target is not null && (part == target || part == target.Split(':')[0]);
            if (!holds)
            {
                return false;
            }
        }
        return true;
    }
}
