using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <summary>The arithmetic types of CUDA C++ in the order of their conversion rank.</summary>
public enum Arith { Bool, Char, SChar, UChar, Short, UShort, Int, UInt, Long, ULong, LongLong, ULongLong, Half, BFloat16, Float, Double }

/// <summary>A C++ type, told apart as finely as C++ does (long is not long long), with its cv-qualifiers.</summary>
public abstract record CType
{
    public bool IsConst { get; init; }

    public bool IsVolatile { get; init; }

    public static readonly VoidCType Void = new();
    public static readonly ArithCType Bool = new(Arith.Bool);
    public static readonly ArithCType Char = new(Arith.Char);
    public static readonly ArithCType Int = new(Arith.Int);
    public static readonly ArithCType UInt = new(Arith.UInt);
    public static readonly ArithCType Long = new(Arith.Long);
    public static readonly ArithCType ULong = new(Arith.ULong);
    public static readonly ArithCType LongLong = new(Arith.LongLong);
    public static readonly ArithCType ULongLong = new(Arith.ULongLong);
    public static readonly ArithCType Half = new(Arith.Half);
    public static readonly ArithCType BFloat16 = new(Arith.BFloat16);
    public static readonly ArithCType Float = new(Arith.Float);
    public static readonly ArithCType Double = new(Arith.Double);

    public CType Unqualified => IsConst || IsVolatile ? this with { IsConst = false, IsVolatile = false } : this;

    /// <summary>Without cv-qualifiers, those of array elements too.</summary>
    public CType Bare => Unqualified is ArrayCType a ? new ArrayCType(a.Element.Bare, a.Length) : Unqualified;

    /// <summary>Whether it, or the elements it is made of, are const.</summary>
    public bool IsConstThrough => IsConst || (this is ArrayCType a && a.Element.IsConstThrough);

    public CType Const() => IsConst ? this : this with { IsConst = true };

    public CType Qualified(bool isConst, bool isVolatile) => this with { IsConst = IsConst || isConst, IsVolatile = IsVolatile || isVolatile };

    /// <summary>The type referred to, where this is a reference; itself otherwise.</summary>
    public CType Referred => this is ReferenceCType r ? r.Target : this;

    public bool IsArithmetic => this is ArithCType;

    public bool IsInteger => this is ArithCType { Kind: <= Arith.ULongLong } or EnumCType { Symbol.IsScoped: false };

    public bool IsFloating => this is ArithCType { Kind: >= Arith.Half };

    public bool IsScalar => this is ArithCType or PointerCType or EnumCType;

    protected string Cv => (IsConst ? "const " : "") + (IsVolatile ? "volatile " : "");
}

public sealed record VoidCType : CType
{
    public override string ToString() => Cv + "void";
}

public sealed record ArithCType(Arith Kind) : CType
{
    public override string ToString() => Cv + Kind switch
    {
        Arith.Bool => "bool",
        Arith.Char => "char",
        Arith.SChar => "signed char",
        Arith.UChar => "unsigned char",
        Arith.Short => "short",
        Arith.UShort => "unsigned short",
        Arith.Int => "int",
        Arith.UInt => "unsigned int",
        Arith.Long => "long",
        Arith.ULong => "unsigned long",
        Arith.LongLong => "long long",
        Arith.ULongLong => "unsigned long long",
        Arith.Half => "__half",
        Arith.BFloat16 => "__nv_bfloat16",
        Arith.Float => "float",
        _ => "double",
    };
}

public sealed record PointerCType(CType Pointee) : CType
{
    public override string ToString() => $"{Pointee} *{(IsConst ? "const" : "")}";
}

public sealed record ReferenceCType(CType Target, bool RightValue) : CType
{
    public override string ToString() => $"{Target} {(RightValue ? "&&" : "&")}";
}

/// <summary>An array; <paramref name="Length"/> is null where it is not known (`extern __shared__ T x[]`).</summary>
public sealed record ArrayCType(CType Element, long? Length) : CType
{
    public override string ToString() => $"{Element}[{Length}]";
}

public sealed record ClassCType(ClassSymbol Symbol) : CType
{
    public override string ToString() => Cv + Symbol.Display;
}

/// <summary>A function by its name: nothing is stored, the type alone says which.</summary>
public sealed record FunctionNameCType(FunctionSymbol Symbol) : CType
{
    public override string ToString() => Symbol.Name;
}

/// <summary>What `{a, b}` has for a type before something says what it makes.</summary>
public sealed record BracesCType(int Count) : CType
{
    public override string ToString() => "an initialiser list";
}

public sealed record EnumCType(EnumSymbol Symbol) : CType
{
    public override string ToString() => Cv + Symbol.Name;
}

public sealed record FunctionCType(CType Return, EquatableArray<CType> Parameters) : CType
{
    public override string ToString() => $"{Return}({string.Join(", ", Parameters)})";
}

/// <summary>A type this front end knows by name only (a handle of a library, a class from a header nobody has); fine in host code, refused in device code.</summary>
public sealed record OpaqueCType(string Name) : CType
{
    public override string ToString() => Cv + Name;
}
