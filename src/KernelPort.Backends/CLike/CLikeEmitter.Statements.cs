using System.Globalization;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

public sealed partial class CLikeEmitter
{
    private void Block(EquatableArray<Stmt> body)
    {
        for (int i = 0; i < body.Count; i++)
        {
            // A store that starts a loop's counter goes into the loop's head.
            if (body[i] is Store { Target: VariablePlace v } init && i + 1 < body.Count && body[i + 1] is Loop loop && IsCounter(init, v, loop))
            {
                PrintFor(init, v, loop);
                i++;
                continue;
            }
            Statement(body[i]);
        }
    }

    private void Statement(Stmt s)
    {
        Span at = s.From.Span;
        if (s is not (Store or If or Loop or Switch))
        {
            DeclareBefore(s, at);
        }
        switch (s)
        {
            case Let x:
                PrintLet(x.Id, E(x.Value), x.Value.Type, at, x.Value);
                break;
            case Load x:
                PrintLet(x.Id, ReadText(x), x.Source.Type, at, null);
                break;
            case Store x:
                PrintStore(x, at);
                break;
            case Atomic x:
                Line(at, Bind(x.Result) + AtomicText(x) + ";");
                break;
            case Call { Format: not null } x when x.Intrinsic != Intrinsics.Print:
                PrintTexture(x, at);
                break;
            case Call { Format: { } format } x:
                Line(at, PrintText(format, x.Arguments) + ";");
                break;
            case Call x:
                Line(at, Bind(x.Result) + CallText(x.Intrinsic, x.Arguments, x.Arguments.Count > 1 ? x.Arguments[1].Type : IrType.I32) + ";");
                break;
            case Invoke x:
                Line(at, Bind(x.Result) + $"{_functionNames[x.Function]}({string.Join(", ", x.Arguments.Select(a => E(a).At(Precedence.Assign)))});");
                break;
            case If x:
                DeclareBefore(x, at);
                PrintIf(x, at);
                break;
            case Loop x:
                DeclareBefore(x, at);
                PrintLoop(x, at);
                break;
            case Switch x:
                DeclareBefore(x, at);
                PrintSwitch(x, at);
                break;
            case Break:
                Line(at, "break;");
                break;
            case Continue:
                PrintContinue(at);
                break;
            case Return x:
                Line(at, x.Value is null ? "return;" : $"return {E(x.Value).At(Precedence.Lowest)};");
                break;
            default:
                throw new System.Diagnostics.UnreachableException(s.GetType().Name);
        }
    }

    private void Line(Span at, string text)
    {
        Mark(at);
        _w.Line(text);
    }

    private void DeclareBefore(Stmt s, Span at)
    {
        if (!_placement.Before.TryGetValue(s, out var variables))
        {
            return;
        }
        foreach (int v in variables)
        {
            if (_declared.Add(v))
            {
                Line(at, DeclareLocal(v));
            }
        }
    }

    private string DeclareLocal(int i)
    {
        var v = _function.Variables[i];
        return v.Type is ArrayType a && _dialect.LocalArray.Length > 0
            ? string.Format(CultureInfo.InvariantCulture, _dialect.LocalArray, TypeText(a.Element), VariableName(i), a.Length)
            : AlignText(v) + Declare(v.Type, VariableName(i)) + _dialect.Unassigned + ";";
    }

    private string VariableName(int i)
    {
        if (!_variableNames.TryGetValue(i, out var name))
        {
            _variableNames[i] = name = _names.Name(_function.Variables[i].Name);
        }
        return name;
    }

    private string LetName(LetId id)
    {
        if (!_letNames.TryGetValue(id, out var name))
        {
            _letNames[id] = name = _names.Name(_function.Lets[id.Index].Name);
        }
        return name;
    }

    private void PrintLet(LetId id, Text value, IrType type, Span at, Expr? expression)
    {
        if (_inlining.Inlined.Contains(id))
        {
            _inlined[id] = value;
            return;
        }
        if (_inlining.Uses(id) == 0)
        {
            return;
        }
        bool readOnly = type is PointerType && expression is not null && _function.Lets[id.Index].PointsToConst && IsOnlyRead(id);
        string text = (expression is Literal ? Number(expression) : value).At(Precedence.Assign);
        if (_dialect.ConvertsIntegers && expression is Cast { Type.IsInteger: true, Operand: { Type.IsInteger: true } inner } && type is ScalarType { Kind: not Scalar.Bool })
        {
            // The declared type converts by itself.
            text = E(inner).At(Precedence.Assign);
        }
        Line(at, $"{Declare(type, LetName(id), readOnly)} = {text};");
    }

    /// <summary>A pointer to the first element of what is read or written as a whole.</summary>
    private Text? FirstElement(Place place) => _dialect.ReadThrough(place.Type) is null || place is not Deref { Pointer: Cast { Operand: var pointer } } ? null
        : pointer is AddressOf { Place: Element { Base: VariablePlace v } e } ? new Text($"{P(v)} + {Index(Within(e), Precedence.Multiplicative)}", Precedence.Additive)
        : E(pointer);

    private Text ReadText(Load x) => FirstElement(x.Source) is { } first ? new Text(string.Format(CultureInfo.InvariantCulture, _dialect.ReadThrough(x.Source.Type)!, first.Value), Precedence.Postfix) :
        _dialect.ReadForm(x.Source.Type, Build.SpaceOf(x.Source, _function, _module)) is { } form ? new Text(string.Format(CultureInfo.InvariantCulture, form, P(x.Source)), Precedence.Postfix)
            : x.Volatile && _dialect.VolatileRead.Length > 0 ? VolatileRead(x.Source)
            : x.Volatile ? new Text(VolatilePlace(x.Source), Precedence.Unary) : new Text(P(x.Source), Precedence.Postfix);

    private string Bind(LetId? id)
    {
        if (id is not { } i || _inlining.Uses(i) == 0)
        {
            return "";
        }
        return $"{Declare(_function.TypeOf(i), LetName(i))} = ";
    }

    private void PrintStore(Store x, Span at)
    {
        if (x.Target is VariablePlace v && _placement.Before.TryGetValue(x, out var variables))
        {
            foreach (int other in variables.Where(o => o != v.Id.Index && _declared.Add(o)))
            {
                Line(at, DeclareLocal(other));
            }
            if (variables.Contains(v.Id.Index) && _declared.Add(v.Id.Index))
            {
                Line(at, $"{Declare(v.Type, VariableName(v.Id.Index))} = {ValueFor(x.Value, v.Type)};");
                return;
            }
        }
        else
        {
            DeclareBefore(x, at);
        }
        Line(at, StoreText(x) + ";");
    }

    private string ValueFor(Expr value, IrType type) =>
        _dialect.ConvertsIntegers && value is Cast { Type.IsInteger: true, Operand: { Type.IsInteger: true } inner } && type.IsInteger && type != IrType.Bool ? E(inner).At(Precedence.Assign) : Number(value).At(Precedence.Assign);

    private static bool HasVolatile(IrType type) => type is ScalarType { Kind: not (Scalar.F16 or Scalar.BF16) };

    private Text VolatileRead(Place place) => new(HasVolatile(place.Type) ? string.Format(CultureInfo.InvariantCulture, _dialect.VolatileRead, P(place)) : P(place), Precedence.Postfix);

    private static readonly Dictionary<BinaryOp, string> Compound = new()
    {
        [BinaryOp.Add] = "+=", [BinaryOp.Sub] = "-=", [BinaryOp.Mul] = "*=", [BinaryOp.Div] = "/=", [BinaryOp.Rem] = "%=",
        [BinaryOp.And] = "&=", [BinaryOp.Or] = "|=", [BinaryOp.Xor] = "^=", [BinaryOp.Shl] = "<<=", [BinaryOp.Shr] = ">>=",
    };

    /// <summary>`place = value`, or `place op= value` where the value begins with the place itself.</summary>
    private string StoreText(Store x)
    {
        if (FirstElement(x.Target) is { } first)
        {
            return string.Format(CultureInfo.InvariantCulture, _dialect.WriteThrough, first.Value, E(x.Value).At(Precedence.Postfix));
        }
        string place = P(x.Target);
        if (Wrapping(x.Value) is { } wrapping)
        {
            x = x with { Value = wrapping };
        }
        if (_dialect.WriteForm(x.Target.Type, Build.SpaceOf(x.Target, _function, _module)) is { } form)
        {
            return string.Format(CultureInfo.InvariantCulture, form, place, E(x.Value).At(Precedence.Assign));
        }
        if (x.Volatile && _dialect.VolatileWrite.Length > 0 && HasVolatile(x.Target.Type))
        {
            return string.Format(CultureInfo.InvariantCulture, _dialect.VolatileWrite, place, E(x.Value).At(Precedence.Assign));
        }
        if (x.Volatile && _dialect.VolatileWrite.Length == 0)
        {
            return $"{VolatilePlace(x.Target)} = {E(x.Value).At(Precedence.Assign)}";
        }
        if (x.Value is Binary { Left: LetRef l } b && b.Type == x.Target.Type && b.Left.Type == x.Target.Type && Compound.TryGetValue(b.Op, out string? op)
            && _inlined.TryGetValue(l.Id, out var left) && left.Value == place && (_inlining.Uses(l.Id) == 1 || _inlining.Names.Contains(l.Id)))
        {
            if (b.Right is Literal { Bits: 1 } && b.Op is BinaryOp.Add or BinaryOp.Sub && b.Type.IsInteger)
            {
                return place + (b.Op == BinaryOp.Add ? "++" : "--");
            }
            string right = Number(b.Right).At(Precedence.Assign);
            return $"{place} {op} {(b.Op is BinaryOp.Shl or BinaryOp.Shr ? ShiftAmount(b.Right, right) : right)}";
        }
        if (CompoundThroughCast(x, place) is { } compound)
        {
            return compound;
        }
        if (x.Value is PointerOffset { Pointer: LetRef p } o && _inlined.TryGetValue(p.Id, out left) && left.Value == place)
        {
            return $"{place} += {Index(o.Index)}";
        }
        return $"{place} = {ValueFor(x.Value, x.Target.Type)}";
    }

    /// <summary>`c = (int)((unsigned)c + n)` is `c += n`: C converts both ways by itself.</summary>
    private string? CompoundThroughCast(Store x, string place)
    {
        if (!_dialect.ConvertsIntegers || x.Value is not Cast { Operand: Binary { Left: Cast { Operand: LetRef l } } b } c || c.Type != x.Target.Type || l.Type != x.Target.Type
            || b.Op is BinaryOp.Shl or BinaryOp.Shr || !Compound.TryGetValue(b.Op, out string? op)
            || !_inlined.TryGetValue(l.Id, out var left) || left.Value != place || _inlining.Uses(l.Id) != 1)
        {
            return null;
        }
        // Only where C's usual conversions choose the very type the operation has.
        var right = b.Right is Cast { Type.IsInteger: true, Operand.Type: ScalarType { Kind: Scalar.I32 or Scalar.U32 or Scalar.I64 or Scalar.U64 } } r && CommonType(l.Type, r.Operand.Type) == b.Type ? r.Operand : b.Right;
        return CommonType(l.Type, right.Type) == b.Type ? $"{place} {op} {E(right).At(Precedence.Assign)}" : null;
    }

    private static IrType? CommonType(IrType a, IrType b)
    {
        if (a is not ScalarType x || b is not ScalarType y || x.Kind == Scalar.Bool || y.Kind == Scalar.Bool)
        {
            return null;
        }
        if (x.IsFloat || y.IsFloat)
        {
            return x.Kind is Scalar.F16 or Scalar.BF16 || y.Kind is Scalar.F16 or Scalar.BF16 ? null : x.Kind == Scalar.F64 || y.Kind == Scalar.F64 ? IrType.F64 : IrType.F32;
        }
        var (p, q) = (x.Size < 4 ? IrType.I32 : x, y.Size < 4 ? IrType.I32 : y);
        return p.Size != q.Size ? (p.Size > q.Size ? p : q) : p.IsSigned ? q : p;
    }

    private void PrintIf(If x, Span at)
    {
        Mark(at);
        // Conditions without else, one within the other, are one.
        while (_dialect.ReadsInPlace && x.Else.IsEmpty && x.Then is [If { Else.IsEmpty: true } inner] && !_placement.Before.ContainsKey(inner))
        {
            x = x with { Condition = new Binary(IrType.Bool, BinaryOp.LogicalAnd, x.Condition, inner.Condition), Then = inner.Then };
        }
        _w.Line($"if ({E(x.Condition).At(Precedence.Lowest)}) {{");
        Nested(x.Then);
        var otherwise = x.Else;
        while (otherwise.Count == 1 && otherwise[0] is If next && !_placement.Before.ContainsKey(next))
        {
            _w.Line($"}} else if ({E(next.Condition).At(Precedence.Lowest)}) {{");
            Nested(next.Then);
            otherwise = next.Else;
        }
        if (!otherwise.IsEmpty)
        {
            _w.Line("} else {");
            Nested(otherwise);
        }
        _w.Line("}");
    }

    private void Nested(EquatableArray<Stmt> body)
    {
        _w.Indent++;
        _names.Open();
        Block(body);
        _names.Close();
        _w.Indent--;
    }

    private void PrintSwitch(Switch x, Span at)
    {
        Mark(at);
        _w.Line($"switch ({E(x.Value).At(Precedence.Lowest)}) {{");
        string Label(ulong bits) => "case " + LiteralText(new Literal(x.Value.Type, bits)).Value;
        for (int i = 0; i < x.Cases.Count; i++)
        {
            var c = x.Cases[i];
            foreach (ulong label in c.Labels)
            {
                _w.Line(Label(label) + ":");
            }
            if (c.IsDefault)
            {
                _w.Line("default:");
            }
            _w.Indent++;
            _w.Line("{");
            Nested(c.Body);
            _w.Line("}");
            if (_dialect.FallThrough.Length > 0 && (c.Body.IsEmpty || c.Body[^1] is not (Break or Continue or Return)))
            {
                var next = i + 1 < x.Cases.Count ? x.Cases[i + 1] : null;
                _w.Line(next is null ? "break;" : string.Format(CultureInfo.InvariantCulture, _dialect.FallThrough, next.IsDefault ? "default" : Label(next.Labels[0])));
            }
            _w.Indent--;
        }
        _w.Line("}");
    }
}
