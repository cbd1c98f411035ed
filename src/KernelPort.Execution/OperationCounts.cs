using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>What the threads of a launch did, counted as it ran: each operation of each lane once, also where all lanes do the same.</summary>
public sealed record OperationCounts
{
    /// <summary>Bytes that lanes read of global memory; one that several read counts for each.</summary>
    public long GlobalRead { get; init; }

    public long GlobalWritten { get; init; }

    /// <summary>Bytes of shared memory, read and written.</summary>
    public long Shared { get; init; }

    /// <summary>Bytes through pointers whose space the types do not tell.</summary>
    public long Generic { get; init; }

    public long Atomics { get; init; }

    /// <summary>Additions, products and their kin in half, single and double precision; one that is fused counts twice, a function once.</summary>
    public long Half { get; init; }

    public long Single { get; init; }

    public long Double { get; init; }

    /// <summary>Functions such as exp and division's kin among them.</summary>
    public long Functions { get; init; }

    public long Integer { get; init; }

    /// <summary>Barriers of a block, by thread.</summary>
    public long Barriers { get; init; }

    /// <summary>Shuffles, votes and their kin.</summary>
    public long Exchanges { get; init; }

    public long Floating => Half + Single + Double;

    public static OperationCounts operator +(OperationCounts a, OperationCounts b) => new()
    {
        GlobalRead = a.GlobalRead + b.GlobalRead, GlobalWritten = a.GlobalWritten + b.GlobalWritten, Shared = a.Shared + b.Shared, Generic = a.Generic + b.Generic,
        Atomics = a.Atomics + b.Atomics, Half = a.Half + b.Half, Single = a.Single + b.Single, Double = a.Double + b.Double, Functions = a.Functions + b.Functions,
        Integer = a.Integer + b.Integer, Barriers = a.Barriers + b.Barriers, Exchanges = a.Exchanges + b.Exchanges,
    };

    /// <summary>What one instruction does in all, having run for so many lanes.</summary>
    internal static OperationCounts Of(Instruction instruction, long lanes) => instruction switch
    {
        AccessInstruction access => OfAccess(access, lanes),
        WarpInstruction => new() { Exchanges = lanes },
        BarrierInstruction => new() { Barriers = lanes },
        _ => OfArithmetic(instruction, lanes),
    };

    private static OperationCounts OfAccess(AccessInstruction access, long lanes)
    {
        long bytes = lanes * access.Size;
        bool isAtomic = Is(access, typeof(AtomicInstruction<>));
        bool writes = Is(access, typeof(StoreInstruction<>)) || access is StoreStruct;
        var counts = access.Space switch
        {
            AddressSpace.Global => new OperationCounts { GlobalRead = writes ? 0 : bytes, GlobalWritten = writes || isAtomic ? bytes : 0 },
            AddressSpace.Shared => new() { Shared = isAtomic ? 2 * bytes : bytes },
            AddressSpace.Generic => new() { Generic = isAtomic ? 2 * bytes : bytes },
            _ => new OperationCounts(),
        };
        return isAtomic ? counts with { Atomics = lanes } : counts;
    }

    private static OperationCounts OfArithmetic(Instruction instruction, long lanes)
    {
        var type = instruction.GetType();
        if (!type.IsGenericType)
        {
            return new();
        }
        var kind = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (kind == typeof(MathInstruction<>) || kind == typeof(RoundedInstruction<>))
        {
            return Arithmetic(arguments[0], lanes) with { Functions = lanes };
        }
        if (kind == typeof(UnaryInstruction<,,>) || kind == typeof(BinaryInstruction<,,,>) || kind == typeof(TernaryInstruction<,,>))
        {
            // The type that it works in: comparisons of floats give booleans.
            var meaning = arguments[0].IsGenericType ? arguments[0].GetGenericTypeDefinition() : arguments[0];
            return meaning == typeof(Same<>) ? new() : Arithmetic(arguments[1], meaning == typeof(Fma<>) ? 2 * lanes : lanes);
        }
        return new();
    }

    private static OperationCounts Arithmetic(Type type, long lanes) =>
        type == typeof(float) ? new() { Single = lanes }
        : type == typeof(double) ? new() { Double = lanes }
        : type == typeof(Half) ? new() { Half = lanes }
        : new() { Integer = lanes };

    private static bool Is(Instruction instruction, Type kind) => instruction.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == kind;
}
