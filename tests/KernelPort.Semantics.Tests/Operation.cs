using KernelPort.Ir;
using KernelPort.Launches;

namespace KernelPort.Semantics.Tests;

/// <summary>One operation over lists of operands, as a kernel with a thread a combination.</summary>
internal sealed record Operation(string Name, string Text, IrType Result, IReadOnlyList<(Scalar Kind, string[] Values)> Operands)
{
    private static readonly string[] Letters = ["%4.x", "%5.y", "%6.z"];

    public static string X => Letters[0];

    public static string Y => Letters[1];

    public static string Z => Letters[2];

    public int Count => Operands[0].Values.Length;

    /// <summary>Every value of one list with every value of the other.</summary>
    public static IReadOnlyList<(Scalar, string[])> Pairs((Scalar Kind, string[] Values) a, (Scalar Kind, string[] Values) b) =>
        [(a.Kind, [.. a.Values.SelectMany(v => Enumerable.Repeat(v, b.Values.Length))]), (b.Kind, [.. Enumerable.Repeat(b.Values, a.Values.Length).SelectMany(v => v)])];

    public string Kernel()
    {
        string Word(Scalar s) => new Ir.ScalarType(s).ToString();
        string parameters = string.Join(", ", Operands.Select((o, i) => $"%{i}.p{i}: ptr<{Word(o.Kind)}, global>"));
        string loads = string.Concat(Operands.Select((o, i) => $"    load {Letters[i]}: {Word(o.Kind)} = deref:{Word(o.Kind)}(offset(%{i}.p{i}, %3.i))\n"));
        return $"kernel @{Name}({parameters}, %7.r: ptr<{Result}, global>): void {{\n    let %3.i: i64 = cast:i64(#ThreadX)\n{loads}    store deref:{Result}(offset(%7.r, %3.i)), {Text}\n}}\n";
    }

    public KernelLaunch Launch()
    {
        static ElementType Element(Scalar s) => ElementType.Of(Enum.Parse<Launches.ScalarType>(s.ToString()), s.ToString());
        var arguments = Operands.Select((o, i) => (LaunchArgument)new BufferArgument($"{Name}_{i}", new BufferSpec(Element(o.Kind), Count, new BufferFill.Values([.. o.Values])))).ToList();
        arguments.Add(new BufferArgument(Name, new BufferSpec(Element(((Ir.ScalarType)Result).Kind), Count, new BufferFill.Zero())));
        return new KernelLaunch(1, Name, "", new Extent(1, 1, 1), new Extent((uint)Count, 1, 1), 0, false, [.. arguments]);
    }

    /// <summary>A module with a kernel an operation, and one launch with a step an operation.</summary>
    public static (Module Module, TestLaunch Launch) Together(IReadOnlyList<Operation> operations)
    {
        var module = Reader.Read(string.Concat(operations.Select(o => o.Kernel())));
        Verifier.Check(module).ShouldBeEmpty();
        return (module, new TestLaunch(1, [.. operations.Select(o => o.Launch())]));
    }

    /// <summary>The operand at a place as a literal.</summary>
    public Literal Operand(int which, int at)
    {
        var type = new Ir.ScalarType(Operands[which].Kind);
        return new Literal(type, Bits(OpenCl.LaunchBytes.Of([Operands[which].Values[at]], type), 0, type));
    }

    public static ulong Bits(ReadOnlySpan<byte> bytes, int at, IrType type)
    {
        ulong bits = 0;
        for (int i = 0; i < type.Size; i++)
        {
            bits |= (ulong)bytes[at * (int)type.Size + i] << (8 * i);
        }
        return bits;
    }

    public string Describe(int at) => $"{Name}({string.Join(", ", Operands.Select(o => o.Values[at]))})";
}
