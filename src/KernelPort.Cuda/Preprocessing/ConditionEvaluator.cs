using System.Globalization;
using System.Runtime.CompilerServices;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Evaluates the expression of an #if: 64-bit integers, unsigned where one operand is, nothing evaluated that need not be.</summary>
internal sealed class ConditionEvaluator(IReadOnlyList<Token> tokens, Func<Name, bool> isDefined)
{
    private int _at;
    private int _unevaluated;

    /// <summary>The value of the whole list; false and a text where it is not an expression.</summary>
    public bool TryEvaluate(out bool value, out string error)
    {
        try
        {
            var result = Conditional();
            if (_at < tokens.Count)
            {
                throw new ConditionException($"'{tokens[_at].Text}' is not expected");
            }
            value = result.Bits != 0;
            error = "";
            return true;
        }
        catch (ConditionException e)
        {
            value = false;
            error = e.Message;
            return false;
        }
    }

    private TokenKind Kind => _at < tokens.Count ? tokens[_at].Kind : EndOfFile;

    private Value Conditional()
    {
        var condition = Binary(0);
        if (Kind != Question)
        {
            return condition;
        }
        _at++;
        var whenTrue = Guarded(condition.Bits == 0, Conditional);
        Take(Colon, "':'");
        var whenFalse = Guarded(condition.Bits != 0, Conditional);
        bool unsigned = whenTrue.Unsigned || whenFalse.Unsigned;
        return new Value((condition.Bits != 0 ? whenTrue : whenFalse).Bits, unsigned);
    }

    private Value Guarded(bool skip, Func<Value> read)
    {
        if (!skip)
        {
            return read();
        }
        _unevaluated++;
        var value = read();
        _unevaluated--;
        return value;
    }

    private static int Precedence(TokenKind kind) => kind switch
    {
        OrOr => 1,
        AndAnd => 2,
        Pipe => 3,
        Caret => 4,
        Amp => 5,
        EqualEqual or NotEqual => 6,
        Less or Greater or LessEqual or GreaterEqual => 7,
        ShiftLeft or ShiftRight => 8,
        Plus or Minus => 9,
        Star or Slash or Percent => 10,
        _ => 0,
    };

    /// <summary>The operator at the current place; two adjacent '&gt;' are a shift.</summary>
    private (TokenKind Kind, int Tokens) Operator()
    {
        bool shift = Kind == Greater && _at + 1 < tokens.Count && tokens[_at + 1].Kind == Greater && tokens[_at + 1].Offset == tokens[_at].Offset + 1;
        return shift ? (ShiftRight, 2) : (Kind, 1);
    }

    private Value Binary(int above)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ConditionException("nested too deeply");
        }
        var left = Unary();
        while (true)
        {
            var (kind, length) = Operator();
            int precedence = Precedence(kind);
            if (precedence == 0 || precedence <= above)
            {
                return left;
            }
            _at += length;
            bool skip = (kind == OrOr && left.Bits != 0) || (kind == AndAnd && left.Bits == 0);
            var right = Guarded(skip, () => Binary(precedence));
            left = Apply(kind, left, right);
        }
    }

    private Value Apply(TokenKind kind, Value left, Value right)
    {
        bool unsigned = left.Unsigned || right.Unsigned;
        long a = left.Bits;
        long b = right.Bits;
        switch (kind)
        {
            case OrOr:
                return Truth(a != 0 || b != 0);
            case AndAnd:
                return Truth(a != 0 && b != 0);
            case EqualEqual:
                return Truth(a == b);
            case NotEqual:
                return Truth(a != b);
            case Less:
                return Truth(unsigned ? (ulong)a < (ulong)b : a < b);
            case Greater:
                return Truth(unsigned ? (ulong)a > (ulong)b : a > b);
            case LessEqual:
                return Truth(unsigned ? (ulong)a <= (ulong)b : a <= b);
            case GreaterEqual:
                return Truth(unsigned ? (ulong)a >= (ulong)b : a >= b);
            case ShiftLeft:
                return left with { Bits = (ulong)b > 63 ? 0 : a << (int)b };
            case ShiftRight when left.Unsigned:
                return left with { Bits = (ulong)b > 63 ? 0 : (long)((ulong)a >> (int)b) };
            case ShiftRight:
                return left with { Bits = a >> (int)Math.Min((ulong)b, 63) };
            case Slash or Percent when b == 0:
                return _unevaluated > 0 ? new Value(0, unsigned) : throw new ConditionException("division by zero");
            case Slash:
                return new Value(unsigned ? (long)((ulong)a / (ulong)b) : b == -1 ? unchecked(-a) : a / b, unsigned);
            case Percent:
                return new Value(unsigned ? (long)((ulong)a % (ulong)b) : b == -1 ? 0 : a % b, unsigned);
            default:
                long bits = unchecked(kind switch { Pipe => a | b, Caret => a ^ b, Amp => a & b, Plus => a + b, Minus => a - b, _ => a * b });
                return new Value(bits, unsigned);
        }
    }

    private static Value Truth(bool value) => new(value ? 1 : 0, false);

    private Value Unary()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ConditionException("nested too deeply");
        }
        if (_at >= tokens.Count)
        {
            throw new ConditionException("a value is missing");
        }
        var token = tokens[_at++];
        switch (token.Kind)
        {
            case Not:
                return Truth(Unary().Bits == 0);
            case Minus:
                var negated = Unary();
                return negated with { Bits = unchecked(-negated.Bits) };
            case Plus:
                return Unary();
            case Tilde:
                var inverted = Unary();
                return inverted with { Bits = ~inverted.Bits };
            case LParen:
                var inner = Conditional();
                Take(RParen, "')'");
                return inner;
            case IntegerLiteral:
                return ParseInteger(token.Text);
            case CharacterLiteral:
                return new Value(CharacterValue(token.Text), false);
            case KwTrue:
                return Truth(true);
        }
        if (token.Name is null)
        {
            throw new ConditionException($"'{token.Text}' is not an integer");
        }
        if (token.Name.Text == "defined")
        {
            return Defined();
        }
        // what a compiler might ask another one: __has_builtin(x) and its like
        if (Kind == LParen && token.Name.Text.StartsWith("__has_", StringComparison.Ordinal))
        {
            SkipParentheses();
        }
        return Truth(false);
    }

    /// <summary>A "defined" that came out of a macro; the direct ones are replaced before expansion.</summary>
    private Value Defined()
    {
        bool parenthesized = Kind == LParen;
        if (parenthesized)
        {
            _at++;
        }
        var name = _at < tokens.Count ? tokens[_at++].Name : null;
        if (parenthesized)
        {
            Take(RParen, "')'");
        }
        return name is null ? throw new ConditionException("'defined' needs a name") : Truth(isDefined(name));
    }

    private void SkipParentheses()
    {
        int depth = 0;
        while (_at < tokens.Count)
        {
            var kind = tokens[_at++].Kind;
            depth += kind == LParen ? 1 : kind == RParen ? -1 : 0;
            if (depth == 0)
            {
                return;
            }
        }
    }

    private void Take(TokenKind kind, string text)
    {
        if (Kind != kind)
        {
            throw new ConditionException($"{text} is missing");
        }
        _at++;
    }

    private static Value ParseInteger(string spelling)
    {
        string text = spelling.Replace("'", "", StringComparison.Ordinal);
        int end = text.Length;
        while (end > 0 && text[end - 1] is 'u' or 'U' or 'l' or 'L' or 'z' or 'Z')
        {
            end--;
        }
        bool unsigned = text.AsSpan(end).ContainsAny('u', 'U');
        string digits = text[..end];
        int radix = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? 16
            : digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase) ? 2
            : digits.Length > 1 && digits[0] == '0' ? 8 : 10;
        ulong value = 0;
        foreach (char c in radix is 16 or 2 ? digits.AsSpan(2) : digits)
        {
            int digit = char.IsAsciiHexDigit(c) ? int.Parse(c.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 99;
            if (digit >= radix)
            {
                throw new ConditionException($"'{spelling}' is not an integer");
            }
            value = unchecked((value * (ulong)radix) + (ulong)digit);
        }
        return new Value((long)value, unsigned || (value > long.MaxValue));
    }

    private static long CharacterValue(string spelling)
    {
        int quote = spelling.IndexOf('\'');
        string body = spelling[(quote + 1)..Math.Max(quote + 1, spelling.LastIndexOf('\''))];
        long value = 0;
        for (int i = 0; i < body.Length;)
        {
            value = (value << 8) | ReadCharacter(body, ref i);
        }
        return body.Length == 1 && body[0] > 127 ? (sbyte)body[0] : value;
    }

    private static long ReadCharacter(string body, ref int i)
    {
        char c = body[i++];
        if (c != '\\' || i >= body.Length)
        {
            return c;
        }
        char escape = body[i++];
        switch (escape)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'a': return 7;
            case 'b': return 8;
            case 'f': return 12;
            case 'v': return 11;
            case 'x':
                long hex = 0;
                while (i < body.Length && char.IsAsciiHexDigit(body[i]))
                {
                    hex = (hex * 16) + int.Parse(body[i++].ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                }
                return hex;
            case >= '0' and <= '7':
                long octal = escape - '0';
                for (int k = 0; k < 2 && i < body.Length && body[i] is >= '0' and <= '7'; k++)
                {
                    octal = (octal * 8) + (body[i++] - '0');
                }
                return octal;
            default: return escape;
        }
    }

    private readonly record struct Value(long Bits, bool Unsigned);

    private sealed class ConditionException(string message) : Exception(message);
}
