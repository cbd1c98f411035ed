using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>String literals: constant arrays of char, and what initialises an array of char.</content>
internal sealed partial class FunctionLowerer
{
    private Operand Text(LiteralSyntax e)
    {
        string text = TextOf(e) ?? throw Unsupported(e.Span, "a string literal that is wide, raw or not ASCII");
        var type = new ArrayCType(CType.Char.Const(), text.Length + 1);
        return Operand.At(type, (_module ?? _model.Constants).Text(text, e.Span));
    }

    /// <summary>The characters that a literal gives an array, zeros behind them; null where none initialises it.</summary>
    private static byte[]? Characters(ExprSyntax init, CType type)
    {
        var e = Unwrap(init is BraceExpr { Elements: [LiteralSyntax { Kind: LiteralKind.String } only] } ? only : init);
        if (type is not ArrayCType { Length: { } length, Element: ArithCType { Kind: Arith.Char or Arith.SChar or Arith.UChar } } || TextOf(e) is not { } text)
        {
            return null;
        }
        var bytes = new byte[length];
        for (int i = 0; i < Math.Min(text.Length, length); i++)
        {
            bytes[i] = (byte)text[i];
        }
        return bytes;
    }

    private void InitialiseText(Place place, ArrayCType type, byte[] characters, Span at)
    {
        var element = _model.Types.Lower(type.Element, at);
        for (int i = 0; i < characters.Length; i++)
        {
            Emit(new Store(new Element(element, place, Build.I64(i)), Build.Int(element, characters[i])) { From = at });
        }
    }
}
