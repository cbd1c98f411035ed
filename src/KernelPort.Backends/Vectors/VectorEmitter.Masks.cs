using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

internal sealed partial class VectorEmitter
{
    /// <summary>`a op b` of affine values as limits of one direction; null where that is no box.</summary>
    private Value? BoxOf(BinaryOp op, Value a, Value b)
    {
        var strides = Scalars.Add(a.Strides, Scalars.Mul(b.Strides, "-1"));
        string left = Wide(a);
        string right = Wide(b);
        if (strides.IsNone)
        {
            return Value.Scalar(IrType.Bool, $"({left} {Sign(op)} {right})");
        }
        char axis = strides switch
        {
            { X: not "0", Y: "0", Z: "0" } => 'x',
            { X: "0", Y: not "0", Z: "0" } => 'y',
            { X: "0", Y: "0", Z: not "0" } => 'z',
            _ => ' ',
        };
        string stride = axis switch { 'x' => strides.X, 'y' => strides.Y, 'z' => strides.Z, _ => "" };
        if (Scalars.TryInt(stride, out long step) && step is > 1 or < -1 && op is BinaryOp.Lt or BinaryOp.Le or BinaryOp.Gt or BinaryOp.Ge)
        {
            // step * position op limit, as a limit of the position: below it there are as many positions as begin before it.
            bool up = step > 0;
            op = up ? op : op switch { BinaryOp.Lt => BinaryOp.Gt, BinaryOp.Le => BinaryOp.Ge, BinaryOp.Gt => BinaryOp.Lt, _ => BinaryOp.Le };
            string below = up ? Scalars.Add(right, Scalars.Negate(left)) : Scalars.Add(left, Scalars.Negate(right));
            below = op is BinaryOp.Le or BinaryOp.Gt ? Scalars.Add(below, "1") : below;
            string count = Limit($"KpSteps({below}, {Math.Abs(step)})", Size(axis));
            var part = op is BinaryOp.Lt or BinaryOp.Le ? new Range("0", count, false) : new Range(count, Size(axis), false);
            return Value.Of(axis switch { 'x' => Full with { X = part }, 'y' => Full with { Y = part }, _ => Full with { Z = part } });
        }
        if (stride is not ("1" or "-1"))
        {
            return null;
        }
        // position op limit
        string limit = stride == "1" ? Scalars.Add(right, Scalars.Negate(left)) : Scalars.Add(left, Scalars.Negate(right));
        op = stride == "1" ? op : op switch { BinaryOp.Lt => BinaryOp.Gt, BinaryOp.Le => BinaryOp.Ge, BinaryOp.Gt => BinaryOp.Lt, BinaryOp.Ge => BinaryOp.Le, _ => op };
        string? low = op switch { BinaryOp.Ge or BinaryOp.Eq => limit, BinaryOp.Gt => Scalars.Add(limit, "1"), _ => null };
        string? high = op switch { BinaryOp.Lt => limit, BinaryOp.Le or BinaryOp.Eq => Scalars.Add(limit, "1"), _ => null };
        if (low is null && high is null)
        {
            return null;
        }
        string most = Size(axis);
        var range = new Range(low is null ? "0" : Limit(low, most), high is null ? most : Limit(high, most), false);
        return Value.Of(axis switch { 'x' => Full with { X = range }, 'y' => Full with { Y = range }, _ => Full with { Z = range } });
    }

    private string Limit(string text, string most)
    {
        if (Scalars.TryInt(text, out long value) && Scalars.TryInt(most, out long limit))
        {
            return Build.Invariant($"{Math.Clamp(value, 0, limit)}");
        }
        string name = NewName("k");
        Line($"const int32_t {name} = KpClamp({text}, {most});");
        return name;
    }

    private static string Sign(BinaryOp op) => op switch
    {
        BinaryOp.Lt => "<",
        BinaryOp.Le => "<=",
        BinaryOp.Gt => ">",
        BinaryOp.Ge => ">=",
        BinaryOp.Eq => "==",
        _ => "!=",
    };

    private Mask Both(Mask a, Mask b)
    {
        int bits = a.Bits < 0 ? b.Bits : b.Bits < 0 ? a.Bits : AndBits(a.Bits, b.Bits);
        return new Mask(Both(a.X, b.X), Both(a.Y, b.Y), Both(a.Z, b.Z), bits);
    }

    private Range Both(Range a, Range b)
    {
        if (a.IsAll || a == b)
        {
            return b;
        }
        if (b.IsAll)
        {
            return a;
        }
        string low = a.Low == b.Low || b.Low == "0" ? a.Low : a.Low == "0" ? b.Low : Named($"({a.Low} > {b.Low} ? {a.Low} : {b.Low})");
        string high = a.High == b.High ? a.High : Named($"({a.High} < {b.High} ? {a.High} : {b.High})");
        return new Range(low, high, false);
    }

    private string Named(string text)
    {
        string name = NewName("k");
        Line($"const int32_t {name} = {text};");
        return name;
    }

    private int AndBits(int a, int b)
    {
        int to = NewSlot();
        Vector("And", Words(to), Words(a), Words(b), NWords);
        return to;
    }

    private Operand Words(int slot) => _m.Reinterpret(MaskAt(slot), "uint16_t");

    private int BitWords => _m.MasksAreLanes ? Padded * 2 : (_lanes + 63) / 64 * 4;

    // How many lanes there are is a variable.
    private bool Varies => _merged > 1 || _inRow;

    private string N => Varies ? "n" : Build.Invariant($"{_lanes}");

    private string Twice => Varies ? "n * 2" : Build.Invariant($"{_lanes * 2}");

    private string NPadded => Varies ? "(n + 63) / 64 * 64" : Build.Invariant($"{Padded}");

    private string NWords => Varies ? _m.MasksAreLanes ? "n * 2" : "(n + 63) / 64 * 4" : Build.Invariant($"{BitWords}");

    /// <summary>How many lanes there are in a direction.</summary>
    private string Size(char axis) => axis == 'x' && Varies ? "n" : Build.Invariant($"{SizeOf(axis)}");

    private int Padded => (_lanes + 63) / 64 * 64;

    private int NotBits(int bits)
    {
        int to = NewSlot();
        Vector("Not", Words(to), Words(bits), NWords);
        return to;
    }

    /// <summary>How many of the first lanes a mask has; null where it is not so simple.</summary>
    private string? Prefix(Mask m) => m.IsFull ? N : m.IsPrefix && _block.Y * _block.Z == 1 ? m.X.High : null;

    /// <summary>The lanes of a mask that are not among others.</summary>
    private Mask Without(Mask all, Mask some)
    {
        if (some.Complement is { } rest)
        {
            return Both(all, rest);
        }
        if (some.IsBox)
        {
            // One limit in one direction: what is left is a box too.
            var sides = new[] { some.X, some.Y, some.Z };
            int limited = sides.Count(r => !r.IsAll);
            if (limited == 1)
            {
                int i = Array.FindIndex(sides, r => !r.IsAll);
                string most = Size("xyz"[i]);
                var r = sides[i];
                var other = r.Low == "0" ? new Range(r.High, most, false) : r.High == most ? new Range("0", r.Low, false) : null;
                if (other is not null)
                {
                    return Both(all, i == 0 ? Full with { X = other } : i == 1 ? Full with { Y = other } : Full with { Z = other });
                }
            }
            if (limited == 0)
            {
                return Both(all, Full with { X = new Range("0", "0", false) });
            }
        }
        return Both(all, Full with { Bits = NotBits(Bits(some)) });
    }

    /// <summary>A mask as a tensor of bits.</summary>
    private int Bits(Mask m)
    {
        int bits = m.Bits;
        foreach (var (axis, range) in new[] { ('x', m.X), ('y', m.Y), ('z', m.Z) })
        {
            if (range.IsAll)
            {
                continue;
            }
            int numbers = Table("float " + axis, slot => Made("Duplicate", Floats(slot), "0.0f", Build.Invariant($"{Padded}")) + Made("Cast", Floats(slot), Ints(CoordinateTable(axis)), "RINT", AllLanes));
            foreach (var (limit, mode) in new[] { (range.Low, "GE"), (range.High, "LT") })
            {
                if (limit == (mode == "GE" ? "0" : (axis == 'x' ? _allX : axis == 'y' ? _allY : _allZ).High))
                {
                    continue;
                }
                int to = NewSlot();
                Vector("CompareScalar", MaskAt(to), Floats(numbers), $"float({limit})", mode, NPadded);
                bits = bits < 0 ? to : AndBits(bits, to);
            }
        }
        if (bits >= 0)
        {
            return bits;
        }
        int all = NewSlot();
        Vector("Duplicate", Ints(all), "int32_t(-1)", Build.Invariant($"{(_m.MasksAreLanes ? Padded : Math.Max(8, Padded / 32))}"));
        return all;
    }

    /// <summary>A C++ condition: some lane is in the mask.</summary>
    private string Any(Mask m)
    {
        if (m.IsBox)
        {
            var parts = new[] { m.X, m.Y, m.Z }.Where(r => !r.IsAll).Select(r => $"{r.Low} < {r.High}").ToList();
            return parts.Count == 0 ? "true" : string.Join(" && ", parts);
        }
        int bits = Bits(m);
        int ones = NewSlot();
        int sum = NewSlot();
        Vector("Duplicate", Floats(ones), "1.0f", N);
        Vector("SelectOrZero", Floats(ones), MaskAt(bits), Floats(ones), N);
        Vector("ReduceSum", Floats(ones), Floats(ones), Floats(sum), N);
        string name = NewName("any");
        Line($"const bool {name} = {_m.Get(Floats(ones), "0")} != 0.0f;");
        return name;
    }

    /// <summary>A value of bool as a mask.</summary>
    private Mask MaskOf(Value v)
    {
        if (v.Kind == Kind.Mask)
        {
            return v.Lanes!;
        }
        if (v.Kind == Kind.Uniform)
        {
            string most = v.Text == "true" ? Size('x') : v.Text == "false" ? "0" : Named($"{v.Text} ? {Size('x')} : 0");
            return v.Text == "true" ? Full : Full with { X = new Range("0", most, false) };
        }
        throw new NotVectorised("a truth value in memory");
    }

    /// <summary>The lane loop's head: x, y, z and l, for the lanes of the mask.</summary>
    private void BeginLanes(Mask m)
    {
        _laneLoops++;
        Fence();
        Line($"for (int32_t l = 0; l < {N}; ++l) {{");
        _indent++;
        if (_block.Y * _block.Z == 1)
        {
            Line($"const int32_t x = l;");
        }
        else
        {
            Line($"const int32_t x = l % {_block.X}, y = l / {_block.X} % {_block.Y}, z = l / {_block.X * _block.Y};");
        }
        var tests = new List<string>();
        foreach (var (axis, range) in new[] { ('x', m.X), ('y', m.Y), ('z', m.Z) })
        {
            if (!range.IsAll)
            {
                tests.Add($"{axis} < {range.Low} || {axis} >= {range.High}");
            }
        }
        if (m.Bits >= 0)
        {
            tests.Add($"!{_m.LaneOf(MaskAt(m.Bits))}");
        }
        if (tests.Count > 0)
        {
            Line($"if ({string.Join(" || ", tests)}) continue;");
        }
    }

    private void EndLanes()
    {
        _indent--;
        Raw("}");
        Fence();
    }

    /// <summary>One lane's value inside a lane loop.</summary>
    private string OfLane(Value v) => v.Kind switch
    {
        Kind.Uniform => v.Text,
        Kind.Affine when !v.Wrapped.IsEmpty => throw new NotVectorised("an index of 64 bits as a value"),
        Kind.Affine => $"{Scalars.Word(v.Type)}({LaneOffset(v.Text, v.Strides)})",
        Kind.Tensor when Scalars.IsFloatLane(v.Type) => _m.Get(Floats(v.Slot), "l"),
        Kind.Tensor => $"{Scalars.Word(v.Type)}({_m.Get(Ints(v.Slot), "l")})",
        _ => throw new NotVectorised("a truth value in memory"),
    };

    private static string LaneOffset(string text, Strides s) => Scalars.Add(Scalars.Add(Scalars.Add(text, Scalars.Mul(s.X, "x")), Scalars.Mul(s.Y, "y")), Scalars.Mul(s.Z, "z"));
}
