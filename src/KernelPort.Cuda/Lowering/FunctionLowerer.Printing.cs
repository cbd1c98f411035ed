using System.Text;
using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>printf: the format is taken apart here, so that every argument has the type that its conversion asks for on every target.</content>
internal sealed partial class FunctionLowerer
{
    /// <summary>CUDA's own limit.</summary>
    private const int MostPrinted = 32;

    private Operand Print(CallExpr e)
    {
        if (e.Arguments.Count == 0 || TextOf(e.Arguments[0]) is not { } written)
        {
            throw BadFormat(e, "is no text that stands in the call");
        }
        if (PrintFormat.Parse(written) is not { } format)
        {
            throw BadFormat(e, "has a conversion that is not lowered: '%n', '%a', or none of C's");
        }
        var arguments = new List<Expr>();
        var pieces = new StringBuilder();
        int next = 1;
        foreach (var piece in format.Pieces)
        {
            if (piece.IsText)
            {
                pieces.Append(piece);
                continue;
            }
            if (piece.Width == -1)
            {
                arguments.Add(Name(Printed(e, piece with { Conversion = 'd', Length = "" }, next++), "width"));
            }
            if (piece.Precision == -1)
            {
                arguments.Add(Name(Printed(e, piece with { Conversion = 'd', Length = "" }, next++), "precision"));
            }
            if (piece.Conversion == 's')
            {
                if (next >= e.Arguments.Count || TextOf(e.Arguments[next]) is not { } text || piece.ToString() != "%s")
                {
                    throw BadFormat(e, "has a '%s' whose text does not stand in the call");
                }
                pieces.Append(new PrintPiece(text, '\0'));
                next++;
                continue;
            }
            var value = Printed(e, piece, next++);
            // In the order in which they are written: a later argument may change what an earlier one read.
            arguments.Add(Name(value, "printed"));
            pieces.Append(piece with { Length = value.Type is ScalarType { IsFloat: false, Size: 8 } ? "ll" : piece.Length is "h" or "hh" ? piece.Length : "" });
        }
        if (next != e.Arguments.Count || arguments.Count > MostPrinted)
        {
            throw BadFormat(e, Build.Invariant($"takes {next - 1} arguments, not {e.Arguments.Count - 1}"));
        }
        Emit(new Call(null, Intrinsics.Print, arguments.ToEquatable()) { From = e.Span, Format = pieces.ToString() });
        return Operand.Nothing;
    }

    private static LoweringException BadFormat(CallExpr e, string what) => new(SemanticRules.BadFormat.At(e.Span, what));

    /// <summary>An argument in the type that its conversion asks for; C leaves other types undefined.</summary>
    private Expr Printed(CallExpr e, PrintPiece piece, int i)
    {
        if (i >= e.Arguments.Count)
        {
            throw BadFormat(e, Build.Invariant($"takes more than {e.Arguments.Count - 1} arguments"));
        }
        var operand = AsScalar(Lower(e.Arguments[i]));
        var type = DecayedType(operand.Type.Unqualified).Unqualified;
        if (type is EnumCType { Symbol: { IsScoped: false } enumeration })
        {
            type = enumeration.Underlying;
        }
        CType? wanted = (piece.Conversion, type) switch
        {
            ('d' or 'i', ArithCType { IsFloating: false } a) => Layout.Bytes(a) == 8 ? CType.LongLong : CType.Int,
            ('o' or 'u' or 'x' or 'X', ArithCType { IsFloating: false } a) => Layout.Bytes(a) == 8 ? CType.ULongLong : CType.UInt,
            ('c', ArithCType { IsFloating: false } a) => Layout.Bytes(a) == 8 ? null : CType.Int,
            ('p', PointerCType) => type,
            ('e' or 'E' or 'f' or 'F' or 'g' or 'G', ArithCType { Kind: Arith.Float or Arith.Double }) => type,
            _ => null,
        };
        bool isWide = wanted is ArithCType { IsFloating: false } number && Layout.Bytes(number) == 8;
        bool fits = wanted is not null && (piece.Conversion switch
        {
            'd' or 'i' or 'o' or 'u' or 'x' or 'X' => isWide == piece.Length is "l" or "ll" or "j" or "z" or "t",
            'c' or 'p' => piece.Length.Length == 0,
            _ => piece.Length is "" or "l",
        });
        return fits ? ConvertOperand(operand, wanted!, e.Arguments[i].Span) : throw BadFormat(e, $"has a '{piece}' for an argument of type '{type}'");
    }

    /// <summary>The characters of a string literal, of several side by side too; null where it is none, or a wide or raw one.</summary>
    private static string? TextOf(ExprSyntax e)
    {
        if (Unwrap(e) is not LiteralSyntax { Kind: LiteralKind.String, Text: var written })
        {
            return null;
        }
        var text = new StringBuilder();
        for (int at = 0; at < written.Length; at++)
        {
            if (written[at] == ' ')
            {
                continue;
            }
            if (written[at] != '"')
            {
                return null;
            }
            for (at++; at < written.Length && written[at] != '"'; at++)
            {
                if (written[at] != '\\')
                {
                    text.Append(written[at]);
                    continue;
                }
                int start = ++at;
                char c = at < written.Length ? written[at] : '\0';
                while (c is >= '0' and <= '7' && at + 1 < written.Length && at - start < 2 && written[at + 1] is >= '0' and <= '7')
                {
                    at++;
                }
                while (c == 'x' && at + 1 < written.Length && char.IsAsciiHexDigit(written[at + 1]))
                {
                    at++;
                }
                int value = c is 'u' or 'U' or 'N' ? -1 : Literals.Escape(written[(start - 1)..(at + 1)], c);
                if (value is <= 0 or > 126)
                {
                    // An end of text in the middle, or bytes whose encoding nobody named.
                    return null;
                }
                text.Append((char)value);
            }
        }
        return text.ToString();
    }
}
