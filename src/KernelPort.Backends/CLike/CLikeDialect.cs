using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>The words in which CUDA-like languages differ. Data only: what words cannot express belongs in a lowering pass.</summary>
public sealed record CLikeDialect
{
    /// <summary>The lines before everything else: includes and helpers.</summary>
    public required string Prelude { get; init; }

    /// <summary>What stands before a kernel's return type.</summary>
    public required string KernelHead { get; init; }

    /// <summary>The launch bounds, <c>{0}</c> threads and <c>{1}</c> blocks; empty where the dialect has none.</summary>
    public string LaunchBounds { get; init; } = "__launch_bounds__({0})";

    public string LaunchBoundsWithBlocks { get; init; } = "__launch_bounds__({0}, {1})";

    /// <summary>Written where the source gives no bounds; empty for nothing.</summary>
    public string DefaultBounds { get; init; } = "";

    /// <summary>What stands before a device function.</summary>
    public required string DeviceHead { get; init; }

    /// <summary>What stands at both ends of a function's body.</summary>
    public (string Head, string Tail) Body { get; init; } = ("{", "}");

    /// <summary>Goes from a switch's case to <c>{0}</c>, the next, in words; empty where a case falls into the next by itself.</summary>
    public string FallThrough { get; init; } = "";

    public required string Shared { get; init; }

    /// <summary>A dynamically sized shared array: <c>{0}</c> declares it, <c>{1}</c> a pointer to its elements of the same name, <c>{2}</c> is that pointer's type.</summary>
    public required string DynamicShared { get; init; }

    /// <summary>Where dynamically sized shared memory is a kernel's last parameter: <c>{0}</c> declares a pointer to its elements. Then
    /// <see cref="DynamicShared"/> is a view of it, <c>{3}</c>, for each further array. Empty where it is declared in the kernel.</summary>
    public string DynamicSharedParameter { get; init; } = "";

    /// <summary>A local array of {0} named {1} with {2} elements, as a statement at the head of its function; empty where it is declared as C has it.</summary>
    public string LocalArray { get; init; } = "";

    /// <summary>What reads a value of a type out of memory of a space, <c>{0}</c> the place; null where naming the place does.</summary>
    public Func<IrType, AddressSpace, string?> ReadForm { get; init; } = (_, _) => null;

    /// <summary>What reads a value of a type by a pointer to its first element, <c>{0}</c>; null where it is read as any other.</summary>
    public Func<IrType, string?> ReadThrough { get; init; } = _ => null;

    /// <summary>What writes such a value, <c>{1}</c>.</summary>
    public string WriteThrough { get; init; } = "";

    /// <summary>What writes a value of a type into memory of a space, <c>{0}</c> the place and <c>{1}</c> the value; null where an assignment does.</summary>
    public Func<IrType, AddressSpace, string?> WriteForm { get; init; } = (_, _) => null;

    /// <summary>A shared variable as a view of one piece of memory: <c>{0}</c> its declaration as a reference, <c>{1}</c> the type of a pointer to it, <c>{2}</c> its
    /// offset by <see cref="SharedLayout"/>, <c>{3}</c> a star where it is no dynamic array, whose declaration is a pointer. Empty where it is declared as C has it.</summary>
    public string SharedView { get; init; } = "";

    /// <summary>Behind the declaration of a local variable that gets its value later.</summary>
    public string Unassigned { get; init; } = "";

    /// <summary>A global variable by a pointer to its memory: <c>{0}</c> the type of its elements, <c>{1}</c> its name, <c>{2}</c> how many, <c>{3}</c> a comma
    /// and their first values, or nothing. Empty where it is declared as C has it.</summary>
    public string GlobalMemory { get; init; } = "";

    /// <summary>The same for one whose elements are pointers, which have no first values.</summary>
    public string GlobalPointers { get; init; } = "";

    public required string Constant { get; init; }

    public required string DeviceGlobal { get; init; }

    public string Restrict { get; init; } = " __restrict__";

    /// <summary>The qualifier of a pointer's pointee by address space; empty for a generic pointer.</summary>
    public IReadOnlyDictionary<AddressSpace, string> Spaces { get; init; } = new Dictionary<AddressSpace, string>();

    public required IReadOnlyDictionary<Scalar, string> Scalars { get; init; }

    public required IReadOnlyDictionary<Coordinate, string> Coordinates { get; init; }

    /// <summary>What makes a value of a vector type of the dialect's own, <c>{0}</c> the type.</summary>
    public string MakeVector { get; init; } = "make_{0}";

    /// <summary>A value of a user's struct: <c>{0}</c> its type, <c>{1}</c> the values.</summary>
    public string MakeStruct { get; init; } = "{0}{{{1}}}";

    /// <summary>Reinterpretations by (from, to).</summary>
    public required IReadOnlyDictionary<(Scalar From, Scalar To), string> BitCasts { get; init; }

    /// <summary>Conversions that are no plain cast, by (from, to).</summary>
    public IReadOnlyDictionary<(Scalar From, Scalar To), string> Conversions { get; init; } = new Dictionary<(Scalar, Scalar), string>();

    /// <summary>Atomics: <c>{0}</c> the address, <c>{1}</c> the operand, <c>{2}</c> the comparand.</summary>
    public required IReadOnlyDictionary<AtomicOp, string> Atomics { get; init; }

    /// <summary>Atomics that are spelled otherwise for a type and address space; these come before <see cref="Atomics"/>.</summary>
    public IReadOnlyDictionary<(AtomicOp Op, Scalar Type, AddressSpace Space), string> SpecialAtomics { get; init; } = new Dictionary<(AtomicOp, Scalar, AddressSpace), string>();

    /// <summary>Whether what is read of a local variable is written as the variable's name wherever it is used, as long as nothing has changed it; otherwise only at a single use.</summary>
    public bool ReadsInPlace { get; init; }

    /// <summary>Whether a whole number takes the type of what it is added to, compared with or assigned to, so that it needs no suffix there.</summary>
    public bool NumbersAdapt { get; init; }

    /// <summary>Whether signed sums and products wrap as unsigned ones do.</summary>
    public bool SignedWraps { get; init; }

    /// <summary>Whether a pointer's star stands by its type.</summary>
    public bool StarsByType { get; init; }

    public string LongSuffix { get; init; } = "LL";

    /// <summary>Whether integers of all sizes and signs convert to each other unasked, as in C.</summary>
    public bool ConvertsIntegers { get; init; } = true;

    /// <summary>The negative of an unsigned number as a difference; empty where a minus keeps the type, as in C.</summary>
    public string NegateUnsigned { get; init; } = "";

    /// <summary>What stands before a pointee nobody writes.</summary>
    public string Const { get; init; } = "const ";

    /// <summary>The amount of a shift.</summary>
    public string ShiftAmount { get; init; } = "{0}";

    /// <summary>What stands before a struct's fields.</summary>
    public string FieldHead { get; init; } = "";

    /// <summary>What stands before the word struct.</summary>
    public string StructHead { get; init; } = "";

    /// <summary>Whether a struct's layout has to be written out.</summary>
    public Func<StructType, bool> HasOffsets { get; init; } = _ => false;

    /// <summary>What stands before the word struct where the layout is written out: <c>{0}</c> the struct's bytes.</summary>
    public string StructHeadWithOffsets { get; init; } = "";

    /// <summary>What stands before such a struct's field: <c>{0}</c> its offset.</summary>
    public string FieldHeadWithOffset { get; init; } = "";

    public string UnionWord { get; init; } = "union";

    /// <summary>A field that is an array of {0} named {1} with {2} elements; empty where it is declared as C has it.</summary>
    public string FieldArray { get; init; } = "";

    /// <summary>Whether a field that is an array of these is declared by its first element, in a struct whose layout is written out: it is then found by that one's
    /// address.</summary>
    public Func<IrType, bool> FieldOfFirst { get; init; } = _ => false;

    /// <summary>Values of a new structure stand behind their fields' names.</summary>
    public bool NamesFields { get; init; }

    /// <summary>The lines before the first function, behind structs and global variables.</summary>
    public string FunctionsHead { get; init; } = "";

    /// <summary>What follows the functions for each kernel, made with what declares a name of a type; null for nothing.</summary>
    public Func<Function, Func<IrType, string, string>, string>? Entry { get; init; }

    /// <summary>The lines after everything else.</summary>
    public string Postlude { get; init; } = "";

    /// <summary>Names of the vector structs that the dialect's headers declare; others are printed as structs.</summary>
    public required Func<string, bool> HasVector { get; init; }

    /// <summary>The dialect's own names for vector structs, where they are not CUDA's.</summary>
    public IReadOnlyDictionary<string, string> VectorNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Names that no function may have, because the language declares them.</summary>
    public IReadOnlyCollection<string> ReservedFunctions { get; init; } = [];

    /// <summary>Words no member of a struct may be called.</summary>
    public IReadOnlyCollection<string> ReservedMembers { get; init; } = [];

    /// <summary>Words no name may be.</summary>
    public required IReadOnlyCollection<string> Reserved { get; init; }

    /// <summary>Whether structs need the word `struct` before their name where used.</summary>
    public bool StructTags { get; init; }

    /// <summary>Declares a struct's alignment: <c>{0}</c> bytes.</summary>
    public string Align { get; init; } = "__align__({0})";

    /// <summary>Says that a struct's members lie without gaps.</summary>
    public string Packed { get; init; } = "__attribute__((packed))";

    /// <summary>An infinity or NaN: <c>{0}</c> its bits as a literal, by type.</summary>
    public string FloatBits { get; init; } = "__int_as_float({0})";

    public string DoubleBits { get; init; } = "__longlong_as_double({0})";

    /// <summary>What says in a printf's format that a number has 64 bits.</summary>
    public string PrintLong { get; init; } = "ll";

    /// <summary>Whether what is printed is put together piece by piece, as languages without printf want it.</summary>
    public bool PrintsPieces { get; init; }

    /// <summary>A read of a number that another thread may write, <c>{0}</c> the place, and a write of <c>{1}</c>; empty where the place has a volatile type, as in C.</summary>
    public string VolatileRead { get; init; } = "";

    public string VolatileWrite { get; init; } = "";

    public TextureWords Textures { get; init; } = new();

    /// <summary>Unrolls the following loop; <c>{0}</c> the factor with a blank before it, or nothing.</summary>
    public string Unroll { get; init; } = "#pragma unroll{0}";
}
