using System.Globalization;
using System.Runtime.CompilerServices;
using KernelPort.Core;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Replaces macros in a stream of tokens. A macro is disabled while its replacement is being read.</summary>
internal sealed class MacroExpander(Preprocessor owner, TokenReader reader)
{
    private readonly Stack<Frame> _frames = new();

    /// <summary>Expands one token read from the reader, and everything its replacement needs, into the output.</summary>
    public void Expand(Token token, List<Token> output)
    {
        ExpandOne(token, output);
        while (NextInFrames() is { } next)
        {
            ExpandOne(next, output);
        }
    }

    /// <summary>Expands a whole list on its own, as a macro argument is.</summary>
    public static List<Token> ExpandAll(Preprocessor owner, IReadOnlyList<Token> tokens)
    {
        var output = new List<Token>(tokens.Count);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            owner.Stop(CudaSyntaxRules.MacroTooDeep.At(tokens.Count > 0 ? tokens[0].Root.Span : Span.None));
            return output;
        }
        var list = new ListReader(tokens);
        var expander = new MacroExpander(owner, list);
        while (list.Next() is { } token)
        {
            expander.Expand(token, output);
        }
        return output;
    }

    private void ExpandOne(Token token, List<Token> output)
    {
        if (token.Name is not { } name || (token.Flags & TokenFlags.NoExpand) != 0 || owner.Stopped)
        {
            output.Add(token);
            return;
        }
        var macro = owner.Macros[name];
        if (macro is null)
        {
            if (!ExpandBuiltin(token, name, output))
            {
                output.Add(token);
            }
            return;
        }
        if (macro.Disabled)
        {
            output.Add(token.With(token.Flags | TokenFlags.NoExpand, token.Expansion));
            return;
        }
        if (macro.IsFunctionLike && PeekKind() != LParen)
        {
            output.Add(token);
            return;
        }
        if (!owner.CountExpansion(token))
        {
            return;
        }
        owner.Mark(token, RawTokenUse.MacroUse);
        Token[][]? arguments = null;
        if (macro.IsFunctionLike)
        {
            arguments = ReadArguments(token, macro);
            if (arguments is null)
            {
                return;
            }
        }
        var replacement = new MacroSubstitution(owner, macro, arguments, token).Run();
        if (replacement.Count > 0)
        {
            // the replacement stands where the name stood
            var first = replacement[0];
            const TokenFlags Place = TokenFlags.LineStart | TokenFlags.SpaceBefore;
            replacement[0] = first.With((first.Flags & ~Place) | (token.Flags & Place), first.Expansion);
        }
        macro.Disabled = true;
        _frames.Push(new Frame(replacement, macro));
    }

    private Token? Next() => NextInFrames() ?? reader.Next();

    private Token? NextInFrames()
    {
        while (_frames.TryPeek(out var frame))
        {
            if (frame.At < frame.Tokens.Count)
            {
                return frame.Tokens[frame.At++];
            }
            frame.Macro.Disabled = false;
            _frames.Pop();
        }
        return null;
    }

    private TokenKind PeekKind()
    {
        foreach (var frame in _frames)
        {
            if (frame.At < frame.Tokens.Count)
            {
                return frame.Tokens[frame.At].Kind;
            }
        }
        return reader.Peek()?.Kind ?? EndOfFile;
    }

    /// <summary>Reads "(...)" split at its commas; null, with a diagnostic, where that fails.</summary>
    private Token[][]? ReadArguments(Token token, Macro macro)
    {
        Next();
        reader.BeginArguments();
        int parameters = macro.Parameters!.Count;
        var arguments = new List<Token[]>();
        var current = new List<Token>();
        int depth = 0;
        bool closed = false;
        while (Next() is { } next)
        {
            if (next.Kind == RParen && depth-- == 0)
            {
                closed = true;
                break;
            }
            if (next.Kind == LParen)
            {
                depth++;
            }
            else if (next.Kind == Comma && depth == 0 && !(macro.Variadic && arguments.Count == parameters - 1))
            {
                arguments.Add([.. current]);
                current.Clear();
                continue;
            }
            current.Add(next);
        }
        reader.EndArguments();
        owner.CountTokens(current.Count + arguments.Sum(a => a.Length), token);
        if (!closed)
        {
            owner.Report(CudaSyntaxRules.UnterminatedMacroCall.At(token.Root.Span, macro.Name.Text), token);
            return null;
        }
        if (parameters > 0 || arguments.Count > 0 || current.Count > 0)
        {
            arguments.Add([.. current]);
        }
        if (macro.Variadic && arguments.Count == parameters - 1)
        {
            arguments.Add([]);
        }
        if (arguments.Count != parameters)
        {
            owner.Report(CudaSyntaxRules.MacroArgumentCount.At(token.Root.Span, macro.Name.Text, parameters, arguments.Count).Note(macro.Definition.Span, "defined here"), token);
            while (arguments.Count < parameters)
            {
                arguments.Add([]);
            }
        }
        return [.. arguments];
    }

    private bool ExpandBuiltin(Token token, Name name, List<Token> output)
    {
        var words = owner.Words;
        string? text = null;
        var kind = IntegerLiteral;
        if (name == words.Line)
        {
            text = token.Root.Span.Line.ToString(CultureInfo.InvariantCulture);
        }
        else if (name == words.Counter)
        {
            text = owner.NextCounter().ToString(CultureInfo.InvariantCulture);
        }
        else if (name == words.File || name == words.BaseFile)
        {
            kind = StringLiteral;
            text = "\"" + token.Root.Source.Path.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
        }
        else if (name == words.PragmaOperator && PeekKind() == LParen)
        {
            ExpandPragmaOperator(token, output);
            return true;
        }
        if (text is null)
        {
            return false;
        }
        output.Add(Token.Make(kind, text, null, token, token.Flags, token.Expansion));
        return true;
    }

    /// <summary><c>_Pragma("unroll 4")</c> means the directive in its string.</summary>
    private void ExpandPragmaOperator(Token token, List<Token> output)
    {
        Next();
        var text = Next();
        var close = text is null ? null : Next();
        if (text?.Kind != StringLiteral || close?.Kind != RParen)
        {
            owner.Report(CudaSyntaxRules.BadDirective.At(token.Root.Span, "_Pragma takes one string in parentheses"), token);
            return;
        }
        string spelling = text.Text;
        int quote = spelling.IndexOf('"');
        string content = spelling[(quote + 1)..^1].Replace("\\\"", "\"").Replace("\\\\", "\\");
        var tokens = Lexer.Lex(new SourceText(text.Source.Path, content), owner.Names).Tokens
            .Select(t => Token.Make(t.Kind, t.Text, t.Name, text, TokenFlags.SpaceBefore, text.Expansion)).ToArray();
        output.AddRange(owner.ReadPragma(tokens));
    }

    private sealed class Frame(List<Token> tokens, Macro macro)
    {
        public List<Token> Tokens { get; } = tokens;

        public Macro Macro { get; } = macro;

        public int At { get; set; }
    }
}
