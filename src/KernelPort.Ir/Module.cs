using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>One compiled program: its structs, its memory with names, its functions.</summary>
public sealed record Module(EquatableArray<StructType> Structs, EquatableArray<Global> Globals, EquatableArray<Function> Functions)
{
    public Function? Find(string name) => Functions.FirstOrDefault(f => f.Name == name);

    public IEnumerable<Function> Kernels => Functions.Where(f => f.IsKernel);
}

/// <summary>A `__device__` or `__constant__` variable. <paramref name="Initial"/>: its bytes, or none for zeroes.</summary>
public sealed record Global(string Name, IrType Type, AddressSpace Space, EquatableArray<byte> Initial)
{
    /// <summary>Only declared here: another unit of the program has it.</summary>
    public bool IsElsewhere { get; init; }

    public Origin From { get; init; }
}

/// <summary>A kernel or a device function, monomorphic.</summary>
public sealed record Function(string Name, EquatableArray<LetId> Parameters, IrType ReturnType, EquatableArray<NamedValue> Lets, EquatableArray<Variable> Variables, EquatableArray<Stmt> Body)
{
    public bool IsKernel { get; init; }

    /// <summary>The name in the source, template arguments included: <c>reduce&lt;float, 256&gt;</c>.</summary>
    public string SourceName { get; init; } = Name;

    /// <summary>From `__launch_bounds__`; null where none was written.</summary>
    public LaunchBounds? Bounds { get; init; }

    public Origin From { get; init; }

    public IrType TypeOf(LetId id) => Lets[id.Index].Type;
}

/// <summary>The readable name and type of a let. The qualifiers of a pointer parameter are kept for the printers; where a parameter has both, nobody writes what it points to while the kernel runs.</summary>
public sealed record NamedValue(string Name, IrType Type)
{
    public bool PointsToConst { get; init; }

    public bool IsRestrict { get; init; }
}

/// <summary>Memory of a function. Local: one a thread; Shared: one a block. <see cref="IsDynamic"/>: `extern __shared__`, its length given at launch.</summary>
public sealed record Variable(string Name, IrType Type, AddressSpace Space)
{
    public bool IsDynamic { get; init; }

    public int Alignment { get; init; } = Type.Alignment;

    public Origin From { get; init; }
}

public sealed record LaunchBounds(int MaxThreads, int MinBlocks);
