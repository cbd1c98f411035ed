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

    /// <summary>How many calls one printf may become by its chosen texts.</summary>
    private const int MostForms = 16;

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
        var pieces = new List<PrintPart>();
        int next = 1;
        foreach (var piece in format.Pieces)
        {
            if (piece.IsText)
            {
                pieces.Add(new PrintPart([piece.ToString()]));
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
                if (next >= e.Arguments.Count || piece.ToString() != "%s" || ChosenText(e.Arguments[next]) is not { } text)
                {
                    throw BadFormat(e, "has a '%s' whose text does not stand in the call");
                }
                pieces.Add(text);
                next++;
                continue;
            }
            var value = Printed(e, piece, next++);
            // In the order in which they are written: a later argument may change what an earlier one read.
            arguments.Add(Name(value, "printed"));
            pieces.Add(new PrintPart([(piece with { Length = value.Type is ScalarType { IsFloat: false, Size: 8 } ? "ll" : piece.Length is "h" or "hh" ? piece.Length : "" }).ToString()]));
        }
        if (next != e.Arguments.Count || arguments.Count > MostPrinted)
        {
            throw BadFormat(e, Build.Invariant($"takes {next - 1} arguments, not {e.Arguments.Count - 1}"));
        }
        if (pieces.Aggregate(1L, (n, p) => n * p.Texts.Count) > MostForms)
        {
            throw BadFormat(e, Build.Invariant($"has texts that are chosen in more than {MostForms} ways"));
        }
        Emit(FormsOf(pieces, 0, "", format => new Call(null, Intrinsics.Print, arguments.ToEquatable()) { From = e.Span, Format = format }));
        return Operand.Nothing;
    }

    /// <summary>Text of a format, or several of which one is chosen: no target has to print a text that it is handed.</summary>
    /// <param name="IsChosen">Whether it is the text of a number; null where there is one only. All before it were not.</param>
    private sealed record PrintPart(EquatableArray<string> Texts, Func<int, Expr>? IsChosen = null);

    /// <summary>A call for the format's pieces from one on, behind what is chosen already; a branch for each choice.</summary>
    private static Stmt FormsOf(List<PrintPart> pieces, int from, string before, Func<string, Call> print)
    {
        for (; from < pieces.Count && pieces[from].IsChosen is null; from++)
        {
            before += pieces[from].Texts[0];
        }
        if (from == pieces.Count)
        {
            return print(before);
        }
        var (texts, chosen) = (pieces[from].Texts, pieces[from].IsChosen!);
        var form = FormsOf(pieces, from + 1, before + texts[^1], print);
        for (int i = texts.Count - 2; i >= 0; i--)
        {
            form = new If(chosen(i), [FormsOf(pieces, from + 1, before + texts[i], print)], [form]);
        }
        return form;
    }

    /// <summary>The text of an argument: a literal, the function's name, or one of those by conditions, which are evaluated here. Null for any other.</summary>
    private PrintPart? ChosenText(ExprSyntax e)
    {
        var texts = new List<string>();
        if (Numbered(e, texts) is not { } number)
        {
            return null;
        }
        var all = texts.Select(t => new PrintPiece(t, '\0').ToString()).ToEquatable();
        if (texts.Count == 1)
        {
            return new PrintPart(all);
        }
        if (texts.Count == 2 && number is ConditionalExpr choice)
        {
            var condition = Name(Condition(choice.Condition), "chosen");
            return new PrintPart(all, _ => condition);
        }
        var index = Name(ConvertOperand(LowerConditional((ConditionalExpr)number), CType.Int, e.Span), "chosen");
        return new PrintPart(all, i => new Binary(IrType.Bool, BinaryOp.Eq, index, Build.I32(i)) { From = e.Span });
    }

    /// <summary>The same choice among the numbers of texts.</summary>
    private ExprSyntax? Numbered(ExprSyntax e, List<string> texts)
    {
        if ((TextOf(e) ?? OwnName(e)) is { } text)
        {
            texts.Add(text);
            return new LiteralSyntax(e.Span, LiteralKind.Integer, Build.Invariant($"{texts.Count - 1}"));
        }
        return Unwrap(e) is ConditionalExpr c && Numbered(c.Then, texts) is { } then && Numbered(c.Else, texts) is { } otherwise ? c with { Then = then, Else = otherwise } : null;
    }

    /// <summary>`__func__` and its like: the name of the function it stands in.</summary>
    private string? OwnName(ExprSyntax e) =>
        Unwrap(e) is NameExpr { Name: { IsSimple: true, Last: "__func__" or "__FUNCTION__" } } ? _instance?.Symbol.Name : null;

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
