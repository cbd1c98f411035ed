using KernelPort.Core;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Preprocessing;

/// <content>Directives.</content>
public sealed partial class Preprocessor
{
    /// <summary>Obeys the directive whose words are [from, end) and leaves the file after it.</summary>
    private void ReadDirective(OpenFile file, int from, int end)
    {
        var tokens = file.Tokens;
        bool active = file.IsActive;
        for (int i = file.At; i < end; i++)
        {
            file.Raw.Uses[tokens[i].Index] |= RawTokenUse.Directive | (active ? RawTokenUse.Active : RawTokenUse.Inactive);
        }
        file.At = end;
        if (from >= end || tokens[from].Name is not { } word)
        {
            // a lone '#' is allowed; "# 12 file" is a line marker
            return;
        }
        if (ReadConditional(file, word, from, end, active) || !active)
        {
            return;
        }
        if (word == Words.Define)
        {
            DefineMacro(tokens, from + 1, end, file.Raw);
        }
        else if (word == Words.Undef)
        {
            if (from + 1 < end && tokens[from + 1].Name is { } name)
            {
                Macros[name] = null;
            }
        }
        else if (word == Words.Include || word == Words.IncludeNext)
        {
            ReadInclude(file, from, end, word == Words.IncludeNext);
        }
        else if (word == Words.Pragma)
        {
            if (from + 1 < end && tokens[from + 1].Name == Words.Once)
            {
                _once.Add(file.Raw.File);
                return;
            }
            foreach (var token in ReadPragma(tokens[(from + 1)..end]))
            {
                _pending.Enqueue(token);
            }
        }
        else if (word == Words.Error)
        {
            Report(CudaSyntaxRules.ErrorDirective.At(tokens[from].Span, RestOfLine(tokens, from + 1, end)), null);
        }
        else if (word == Words.Warning)
        {
            Report(CudaSyntaxRules.WarningDirective.At(tokens[from].Span, RestOfLine(tokens, from + 1, end)), null);
        }
        else if (word != Words.Line_ && word != Words.Ident)
        {
            Report(CudaSyntaxRules.BadDirective.At(tokens[from].Span, $"unknown directive '#{word.Text}'"), null);
        }
    }

    private static string RestOfLine(Token[] tokens, int from, int end) =>
        from < end ? tokens[from].Source.Text[tokens[from].Offset..tokens[end - 1].End] : "";

    private bool ReadConditional(OpenFile file, Name word, int from, int end, bool active)
    {
        var directive = file.Tokens[from];
        if (word == Words.If || word == Words.Ifdef || word == Words.Ifndef)
        {
            bool value = active && Test(file, word, from, end);
            file.Conditionals.Push(new Conditional(directive, active) { Active = value, Taken = value });
            return true;
        }
        if (word == Words.Elif || word == Words.Elifdef || word == Words.Elifndef || word == Words.Else)
        {
            if (!file.Conditionals.TryPeek(out var top))
            {
                Report(CudaSyntaxRules.StrayConditional.At(directive.Span, word.Text), null);
                return true;
            }
            if (top.SawElse)
            {
                Report(CudaSyntaxRules.BadDirective.At(directive.Span, $"#{word.Text} after #else").Note(top.Directive.Span, "the conditional begins here"), null);
            }
            top.SawElse |= word == Words.Else;
            top.Active = top.ParentActive && !top.Taken && (word == Words.Else || Test(file, word, from, end));
            top.Taken |= top.Active;
            return true;
        }
        if (word == Words.Endif)
        {
            if (!file.Conditionals.TryPop(out _))
            {
                Report(CudaSyntaxRules.StrayConditional.At(directive.Span, word.Text), null);
            }
            return true;
        }
        return false;
    }

    private bool Test(OpenFile file, Name word, int from, int end)
    {
        var tokens = file.Tokens;
        if (word == Words.If || word == Words.Elif)
        {
            return EvaluateCondition(file, from, end);
        }
        if (from + 1 >= end || tokens[from + 1].Name is not { } name)
        {
            Report(CudaSyntaxRules.BadDirective.At(tokens[from].Span, $"#{word.Text} needs a macro name"), null);
            return false;
        }
        bool wantsDefined = word == Words.Ifdef || word == Words.Elifdef;
        return IsDefined(name) == wantsDefined;
    }

    private bool IsDefined(Name name) =>
        Macros[name] is not null || name == Words.Line || name == Words.File || name == Words.Counter || name == Words.HasInclude
        || name == Words.HasIncludeNext;

    private bool EvaluateCondition(OpenFile file, int from, int end)
    {
        var tokens = file.Tokens;
        var words = new List<Token>();
        for (int i = from + 1; i < end; i++)
        {
            var token = tokens[i];
            if (token.Name == Words.Defined)
            {
                bool parenthesized = i + 1 < end && tokens[i + 1].Kind == LParen;
                int at = parenthesized ? i + 2 : i + 1;
                if (at < end && tokens[at].Name is { } name && (!parenthesized || (at + 1 < end && tokens[at + 1].Kind == RParen)))
                {
                    words.Add(Token.Make(IntegerLiteral, IsDefined(name) ? "1" : "0", null, token, TokenFlags.SpaceBefore, null));
                    i = parenthesized ? at + 1 : at;
                    continue;
                }
            }
            else if ((token.Name == Words.HasInclude || token.Name == Words.HasIncludeNext) && i + 1 < end && tokens[i + 1].Kind == LParen)
            {
                int close = i + 2;
                while (close < end && tokens[close].Kind != RParen)
                {
                    close++;
                }
                bool found = ReadIncludeName(tokens, i + 2, close) is var (header, angled)
                    && _includes.Find(header, angled, file.Raw.Source.Path, token.Name == Words.HasIncludeNext ? file.Directory + 1 : 0) is not null;
                words.Add(Token.Make(IntegerLiteral, found ? "1" : "0", null, token, TokenFlags.SpaceBefore, null));
                i = close;
                continue;
            }
            words.Add(token);
        }
        var expanded = MacroExpander.ExpandAll(this, words);
        if (!new ConditionEvaluator(expanded, IsDefined).TryEvaluate(out bool value, out string error))
        {
            Report(CudaSyntaxRules.BadCondition.At(tokens[from].Span, error), null);
        }
        return value;
    }

    private void DefineMacro(Token[] tokens, int from, int end, RawFile? raw)
    {
        if (from >= end || tokens[from].Name is not { } name || name == Words.Defined)
        {
            Report(CudaSyntaxRules.BadDirective.At(tokens[Math.Min(from, tokens.Length - 1)].Span, "#define needs a macro name"), null);
            return;
        }
        int body = from + 1;
        List<Name>? parameters = null;
        bool variadic = false;
        if (body < end && tokens[body].Kind == LParen && !tokens[body].HasSpaceBefore)
        {
            parameters = ReadParameters(tokens, ref body, end, out variadic);
            if (parameters is null)
            {
                Report(CudaSyntaxRules.BadDirective.At(tokens[from].Span, $"the parameter list of macro '{name.Text}' is not understood"), null);
                return;
            }
        }
        if (raw is not null)
        {
            for (int i = body; i < end; i++)
            {
                raw.Uses[tokens[i].Index] |= RawTokenUse.MacroBody;
            }
        }
        var macro = new Macro(name, tokens[from], parameters, variadic, tokens[body..end]);
        if (Macros[name] is { } before && raw is not null && !before.SameAs(macro))
        {
            Report(CudaSyntaxRules.MacroRedefined.At(tokens[from].Span, name.Text).Note(before.Definition.Span, "the earlier definition"), null);
        }
        Macros[name] = macro;
    }

    private List<Name>? ReadParameters(Token[] tokens, ref int at, int end, out bool variadic)
    {
        var parameters = new List<Name>();
        variadic = false;
        at++;
        while (at < end && tokens[at].Kind != RParen)
        {
            var token = tokens[at++];
            if (token.Kind == Ellipsis)
            {
                parameters.Add(Words.VaArgs);
                variadic = true;
            }
            else if (token.Name is not null)
            {
                parameters.Add(token.Name);
                if (at < end && tokens[at].Kind == Ellipsis)
                {
                    // GNU: "args..." names the rest
                    variadic = true;
                    at++;
                }
            }
            else
            {
                return null;
            }
            if (at < end && tokens[at].Kind == Comma && !variadic)
            {
                at++;
                continue;
            }
            if (at >= end || tokens[at].Kind != RParen)
            {
                return null;
            }
        }
        if (at >= end)
        {
            return null;
        }
        at++;
        return parameters;
    }

    /// <summary>The loop pragmas become tokens around their operand, `pack` is kept for the classes that follow; all others mean nothing here.</summary>
    internal IReadOnlyList<Token> ReadPragma(Token[] words)
    {
        if (words.Length > 0 && words[0].Name == Words.Pack)
        {
            ReadPacking(MacroExpander.ExpandAll(this, words[1..]));
            return [];
        }
        int at = words.Length > 1 && words[0].Name == Words.Gcc ? 1 : 0;
        if (at >= words.Length || (words[at].Name != Words.Unroll && words[at].Name != Words.NoUnroll))
        {
            return [];
        }
        bool unroll = words[at].Name == Words.Unroll;
        var start = new Token(unroll ? PragmaUnroll : PragmaNoUnroll, words[at].Source, words[at].Offset, words[at].Length, null, TokenFlags.SpaceBefore);
        var operand = unroll ? MacroExpander.ExpandAll(this, words[(at + 1)..]) : [];
        var last = words[^1];
        var stop = Token.Make(PragmaEnd, "", null, last, TokenFlags.None, null);
        return [start, .. operand.Select(t => t.With(t.Flags | TokenFlags.NoExpand, t.Expansion)), stop];
    }
}
