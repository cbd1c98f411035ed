using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Reads the longest punctuator at an offset, digraphs included. Never '&gt;&gt;': the classifier joins those.</summary>
internal static class Punctuation
{
    public static (TokenKind Kind, int Length) Read(string text, int at)
    {
        char second = at + 1 < text.Length ? text[at + 1] : '\0';
        char third = at + 2 < text.Length ? text[at + 2] : '\0';
        return text[at] switch
        {
            '(' => (LParen, 1),
            ')' => (RParen, 1),
            '[' => (LBrack, 1),
            ']' => (RBrack, 1),
            '{' => (LBrace, 1),
            '}' => (RBrace, 1),
            ';' => (Semi, 1),
            ',' => (Comma, 1),
            '?' => (Question, 1),
            '~' => (Tilde, 1),
            ':' => second == ':' ? (ColonColon, 2) : second == '>' ? (RBrack, 2) : (Colon, 1),
            '.' => second == '.' && third == '.' ? (Ellipsis, 3) : second == '*' ? (DotStar, 2) : (Dot, 1),
            '+' => second == '+' ? (PlusPlus, 2) : second == '=' ? (PlusAssign, 2) : (Plus, 1),
            '-' when second == '>' => third == '*' ? (ArrowStar, 3) : (Arrow, 2),
            '-' => second == '-' ? (MinusMinus, 2) : second == '=' ? (MinusAssign, 2) : (Minus, 1),
            '*' => second == '=' ? (StarAssign, 2) : (Star, 1),
            '/' => second == '=' ? (SlashAssign, 2) : (Slash, 1),
            '%' => ReadPercent(text, at, second, third),
            '^' => second == '=' ? (CaretAssign, 2) : (Caret, 1),
            '=' => second == '=' ? (EqualEqual, 2) : (Assign, 1),
            '!' => second == '=' ? (NotEqual, 2) : (Not, 1),
            '&' => second == '&' ? (AndAnd, 2) : second == '=' ? (AmpAssign, 2) : (Amp, 1),
            '|' => second == '|' ? (OrOr, 2) : second == '=' ? (PipeAssign, 2) : (Pipe, 1),
            '<' => ReadLess(text, at, second, third),
            '>' => second == '=' ? (GreaterEqual, 2) : (Greater, 1),
            '#' => second == '#' ? (HashHash, 2) : (Hash, 1),
            _ => (Unknown, 1),
        };
    }

    private static (TokenKind, int) ReadPercent(string text, int at, char second, char third) => second switch
    {
        '=' => (PercentAssign, 2),
        '>' => (RBrace, 2),
        ':' when third == '%' && at + 3 < text.Length && text[at + 3] == ':' => (HashHash, 4),
        ':' => (Hash, 2),
        _ => (Percent, 1),
    };

    private static (TokenKind, int) ReadLess(string text, int at, char second, char third)
    {
        switch (second)
        {
            case '<':
                return third == '<' ? (LaunchOpen, 3) : third == '=' ? (ShiftLeftAssign, 3) : (ShiftLeft, 2);
            case '=':
                return third == '>' ? (Spaceship, 3) : (LessEqual, 2);
            case '%':
                return (LBrace, 2);
            case ':':
                // "<::" is '<' and '::' unless ':' or '>' follows: C++ [lex.pptoken]
                char fourth = at + 3 < text.Length ? text[at + 3] : '\0';
                return third == ':' && fourth != ':' && fourth != '>' ? (Less, 1) : (LBrack, 2);
            default:
                return (Less, 1);
        }
    }
}
