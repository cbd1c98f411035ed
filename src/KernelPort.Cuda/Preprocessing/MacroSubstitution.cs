using System.Text;
using KernelPort.Core;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Puts arguments into one use of a macro: '#', '##', __VA_ARGS__ and __VA_OPT__.</summary>
internal sealed class MacroSubstitution
{
    private readonly Preprocessor _owner;
    private readonly Macro _macro;
    private readonly Token[][]? _arguments;
    private readonly List<Token>?[] _expanded;
    private readonly Token _use;
    private readonly Expansion _expansion;

    public MacroSubstitution(Preprocessor owner, Macro macro, Token[][]? arguments, Token use)
    {
        _owner = owner;
        _macro = macro;
        _arguments = arguments;
        _expanded = new List<Token>?[arguments?.Length ?? 0];
        _use = use;
        _expansion = new Expansion(macro, use, use.Expansion);
    }

    public List<Token> Run()
    {
        var result = Substitute(_macro.Body);
        result.RemoveAll(t => (t.Flags & TokenFlags.Placemarker) != 0);
        _owner.CountTokens(result.Count, _use);
        return result;
    }

    private List<Token> Substitute(ReadOnlySpan<Token> body)
    {
        var result = new List<Token>(body.Length + 8);
        bool paste = false;
        for (int i = 0; i < body.Length; i++)
        {
            var token = body[i];
            if (token.Kind == HashHash && result.Count > 0 && i + 1 < body.Length)
            {
                paste = true;
                continue;
            }
            var part = ReadPart(body, ref i, paste, result, out bool joinsComma);
            if (joinsComma)
            {
                paste = false;
            }
            if (paste && part.Count > 0)
            {
                var left = result[^1];
                result.RemoveAt(result.Count - 1);
                result.AddRange(Paste(left, part[0]));
                result.AddRange(part[1..]);
            }
            else
            {
                result.AddRange(part);
            }
            paste = false;
        }
        return result;
    }

    /// <summary>The tokens that one element of the body stands for; never empty next to '##'.</summary>
    private List<Token> ReadPart(ReadOnlySpan<Token> body, ref int i, bool afterPaste, List<Token> before, out bool joinsComma)
    {
        joinsComma = false;
        var token = body[i];
        if (token.Kind == Hash && _arguments is not null && i + 1 < body.Length)
        {
            int named = _macro.IndexOf(body[i + 1].Name);
            if (named >= 0)
            {
                i++;
                return [Stringise(_arguments[named], token)];
            }
            if (IsVaOpt(body, i + 1))
            {
                var content = TakeVaOpt(body, i + 1, out int end);
                i = end;
                return [Stringise([.. content], token)];
            }
        }
        if (IsVaOpt(body, i))
        {
            var content = TakeVaOpt(body, i, out int end);
            bool beforePaste = end + 1 < body.Length && body[end + 1].Kind == HashHash;
            i = end;
            return content.Count == 0 && (afterPaste || beforePaste) ? [Placemarker(token)] : content;
        }
        int parameter = _arguments is null ? -1 : _macro.IndexOf(token.Name);
        if (parameter < 0)
        {
            return [token.With((token.Flags & ~TokenFlags.LineStart) | (token.IsLineStart ? TokenFlags.SpaceBefore : 0), _expansion)];
        }
        bool nextPastes = i + 1 < body.Length && body[i + 1].Kind == HashHash && i + 2 < body.Length;
        var argument = _arguments![parameter];
        bool isRest = _macro.Variadic && parameter == _macro.Parameters!.Count - 1;
        if (afterPaste && isRest && before[^1].Kind == Comma)
        {
            // GNU: ", ## __VA_ARGS__" drops the comma where there is nothing after it, and pastes nothing
            joinsComma = true;
            if (argument.Length == 0)
            {
                before.RemoveAt(before.Count - 1);
                return nextPastes ? [Placemarker(token)] : [];
            }
            return Placed(nextPastes ? argument : Expanded(parameter), token);
        }
        if (afterPaste || nextPastes)
        {
            return argument.Length == 0 ? [Placemarker(token)] : Placed(argument, token);
        }
        return Placed(Expanded(parameter), token);
    }

    private List<Token> Expanded(int parameter) => _expanded[parameter] ??= MacroExpander.ExpandAll(_owner, _arguments![parameter]);

    /// <summary>An argument keeps its own spelling; only its first token takes the white space of the parameter.</summary>
    private static List<Token> Placed(IReadOnlyList<Token> argument, Token parameter)
    {
        var result = new List<Token>(argument.Count);
        for (int k = 0; k < argument.Count; k++)
        {
            var t = argument[k];
            var flags = t.Flags & ~TokenFlags.LineStart;
            bool space = k == 0 ? parameter.HasSpaceBefore : t.HasSpaceBefore || t.IsLineStart;
            flags = space ? flags | TokenFlags.SpaceBefore : flags & ~TokenFlags.SpaceBefore;
            result.Add(t.With(flags, t.Expansion));
        }
        return result;
    }

    private bool IsVaOpt(ReadOnlySpan<Token> body, int i) =>
        _macro.Variadic && i + 1 < body.Length && body[i].Name == _owner.Words.VaOpt && body[i + 1].Kind == LParen;

    private List<Token> TakeVaOpt(ReadOnlySpan<Token> body, int i, out int end)
    {
        int depth = 0;
        end = i + 1;
        for (; end < body.Length; end++)
        {
            if (body[end].Kind == LParen)
            {
                depth++;
            }
            else if (body[end].Kind == RParen && --depth == 0)
            {
                break;
            }
        }
        bool present = Expanded(_arguments!.Length - 1).Count > 0;
        int last = Math.Min(end, body.Length);
        return present ? Substitute(body[(i + 2)..last]) : [];
    }

    private Token Placemarker(Token at) => Token.Make(None, "", null, at, TokenFlags.Placemarker, _expansion);

    private Token Stringise(IReadOnlyList<Token> argument, Token at)
    {
        var text = new StringBuilder("\"");
        for (int k = 0; k < argument.Count; k++)
        {
            var t = argument[k];
            if (k > 0 && (t.HasSpaceBefore || t.IsLineStart))
            {
                text.Append(' ');
            }
            bool literal = t.Kind is StringLiteral or CharacterLiteral;
            foreach (char c in t.Spelling)
            {
                if (c == '"' || (c == '\\' && literal))
                {
                    text.Append('\\');
                }
                text.Append(c);
            }
        }
        text.Append('"');
        return Token.Make(StringLiteral, text.ToString(), null, at, at.Flags & ~TokenFlags.LineStart, _expansion);
    }

    private List<Token> Paste(Token left, Token right)
    {
        if ((right.Flags & TokenFlags.Placemarker) != 0)
        {
            return [left];
        }
        if ((left.Flags & TokenFlags.Placemarker) != 0)
        {
            return [right.With((right.Flags & ~TokenFlags.SpaceBefore) | (left.Flags & TokenFlags.SpaceBefore), right.Expansion)];
        }
        string text = left.Text + right.Text;
        var lexed = Lexer.Lex(new SourceText("<paste>", text), _owner.Names);
        var flags = left.Flags & TokenFlags.SpaceBefore;
        // '>' '>' is one token to the standard; the lexer here never makes it
        bool oneToken = lexed.Tokens.Length == 1 || text is ">>" or ">>=" or ">>>";
        if (!oneToken)
        {
            _owner.Report(CudaSyntaxRules.BadPaste.At(_use.Root.Span, left.Text, right.Text), _use);
        }
        return [.. lexed.Tokens.Select((t, k) => Token.Make(t.Kind, t.Text, t.Name, left.Index >= 0 || left.Made is not null ? left : right, k == 0 ? flags : TokenFlags.None, _expansion))];
    }
}
