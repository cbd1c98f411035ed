using System.Globalization;

namespace KernelPort.Fuzz.Generation;

/// <summary>A readable place: a variable, a member, an element.</summary>
public sealed record Place(string Text, Scalar Type)
{
    /// <summary>False for loop counters, which a body may read only.</summary>
    public bool Writable { get; init; } = true;
}

/// <summary>A device function that expressions may call.</summary>
public sealed record Callable(string Name, Scalar Result, IReadOnlyList<Scalar> Parameters);

/// <summary>
/// Makes expressions whose value C++ and CUDA define: sums wrap in unsigned types, shifts and indices are masked, divisors are not zero, floats stay
/// within what an integer holds before they become one.
/// </summary>
public sealed class TermMaker(Chance chance, Profile profile)
{
    private static readonly string[] Comparisons = ["<", ">", "<=", ">=", "==", "!="];

    /// <summary>What is in scope, innermost last.</summary>
    public List<Place> Places { get; } = [];

    public List<Callable> Callables { get; } = [];

    public Scalar AnyType() => chance.Of(profile.Types);

    public Scalar AnyInteger() => chance.Of(profile.Types.Where(t => !t.IsFloat()).ToList());

    public Place? AnyPlace(Func<Place, bool> wanted)
    {
        var found = Places.Where(wanted).ToList();
        return found.Count == 0 ? null : chance.Of(found);
    }

    /// <summary>An expression of exactly this type.</summary>
    public Term Make(Scalar type, int depth)
    {
        if (depth <= 0 || chance.OneIn(6))
        {
            return Leaf(type);
        }
        if (Callables.Where(c => c.Result == type).ToList() is { Count: > 0 } callables && chance.OneIn(10))
        {
            var c = chance.Of(callables);
            return new Term(type, $"{c.Name}({string.Join(", ", c.Parameters.Select((_, i) => $"${i}"))})", [.. c.Parameters.Select(p => Make(p, depth - 1))]);
        }
        if (chance.OneIn(8))
        {
            return new Term(type, "($0 ? $1 : $2)", [Condition(depth - 1), Make(type, depth - 1), Make(type, depth - 1)]);
        }
        if (chance.OneIn(5))
        {
            return Conversion(type, depth);
        }
        return type switch
        {
            Scalar.F16 => Half(depth),
            Scalar.F32 or Scalar.F64 => Float(type, depth),
            _ => Integer(type, depth),
        };
    }

    /// <summary>Something that is tested for being true.</summary>
    public Term Condition(int depth)
    {
        if (depth > 0 && chance.OneIn(4))
        {
            return chance.OneIn(4)
                ? new Term(Scalar.I32, "(!$0)", [Condition(depth - 1)])
                : new Term(Scalar.I32, chance.OneIn(2) ? "($0 && $1)" : "($0 || $1)", [Condition(depth - 1), Condition(depth - 1)]);
        }
        if (chance.OneIn(3))
        {
            return new Term(Scalar.I32, chance.OneIn(2) ? "(($0 & 1) != 0)" : "(($0 & 3) == 2)", [Make(AnyInteger(), depth - 1)]);
        }
        var type = AnyType();
        string how = chance.Of(Comparisons);
        if (type == Scalar.F16)
        {
            string name = how switch { "<" => "__hlt", ">" => "__hgt", "<=" => "__hle", ">=" => "__hge", "==" => "__heq", _ => "__hgt" };
            return new Term(Scalar.I32, $"{name}($0, $1)", [Make(type, depth - 1), Make(type, depth - 1)]);
        }
        // integers of two types: the usual conversions decide
        var other = !type.IsFloat() && chance.OneIn(3) ? AnyInteger() : type;
        return new Term(Scalar.I32, $"($0 {how} $1)", [Make(type, depth - 1), Make(other, depth - 1)]);
    }

    /// <summary>An index below a power of two.</summary>
    public Term Index(int size, int depth) => new(Scalar.I32, $"(int)($0 & {size - 1})", [Make(chance.OneIn(2) ? Scalar.I32 : Scalar.U32, depth)]);

    public Term Leaf(Scalar type) => !chance.OneIn(4) && AnyPlace(p => p.Type == type) is { } place ? Term.Leaf(type, place.Text) : Literal(type);

    private Term Literal(Scalar type)
    {
        string Number(double n, string suffix) => n.ToString("0.0###", CultureInfo.InvariantCulture) + suffix;
        double fraction = (chance.Below(129) - 64) / 16.0;
        int small = chance.Of([0, 1, 2, 3, 5, 7, 8, 15, 31, 32, 63, 100, 127, -1, -2, -7, -128]);
        string text = type switch
        {
            Scalar.F16 => $"__float2half({Number(fraction, "f")})",
            Scalar.F32 => $"({Number(fraction, "f")})",
            Scalar.F64 => $"({Number(fraction, "")})",
            Scalar.I32 => chance.OneIn(3) ? chance.Of(["2147483647", "(-2147483647 - 1)", "65536", "(-65537)", "0x12345678"]) : small < 0 ? $"({small})" : $"{small}",
            Scalar.U32 => chance.OneIn(3) ? chance.Of(["0xffffffffu", "0x80000000u", "0xdeadbeefu", "65535u"]) : $"{Math.Abs(small)}u",
            Scalar.I64 => chance.OneIn(3) ? chance.Of(["9223372036854775807ll", "(-9223372036854775807ll - 1)", "4294967296ll", "(-4294967297ll)"]) : $"({small}ll)",
            Scalar.U64 => chance.OneIn(3) ? chance.Of(["0xffffffffffffffffull", "0x8000000000000000ull", "0x123456789abcdefull"]) : $"{Math.Abs(small)}ull",
            _ => $"({type.Name()})({small})",
        };
        return Term.Leaf(type, text);
    }

    /// <summary>A value of another type made one of this.</summary>
    private Term Conversion(Scalar type, int depth)
    {
        var from = AnyType();
        if (from == Scalar.F16)
        {
            return type == Scalar.F16 ? Make(type, depth - 1)
                : type.IsFloat() ? new Term(type, type == Scalar.F32 ? "__half2float($0)" : "(double)__half2float($0)", [Make(from, depth - 1)])
                : new Term(type, $"({type.Name()})__half2int_rz($0)", [Make(from, depth - 1)]);
        }
        if (type == Scalar.F16)
        {
            return from == Scalar.F32 ? new Term(type, "__float2half($0)", [Make(from, depth - 1)]) : new Term(type, "__int2half_rn($0)", [Make(Scalar.I32, depth - 1)]);
        }
        if (from.IsFloat() && !type.IsFloat())
        {
            return from == Scalar.F32 && chance.OneIn(2)
                ? new Term(type, $"({type.Name()})__float2int_rz($0)", [Make(from, depth - 1)])
                : Bounded(type, from, depth);
        }
        return new Term(type, $"({type.Name()})$0", [Make(from, depth - 1)]);
    }

    /// <summary>A float within what the integer type holds: C++ says nothing of others. A NaN becomes the lower bound.</summary>
    private Term Bounded(Scalar type, Scalar from, int depth)
    {
        string low = type.IsSigned() ? "-100.0" : "0.0", f = from == Scalar.F32 ? "f" : "";
        return new Term(type, $"({type.Name()})fmin{f}(fmax{f}($0, {low}{f}), 100.0{f})", [Make(from, depth - 1)]);
    }

    private Term Integer(Scalar type, int depth)
    {
        string name = type.Name(), wrapping = type.Wrapping();
        int bits = type.PromotedBits();
        Term T() => Make(type, depth - 1);
        Term Of(string form, params Term[] parts) => new(type, form, [.. parts]);
        switch (chance.Below(10))
        {
            case 0 or 1 or 2:
                return Of($"({name})(({wrapping})$0 {chance.Of(["+", "-", "*"])} ({wrapping})$1)", T(), T());
            case 3:
                return Of($"({name})($0 {chance.Of(["&", "|", "^"])} $1)", T(), Make(chance.OneIn(3) ? AnyInteger() : type, depth - 1));
            case 4:
                return Of($"({name})(({wrapping})$0 << ($1 & {bits - 1}))", T(), Make(AnyInteger(), depth - 1));
            case 5:
                return Of($"({name})($0 >> ($1 & {bits - 1}))", T(), Make(AnyInteger(), depth - 1));
            case 6:
                return Of($"({name})($0 {chance.Of(["/", "%"])} ({name})(($1 & 15) + 1))", T(), T());
            case 7:
                // halves of both cannot overflow: a sum of signed numbers as such
                return Of($"({name})(($0 >> 1) {chance.Of(["+", "-"])} ($1 >> 1))", T(), T());
            case 8:
                return Of(chance.OneIn(2) ? $"({name})~$0" : $"({name})-({wrapping})$0", T());
            default:
                return Intrinsic(type, depth) ?? Of($"({name})($0 {chance.Of(Comparisons)} $1)", T(), T());
        }
    }

    private Term? Intrinsic(Scalar type, int depth)
    {
        Term Of(string form, params Scalar[] types) => new(type, form, [.. types.Select(t => Make(t, depth - 1))]);
        return type switch
        {
            Scalar.I32 => chance.Below(6) switch
            {
                0 => Of("__popc($0)", Scalar.U32),
                1 => Of("__clz($0)", Scalar.I32),
                2 => Of("__ffs($0)", Scalar.I32),
                3 => Of("min($0, $1)", type, type),
                4 => Of("__mulhi($0, $1)", type, type),
                _ => Of("abs($0 >> 1)", type),
            },
            Scalar.U32 => chance.Below(7) switch
            {
                0 => Of("__brev($0)", type),
                1 => Of("__byte_perm($0, $1, $2)", type, type, type),
                2 => Of("__umulhi($0, $1)", type, type),
                3 => Of("__funnelshift_l($0, $1, $2)", type, type, type),
                4 => Of("__funnelshift_r($0, $1, $2)", type, type, type),
                5 => Of("max($0, $1)", type, type),
                _ => Of("__sad($0, $1, $2)", Scalar.I32, Scalar.I32, type),
            },
            Scalar.U64 => chance.Below(3) switch
            {
                0 => Of("__brevll($0)", type),
                1 => Of("__umul64hi($0, $1)", type, type),
                _ => Of("(unsigned long long)__popcll($0)", type),
            },
            Scalar.I64 => Of(chance.OneIn(2) ? "max($0, $1)" : "(long long)__clzll($0 ^ $1)", type, type),
            _ => null,
        };
    }

    private Term Float(Scalar type, int depth)
    {
        string f = type == Scalar.F32 ? "f" : "", one = type == Scalar.F32 ? "1.0f" : "1.0";
        Term T() => Make(type, depth - 1);
        Term Of(string form, params Term[] parts) => new(type, form, [.. parts]);
        return chance.Below(9) switch
        {
            0 or 1 => Of($"($0 {chance.Of(["+", "-"])} $1)", T(), T()),
            2 => Of("($0 * $1)", T(), T()),
            3 => Of($"($0 / (fabs{f}($1) + {one}))", T(), T()),
            4 => Of($"fma{f}($0, $1, $2)", T(), T(), T()),
            5 => Of($"sqrt{f}(fabs{f}($0))", T()),
            6 => Of($"fmin{f}($0, $1)", T(), T()),
            7 => Of($"{chance.Of(["floor", "ceil", "trunc", "rint"])}{f}($0)", T()),
            _ => Of("(-$0)", T()),
        };
    }

    private Term Half(int depth)
    {
        Term H() => Make(Scalar.F16, depth - 1);
        Term Of(string form, params Term[] parts) => new(Scalar.F16, form, [.. parts]);
        return chance.Below(5) switch
        {
            0 => Of("__hadd($0, $1)", H(), H()),
            1 => Of("__hsub($0, $1)", H(), H()),
            2 => Of("__hmul($0, $1)", H(), H()),
            3 => Of("__hfma($0, $1, $2)", H(), H(), H()),
            _ => Of("__hneg($0)", H()),
        };
    }
}
