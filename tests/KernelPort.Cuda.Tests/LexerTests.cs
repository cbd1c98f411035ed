using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;

namespace KernelPort.Cuda.Tests;

public class LexerTests
{
    private static string Kinds(string text) => string.Join(' ', Lexer.Lex(new SourceText("t.cu", text), new NameTable()).Tokens.Select(t => t.Kind));

    [Theory]
    [InlineData("a _b $c", "Identifier Identifier Identifier")]
    [InlineData("1 0x1F 1u 1'000 0b1", "IntegerLiteral IntegerLiteral IntegerLiteral IntegerLiteral IntegerLiteral")]
    [InlineData("1. .5f 1e3 1e-3 0x1p3 1.f 0x1.8p-2f", "FloatingLiteral FloatingLiteral FloatingLiteral FloatingLiteral FloatingLiteral FloatingLiteral FloatingLiteral")]
    [InlineData("0xe+1", "IntegerLiteral Plus IntegerLiteral")]
    [InlineData("'a' '\\'' L'x' u8'y'", "CharacterLiteral CharacterLiteral CharacterLiteral CharacterLiteral")]
    [InlineData("\"a\\\"b\" R\"x(a)\"y)x\" L\"w\" \"s\"_udl", "StringLiteral StringLiteral StringLiteral StringLiteral")]
    [InlineData("f<<<g>>>(x)", "Identifier LaunchOpen Identifier Greater Greater Greater LParen Identifier RParen")]
    [InlineData("a<<=b >>= c <=> d", "Identifier ShiftLeftAssign Identifier Greater GreaterEqual Identifier Spaceship Identifier")]
    [InlineData("->* -> .* ... ::", "ArrowStar Arrow DotStar Ellipsis ColonColon")]
    [InlineData("<% %> <: :> %: %:%:", "LBrace RBrace LBrack RBrack Hash HashHash")]
    [InlineData("a<::b", "Identifier Less ColonColon Identifier")]
    [InlineData("and or not not_eq", "AndAnd OrOr Not NotEqual")]
    [InlineData("__global__ __restrict__ __forceinline__ __noinline__", "KwGlobal KwRestrict KwForceInline KwNoInline")]
    [InlineData("\u00EF\u00BB\u00BFint", "KwInt")]
    [InlineData("a\\\r\nb c\r\nd", "Identifier Identifier Identifier")]
    [InlineData("// comment \\\n still\nx", "Identifier")]
    [InlineData("@", "Unknown")]
    public void Lexes(string text, string kinds) => Kinds(text).ShouldBe(kinds);

    [Fact]
    public void TokensCarryPlacesAndFlags()
    {
        var tokens = Lexer.Lex(new SourceText("t.cu", "a  b\n\tc"), new NameTable()).Tokens;
        tokens.Select(t => (t.Offset, t.Length, t.IsLineStart, t.HasSpaceBefore)).ShouldBe([(0, 1, true, false), (3, 1, false, true), (6, 1, true, true)]);
    }

    [Fact]
    public void SplicedNamesAreOneName()
    {
        var token = Lexer.Lex(new SourceText("t.cu", "ab\\\ncd"), new NameTable()).Tokens.Single();
        token.Text.ShouldBe("abcd");
        token.Length.ShouldBe(6);
    }

    [Fact]
    public void NamesAreInterned()
    {
        var tokens = Lexer.Lex(new SourceText("t.cu", "x y x"), new NameTable()).Tokens;
        tokens[0].Name.ShouldBeSameAs(tokens[2].Name);
        tokens[0].Name.ShouldNotBeSameAs(tokens[1].Name);
    }
}
