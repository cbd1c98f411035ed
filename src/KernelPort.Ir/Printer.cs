using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Writes a module as `.kir` text, which <see cref="Reader"/> reads back exactly (origins left out).</summary>
public static class Printer
{
    public static string Print(Module module) => Print(module, []);

    /// <param name="lines">Is given, in order, the lines of the text (from 1) at which what follows comes from another place of the CUDA text.</param>
    public static string Print(Module module, List<(int Line, Span From)> lines)
    {
        var w = new CodeWriter();
        foreach (var s in module.Structs)
        {
            PrintStruct(w, s);
        }
        foreach (var g in module.Globals)
        {
            string initial = g.Initial.IsEmpty ? "" : $" = \"{Convert.ToHexStringLower(g.Initial.AsSpan())}\"";
            w.Line($"global @{Quoted(g.Name)}: {g.Type} in {Word(g.Space)}{(g.IsElsewhere ? " elsewhere" : "")}{initial}");
        }
        foreach (var f in module.Functions)
        {
            PrintFunction(w, f, lines);
        }
        return w.ToString();
    }

    public static string Print(Function function)
    {
        var w = new CodeWriter();
        PrintFunction(w, function, []);
        return w.ToString();
    }

    private static void PrintStruct(CodeWriter w, StructType s)
    {
        string flags = (s.IsBuiltin ? " builtin" : "") + (s.IsUnion ? " union" : "") + (s.IsPacked ? " packed" : "");
        w.Line(Build.Invariant($"struct {s} size {s.Size} align {s.Alignment}{flags} {{"));
        w.Indent++;
        foreach (var field in s.Fields)
        {
            w.Line(Build.Invariant($"{Quoted(field.Name)}: {field.Type} at {field.Offset}{(field.IsPadding ? " padding" : "")}"));
        }
        w.Indent--;
        w.Line("}");
    }

    private static void PrintFunction(CodeWriter w, Function f, List<(int Line, Span From)> lines)
    {
        var p = new FunctionPrinter(w, f, lines);
        p.Mark(f.From.Span);
        string parameters = string.Join(", ", f.Parameters.Select(p.Declared));
        string bounds = f.Bounds is { } b ? Build.Invariant($" bounds {b.MaxThreads} {b.MinBlocks}") : "";
        string source = f.SourceName != f.Name ? $" from {Text(f.SourceName)}" : "";
        w.Line($"{(f.IsKernel ? "kernel" : "function")} @{Quoted(f.Name)}({parameters}): {f.ReturnType}{bounds}{source} {{");
        w.Indent++;
        for (int i = 0; i < f.Variables.Count; i++)
        {
            var v = f.Variables[i];
            string align = v.Alignment != v.Type.Alignment ? Build.Invariant($" align {v.Alignment}") : "";
            w.Line(Build.Invariant($"var ${i}.{Quoted(v.Name)}: {v.Type} in {Word(v.Space)}{(v.IsDynamic ? " dynamic" : "")}{align}"));
        }
        p.Statements(f.Body);
        w.Indent--;
        w.Line("}");
    }

    /// <summary>A name as it is, or in quotes where it is no word.</summary>
    internal static string Quoted(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : Text(name);

    /// <summary>A text in quotes; control characters by number, so that a line stays a line.</summary>
    private static string Text(string value)
    {
        var text = new System.Text.StringBuilder("\"");
        foreach (char c in value)
        {
            text.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", < ' ' or '\x7f' => Build.Invariant($"\\x{(int)c:x2}"), _ => c.ToString() });
        }
        return text.Append('"').ToString();
    }

    private static string Word(AddressSpace space) => space.ToString().ToLowerInvariant();

    private sealed class FunctionPrinter(CodeWriter w, Function f, List<(int Line, Span From)> lines)
    {
        public void Mark(Span from)
        {
            if (!from.IsNone)
            {
                lines.Add((w.CurrentLine, from));
            }
        }

        public string Name(LetId id) => Build.Invariant($"%{id.Index}.{Quoted(f.Lets[id.Index].Name)}");

        /// <summary>A value's name where it is bound: with its type and the qualifiers kept for printers.</summary>
        public string Declared(LetId id) => $"{Name(id)}: {f.TypeOf(id)}{(f.Lets[id.Index].PointsToConst ? " const" : "")}{(f.Lets[id.Index].IsRestrict ? " restrict" : "")}";

        public void Statements(EquatableArray<Stmt> body)
        {
            foreach (var s in body)
            {
                Mark(s.From.Span);
                Statement(s);
            }
        }

        private void Block(EquatableArray<Stmt> body)
        {
            w.Line(" {");
            w.Indent++;
            Statements(body);
            w.Indent--;
            w.Write("}");
        }

        private string Bind(LetId? id) => id is { } i ? $"{Declared(i)} = " : "";

        private void Statement(Stmt s)
        {
            switch (s)
            {
                case Let x:
                    w.Line($"let {Bind(x.Id)}{E(x.Value)}");
                    break;
                case Load x:
                    w.Line($"load {Bind(x.Id)}{P(x.Source)}{(x.Volatile ? " volatile" : "")}{(x.Merges ? " merges" : "")}");
                    break;
                case Store x:
                    w.Line($"store {P(x.Target)}, {E(x.Value)}{(x.Volatile ? " volatile" : "")}");
                    break;
                case Atomic x:
                    string compare = x.Compare is null ? "" : ", " + E(x.Compare);
                    w.Line($"atomic {Bind(x.Result)}{Lower(x.Op)} {Lower(x.Scope)} {P(x.Target)}, {E(x.Operand)}{compare}");
                    break;
                case Call x:
                    w.Line($"call {Bind(x.Result)}{x.Intrinsic.Name}{(x.Format is null ? "" : " " + Text(x.Format))}({List(x.Arguments)})");
                    break;
                case Invoke x:
                    w.Line($"invoke {Bind(x.Result)}@{Quoted(x.Function)}({List(x.Arguments)})");
                    break;
                case If x:
                    w.Write($"if {Results(x.Results)}{E(x.Condition)}");
                    Block(x.Then);
                    if (!x.Else.IsEmpty)
                    {
                        w.Write(" else");
                        Block(x.Else);
                    }
                    w.Line();
                    break;
                case Loop x:
                    w.Write($"loop {Results(x.Results)}".TrimEnd());
                    w.Write(x.Carried.IsEmpty && x.Unroll is null ? "" : " ");
                    if (!x.Carried.IsEmpty)
                    {
                        w.Write("carry(" + string.Join(", ", x.Carried.Select(c => $"{Declared(c.Id)} = {E(c.Initial)}")) + (x.Unroll is null ? ")" : ") "));
                    }
                    if (x.Unroll is { } n)
                    {
                        w.Write(Build.Invariant($"unroll {n}"));
                    }
                    Block(x.Body);
                    if (!x.Continuing.IsEmpty)
                    {
                        w.Write(" continuing");
                        Block(x.Continuing);
                    }
                    w.Line();
                    break;
                case Switch x:
                    w.Line($"switch {E(x.Value)} {{");
                    w.Indent++;
                    foreach (var c in x.Cases)
                    {
                        w.Write("case(" + string.Join(", ", c.Labels.Select(l => l.ToString(CultureInfo.InvariantCulture))) + ")" + (c.IsDefault ? " default" : ""));
                        Block(c.Body);
                        w.Line();
                    }
                    w.Indent--;
                    w.Line("}");
                    break;
                case Break x:
                    w.Line("break" + Values(x.Values));
                    break;
                case Continue x:
                    w.Line("continue" + Values(x.Values));
                    break;
                case Yield x:
                    w.Line("yield" + Values(x.Values));
                    break;
                case Return x:
                    w.Line(x.Value is null ? "return" : $"return {E(x.Value)}");
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException(s.GetType().Name);
            }
        }

        private string Results(EquatableArray<LetId> ids) => ids.IsEmpty ? "" : "gives(" + string.Join(", ", ids.Select(Declared)) + ") ";

        private string Values(EquatableArray<Expr> values) => values.IsEmpty ? "" : $"({List(values)})";

        private string List(EquatableArray<Expr> items) => string.Join(", ", items.Select(E));

        private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

        private string E(Expr e) => e switch
        {
            Literal x => LiteralText(x),
            Undefined x => $"undef:{x.Type}()",
            LetRef x => Name(x.Id),
            CoordinateOf x => "#" + x.Which,
            Unary x => $"{Lower(x.Op)}({E(x.Operand)})",
            Binary x => $"{Lower(x.Op)}({E(x.Left)}, {E(x.Right)})",
            Select x => $"select({E(x.Condition)}, {E(x.Then)}, {E(x.Else)})",
            Cast x => $"cast:{x.Type}({E(x.Operand)})",
            BitCast x => $"bits:{x.Type}({E(x.Operand)})",
            Pure x => $"math.{x.Intrinsic.Name}:{x.Type}({List(x.Arguments)})",
            PointerOffset x => $"offset({E(x.Pointer)}, {E(x.Index)})",
            PointerDifference x => $"distance({E(x.Left)}, {E(x.Right)})",
            AddressOf x => $"address:{x.Pointer}({P(x.Place)})",
            Field x => Build.Invariant($"field:{x.Type}({E(x.Operand)}, {x.Index})"),
            Aggregate x => $"make:{x.Type}({List(x.Elements)})",
            _ => throw new System.Diagnostics.UnreachableException(e.GetType().Name),
        };

        private string P(Place p) => p switch
        {
            VariablePlace x => Build.Invariant($"${x.Id.Index}.{Quoted(f.Variables[x.Id.Index].Name)}"),
            GlobalPlace x => $"@{Quoted(x.Name)}:{x.Type}",
            Deref x => $"deref:{x.Type}({E(x.Pointer)})",
            Element x => $"at({P(x.Base)}, {E(x.Index)})",
            Member x => Build.Invariant($"dot({P(x.Base)}, {x.FieldIndex}):{x.Type}"),
            _ => throw new System.Diagnostics.UnreachableException(p.GetType().Name),
        };

        /// <summary>Integers in decimal; floats in decimal where that reads back to the same bits, else in hexadecimal bits.</summary>
        private static string LiteralText(Literal x)
        {
            if (x.Type is ScalarType { Kind: Scalar.F32 or Scalar.F64 })
            {
                double value = Build.AsFloat(x);
                if (double.IsFinite(value) && !(value == 0 && double.IsNegative(value)))
                {
                    string text = x.Type == IrType.F32
                        ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
                        : value.ToString("R", CultureInfo.InvariantCulture);
                    return $"{text}:{x.Type}";
                }
            }
            return x.Type.IsInteger ? Build.Invariant($"{(x.Type.IsSigned ? Build.AsInt(x).ToString(CultureInfo.InvariantCulture) : x.Bits.ToString(CultureInfo.InvariantCulture))}:{x.Type}") : Build.Invariant($"0x{x.Bits:x}:{x.Type}");
        }
    }
}
