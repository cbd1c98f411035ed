using System.Globalization;
using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Cuda.Syntax;

/// <summary>
/// Inline PTX as C++: an instruction is a call of its namesake in our header kernelport_ptx.h (<c>lop3.b32 %0, %1, %2, %3, 0xe8;</c> is
/// <c>out = __ptx_lop3_b32(a, b, c, 0xe8)</c>), so that whoever reads the statement afterwards needs no word of PTX. A name that the header lacks is
/// an undeclared function. Branches, and what is no PTX at all, have no such form.
/// </summary>
internal sealed partial class InlinePtx
{
    /// <summary>Instructions that give nothing back.</summary>
    private static readonly string[] Silent = ["bar", "barrier", "membar", "fence", "trap", "nanosleep", "prefetch", "prefetchu"];

    /// <summary>Words of a load, store or atomic that say where and how to cache, not what happens.</summary>
    private static readonly string[] Hints = ["global", "shared", "local", "const", "nc", "ca", "cg", "cs", "cv", "lu", "wb", "wt", "weak", "relaxed", "gpu", "cta", "sys"];

    private static readonly Dictionary<string, string> RegisterTypes = new(StringComparer.Ordinal)
    {
        ["pred"] = "bool", ["b16"] = "unsigned short", ["u16"] = "unsigned short", ["s16"] = "short", ["b32"] = "unsigned int", ["u32"] = "unsigned int", ["s32"] = "int",
        ["b64"] = "unsigned long long", ["u64"] = "unsigned long long", ["s64"] = "long long", ["f32"] = "float", ["f64"] = "double",
    };

    private readonly AsmStmt _statement;
    private readonly List<StmtSyntax> _made = [];
    private readonly HashSet<string> _registers = new(StringComparer.Ordinal);
    private int _temporaries;

    private InlinePtx(AsmStmt statement) => _statement = statement;

    /// <summary>The statement's meaning, or null where it has no such form.</summary>
    public static CompoundStmt? Translate(AsmStmt statement)
    {
        string text = string.Concat(Literal().Matches(statement.Template).Select(m => m.Groups[1].Value))
            .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal).Replace("\\r", " ", StringComparison.Ordinal);
        var ptx = new InlinePtx(statement);
        return Comment().Replace(text, " ").Split(';').All(ptx.Instruction) ? new CompoundStmt(statement.Span, ptx._made.ToEquatable()) : null;
    }

    /// <summary>The functions that a translated statement calls.</summary>
    public static IReadOnlyList<NameExpr> Calls(CompoundStmt meaning)
    {
        var calls = new CallFinder();
        calls.Find(meaning);
        return calls.Found;
    }

    private sealed class CallFinder : SyntaxWalker
    {
        public List<NameExpr> Found { get; } = [];

        public void Find(StmtSyntax statement) => Walk(statement);

        protected override void Enter(ExprSyntax expression)
        {
            if (expression is CallExpr { Callee: NameExpr { Name.Last: var name } callee } && name.StartsWith("__ptx_", StringComparison.Ordinal))
            {
                Found.Add(callee);
            }
        }
    }

    [GeneratedRegex("""
        "((?:[^"\\]|\\.)*)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:@(?<not>!?)%?(?<guard>\w+)\s+)?(?<name>[a-z][\w.:]*)\s*(?<operands>.*)$", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\.reg\s+\.(?<type>\w+)\s+(?<names>.+)$", RegexOptions.Singleline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<wide>\{[^}]*\}|\[[^\]]*\]|[^,{}\[\]]+)(?:,|$)")]
    private static partial Regex Item();

    private bool Instruction(string text)
    {
        // braces around instructions only limit the registers' names
        text = text.Trim().TrimStart('{', '}').Trim();
        if (text.Length == 0)
        {
            return true;
        }
        if (Declaration().Match(text) is { Success: true } registers)
        {
            return Registers(registers.Groups["type"].Value, registers.Groups["names"].Value);
        }
        var form = Form().Match(text);
        if (!form.Success)
        {
            return false;
        }
        var operands = Item().Matches(form.Groups["operands"].Value).Select(m => m.Groups["wide"].Value.Trim()).ToList();
        int before = _made.Count;
        if (!Body(form.Groups["name"].Value, operands))
        {
            return false;
        }
        if (form.Groups["guard"] is { Success: true, Value: var guard })
        {
            var guarded = new CompoundStmt(_statement.Span, _made[before..].ToEquatable());
            ExprSyntax condition = Name("__reg_" + guard);
            condition = form.Groups["not"].Length > 0 ? new PrefixExpr(_statement.Span, "!", condition) : condition;
            _made.RemoveRange(before, _made.Count - before);
            _made.Add(new IfStmt(_statement.Span, false, null, new ConditionSyntax(_statement.Span, condition, null), guarded, null));
        }
        return true;
    }

    private bool Registers(string type, string names)
    {
        if (!RegisterTypes.TryGetValue(type, out string? spelled))
        {
            return false;
        }
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries))
        {
            int angle = name.IndexOf('<', StringComparison.Ordinal);
            if (angle < 0)
            {
                Declare(name.TrimStart('%'), spelled);
            }
            else if (int.TryParse(name[(angle + 1)..].TrimEnd('>'), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= 64)
            {
                for (int i = 0; i < count; i++)
                {
                    Declare(name[..angle].TrimStart('%') + i.ToString(CultureInfo.InvariantCulture), spelled);
                }
            }
            else
            {
                return false;
            }
        }
        return true;
    }

    private void Declare(string register, string type)
    {
        _registers.Add(register);
        var span = _statement.Span;
        var variable = new DeclaratorSyntax(span, new BuiltinType(span, type), SimpleName("__reg_" + register), "=", Integer("0"), null);
        _made.Add(new DeclStmt(span, new VariableDecl(span, DeclSpecifiers.None, [variable])));
    }

    private bool Body(string name, List<string> operands)
    {
        string[] parts = name.Split('.');
        if (parts[0] is "ld" or "st" or "atom" or "red")
        {
            return Access(parts, operands);
        }
        if (parts[0] is "addc" or "subc" or "madc" || parts.Contains("cc"))
        {
            return WithCarry(parts, operands);
        }
        if (parts[0] == "mov" && operands.Count == 2 && operands.Exists(o => o.StartsWith('{')))
        {
            return Pack(parts[^1], operands);
        }
        if (Silent.Contains(parts[0]))
        {
            return operands.Select(Value).ToList() is var all && all.TrueForAll(a => a is not null) && Do(Call(name, all!));
        }
        var inputs = operands.Skip(1).Select(Value).ToList();
        return operands.Count > 0 && inputs.TrueForAll(i => i is not null) && Set(operands[0], Call(name, inputs!));
    }

    /// <summary>Loads, stores and atomics: a function for the type, with the address and a distance in bytes.</summary>
    private bool Access(string[] parts, List<string> operands)
    {
        string type = parts[^1];
        if (parts.Length == 1 || type.Length == 0)
        {
            // an instruction of some other assembly
            return false;
        }
        var words = parts[1..^1].Where(w => !Hints.Contains(w) && !w.Contains(':', StringComparison.Ordinal) && w.Length > 0).ToList();
        int wide = words.Remove("v2") ? 2 : words.Remove("v4") ? 4 : 1;
        bool loads = parts[0] is "ld" or "atom";
        int at = loads ? 1 : 0;
        if (operands.Count <= at || !operands[at].StartsWith('[') || Value(operands[at].Trim('[', ']').Split('+')[0]) is not { } address
            || !int.TryParse(type.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int bits))
        {
            return false;
        }
        string[] sum = operands[at].Trim('[', ']').Split('+', StringSplitOptions.TrimEntries);
        if (!int.TryParse(sum.Length > 1 ? sum[1] : "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int distance))
        {
            return false;
        }
        string name = string.Join('.', [parts[0] == "red" ? "atom" : parts[0], .. words, type]);
        var rest = (parts[0] == "st" ? Elements(operands.ElementAtOrDefault(1)) : operands.Skip(at + 1)).Select(Value).ToList();
        if (rest.Contains(null) || (parts[0] == "st" && rest.Count != wide))
        {
            return false;
        }
        if (parts[0] is "atom" or "red")
        {
            var call = Call(name, [address, Integer(distance), .. rest!]);
            return parts[0] == "red" ? Do(call) : Set(operands[0], call);
        }
        var elements = loads ? Elements(operands[0]) : [];
        if (loads && elements.Length != wide)
        {
            return false;
        }
        for (int i = 0; i < wide; i++)
        {
            var place = Integer(distance + (i * bits / 8));
            bool done = loads ? Set(elements[i], Call(name, [address, place])) : Do(Call(name, [address, place, rest[i]!]));
            if (!done)
            {
                return false;
            }
        }
        return true;
    }

    private static string[] Elements(string? operand) => operand is null ? [] : operand.Trim('{', '}').Split(',', StringSplitOptions.TrimEntries);

    /// <summary>Sums over several registers: the carry stands in a variable of this statement.</summary>
    private bool WithCarry(string[] parts, List<string> operands)
    {
        bool product = parts[0] is "mad" or "madc";
        var inputs = operands.Skip(1).Select(Value).ToList();
        if (inputs.Count != (product ? 3 : 2) || inputs.Contains(null) || parts[0] is not ("add" or "addc" or "sub" or "subc" or "mad" or "madc"))
        {
            return false;
        }
        if (!_registers.Contains("carry"))
        {
            Declare("carry", "unsigned int");
        }
        string type = parts[^1];
        ExprSyntax carry = parts[0].EndsWith('c') ? Name("__reg_carry") : Integer("0u");
        string operation = parts[0].StartsWith("sub", StringComparison.Ordinal) ? "subc" : "addc";
        ExprSyntax[] summands = product ? [Call($"mul.{parts[1]}.{type}", [inputs[0]!, inputs[1]!]), inputs[2]!] : [inputs[0]!, inputs[1]!];
        string temporary = "t" + _temporaries++.ToString(CultureInfo.InvariantCulture);
        Declare(temporary, RegisterTypes.GetValueOrDefault(type, "unsigned int"));
        Assign(Name("__reg_" + temporary), Call($"{operation}.{type}", [.. summands, carry]));
        if (parts.Contains("cc"))
        {
            Assign(Name("__reg_carry"), Call($"{operation}.carry.{type}", [.. summands, carry]));
        }
        return Set(operands[0], Name("__reg_" + temporary));
    }

    /// <summary><c>mov.b64 %0, {%1, %2}</c> and the other way round; the lower part comes first.</summary>
    private bool Pack(string type, List<string> operands)
    {
        if (operands[1].StartsWith('{'))
        {
            var parts = Elements(operands[1]).Select(Value).ToList();
            return parts.Count == 2 && !parts.Contains(null) && Set(operands[0], Call("pack." + type, parts!));
        }
        string[] halves = Elements(operands[0]);
        return halves.Length == 2 && Value(operands[1]) is { } whole && Set(halves[0], Call("low." + type, [whole])) && Set(halves[1], Call("high." + type, [whole]));
    }

    private bool Set(string target, ExprSyntax value)
    {
        if (target == "_")
        {
            return Do(value);
        }
        if (Value(target) is not { } place)
        {
            return false;
        }
        Assign(place, value);
        return true;
    }

    private void Assign(ExprSyntax target, ExprSyntax value) => Do(new AssignExpr(_statement.Span, "=", target, value));

    private bool Do(ExprSyntax expression)
    {
        _made.Add(new ExprStmt(_statement.Span, expression));
        return true;
    }

    private ExprSyntax? Value(string operand)
    {
        operand = operand.Trim();
        string bare = operand.TrimStart('%');
        if (bare.Length == 0)
        {
            return null;
        }
        if (operand.StartsWith('!'))
        {
            return Value(operand[1..]) is { } inner ? new PrefixExpr(_statement.Span, "!", inner) : null;
        }
        if (_registers.Contains(bare))
        {
            return Name("__reg_" + bare);
        }
        if (bare.Length != operand.Length)
        {
            if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out int n))
            {
                return n < _statement.Outputs.Count ? _statement.Outputs[n].Value : n - _statement.Outputs.Count < _statement.Inputs.Count ? _statement.Inputs[n - _statement.Outputs.Count].Value : null;
            }
            return bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') ? Call("sreg." + bare, []) : null;
        }
        if (bare.Length == 10 && bare[..2] is "0f" or "0F")
        {
            return new CallExpr(_statement.Span, Name("__uint_as_float"), [Integer("0x" + bare[2..] + "u")]);
        }
        return char.IsAsciiDigit(bare[0]) ? Integer(bare.TrimEnd('U') + (bare.StartsWith("0x", StringComparison.Ordinal) ? "u" : ""))
            : bare[0] == '-' && bare[1..].All(char.IsAsciiDigit) ? new PrefixExpr(_statement.Span, "-", Integer(bare[1..]))
            : null;
    }

    private CallExpr Call(string name, IReadOnlyList<ExprSyntax> arguments) => new(_statement.Span, Name("__ptx_" + name.Replace('.', '_')), arguments.ToEquatable());

    private NameExpr Name(string name) => new(_statement.Span, SimpleName(name));

    private NameSyntax SimpleName(string name) => new(_statement.Span, false, false, [new NameSegment(_statement.Span, name, null)]);

    private LiteralSyntax Integer(int value) => Integer(value.ToString(CultureInfo.InvariantCulture));

    private LiteralSyntax Integer(string text) => new(_statement.Span, LiteralKind.Integer, text);
}
