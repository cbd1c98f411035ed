using System.Text;
using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <content>Calls whose arguments change.</content>
internal sealed partial class FileEditor
{
    private readonly List<(List<Argument> Arguments, CallTemplate Template, int From, int To)> _permuted = [];

    private void EditCall(int i, int limit, ApiRow row)
    {
        if (CallTemplate.HasForms(row.Target))
        {
            if ((_file.Uses[i] & RawTokenUse.Active) == 0 || KindAt(i + 1) != LParen || i + 1 >= limit || Arguments(i + 1, limit) is not { } plain)
            {
                Rename(i, row with { Kind = ApiKind.Function, Target = CallTemplate.FirstName(row.Target) });
                return;
            }
            row = row with { Target = CallTemplate.ForCount(row.Target, plain.Arguments.Count) };
        }
        if ((_file.Uses[i] & RawTokenUse.Active) == 0)
        {
            ToDo(i, "its arguments change, and this text was not parsed");
            return;
        }
        if (KindAt(i + 1) != LParen || i + 1 >= limit || Arguments(i + 1, limit) is not { } call)
        {
            ToDo(i, "its arguments change, and it is not plainly called here");
            return;
        }
        var template = CallTemplate.Parse(row.Target, call.Arguments.Count > 0 && NamesEveryLane(call.Arguments[0]));
        if (call.Arguments.Count < template.Required || call.Arguments.Count > template.Most)
        {
            ToDo(i, Invariant($"it has {call.Arguments.Count} argument(s) where {template.Required} to {template.Most} were expected"));
            return;
        }
        template = template.WithMasks(k => NamesEveryLane(call.Arguments[k]));
        foreach (var (argument, number) in call.Arguments.Select((a, k) => (a, k)))
        {
            int times = template.Pieces.Count(p => p.Argument == number && !p.IsDropped);
            if (times != 1 && !IsPlain(argument))
            {
                ToDo(i, Invariant($"argument {number + 1} {(times == 0 ? "goes away" : "is needed twice")}, and it may do more than give a value"));
                return;
            }
        }
        NoteMark(row);
        if (Pieces(template, call.Arguments.Count) is var pieces && IsAscending(pieces))
        {
            Rewrite(i, call, pieces);
        }
        else
        {
            _permuted.Add((call.Arguments, template, i, call.Close));
            _buckets[i] = Bucket.Migrated;
        }
    }

    /// <summary>All ones, or the lanes that are active anyway.</summary>
    private bool NamesEveryLane(Argument mask)
    {
        string text = _file.Source.Text[_tokens[mask.From].Offset.._tokens[mask.To - 1].End].ToLowerInvariant().TrimEnd('u', 'l');
        return text is "0xffffffff" or "0xffffffffffffffff" or "-1" or "~0" or "__activemask()";
    }

    /// <summary>The template for a call with so many arguments; a hole with nothing to say takes the comma before it along.</summary>
    internal static List<CallTemplate.Piece> Pieces(CallTemplate template, int count)
    {
        var pieces = new List<CallTemplate.Piece>();
        foreach (var p in template.Pieces.Where(p => !p.IsDropped))
        {
            if (p.Argument < count)
            {
                pieces.Add(p);
            }
            else if (p.Default is { Length: > 0 } text)
            {
                pieces.Add(new CallTemplate.Piece(text, -1, null));
            }
            else if (pieces.Count > 0 && pieces[^1].Argument < 0)
            {
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text.TrimEnd().TrimEnd(',') };
            }
        }
        return pieces;
    }

    private static bool IsAscending(List<CallTemplate.Piece> pieces)
    {
        int last = -1;
        foreach (var p in pieces.Where(p => p.Argument >= 0))
        {
            if (p.Argument <= last)
            {
                return false;
            }
            last = p.Argument;
        }
        return true;
    }

    /// <summary>Rewrites what stands between the arguments that stay; they themselves are not touched.</summary>
    private void Rewrite(int i, ParsedCall call, List<CallTemplate.Piece> pieces)
    {
        string text = _file.Source.Text;
        int at = _tokens[i].Offset;
        int atToken = i;
        var literal = new StringBuilder();
        int before = -1;
        foreach (var p in pieces)
        {
            if (p.Argument < 0)
            {
                literal.Append(p.Text);
                continue;
            }
            var argument = call.Arguments[p.Argument];
            int start = _tokens[argument.From].Offset;
            bool neighbours = before >= 0 && p.Argument == before + 1 && literal.ToString() == ", ";
            // "( a" keeps its blank: only what differs is replaced
            if (!neighbours)
            {
                AddGap(at, start, literal.ToString());
                MarkMigrated(atToken, argument.From);
            }
            literal.Clear();
            at = _tokens[argument.To - 1].End;
            atToken = argument.To;
            before = p.Argument;
        }
        AddGap(at, _tokens[call.Close].End, literal.ToString());
        MarkMigrated(atToken, call.Close + 1);
        _buckets[i] = Bucket.Migrated;

        void AddGap(int from, int to, string wanted)
        {
            if (!text.AsSpan(from, to - from).SequenceEqual(wanted))
            {
                Edits.Add(new TextEdit(from, to - from, wanted));
            }
        }
    }

    private void MarkMigrated(int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            if (_tokens[k].Kind is not (LParen or RParen or Comma))
            {
                _buckets[k] = Bucket.Migrated;
            }
        }
    }

    /// <summary>Writes calls whose arguments change places, innermost first, with the edits inside their arguments applied.</summary>
    private void Permute()
    {
        foreach (var (arguments, template, from, close) in _permuted.OrderByDescending(p => p.From))
        {
            var result = new StringBuilder();
            foreach (var p in Pieces(template, arguments.Count))
            {
                result.Append(p.Argument < 0 ? p.Text : Rendered(arguments[p.Argument]));
            }
            int start = _tokens[from].Offset;
            int end = _tokens[close].End;
            Edits.RemoveAll(e => e.Start >= start && e.End <= end);
            Edits.Add(new TextEdit(start, end - start, result.ToString()));
        }
    }

    private string Rendered(Argument argument)
    {
        int start = _tokens[argument.From].Offset;
        int end = _tokens[argument.To - 1].End;
        var inside = Edits.Where(e => e.Start >= start && e.End <= end).OrderBy(e => e.Start).ToList();
        return Migrator.Apply(_file.Source.Text, inside, start, end);
    }

    /// <summary>Reads a call's arguments from its opening parenthesis; null where they are not all plain text before the limit.</summary>
    private ParsedCall? Arguments(int open, int limit)
    {
        var arguments = new List<Argument>();
        int depth = 0;
        int start = open + 1;
        for (int i = open; i < limit; i++)
        {
            switch (_tokens[i].Kind)
            {
                case Hash when _tokens[i].IsLineStart:
                    return null;
                case Hash or HashHash:
                    return null;
                case LParen or LBrack or LBrace:
                    depth++;
                    break;
                case RParen or RBrack or RBrace:
                    depth--;
                    if (depth == 0)
                    {
                        if (i == start && arguments.Count == 0)
                        {
                            return new ParsedCall(arguments, i);
                        }
                        arguments.Add(new Argument(start, i));
                        return arguments.Exists(a => a.To <= a.From) ? null : new ParsedCall(arguments, i);
                    }
                    break;
                case Comma when depth == 1:
                    arguments.Add(new Argument(start, i));
                    start = i + 1;
                    break;
                case Identifier when _tokens[i].Text == "__VA_ARGS__":
                    return null;
                case Identifier when i + 1 < limit && _tokens[i + 1].Kind == Less && LooksLikeTemplate(i, limit):
                    return null;
            }
        }
        return null;
    }

    /// <summary>"f&lt;a, b&gt;" hides a comma; without types it is not told from two comparisons.</summary>
    private bool LooksLikeTemplate(int i, int limit)
    {
        for (int k = i + 2; k < limit && k < i + 40; k++)
        {
            if (_tokens[k].Kind == Greater)
            {
                return Enumerable.Range(i + 2, k - i - 2).Any(t => _tokens[t].Kind == Comma);
            }
            if (_tokens[k].Kind is LParen or RParen or Semi or AndAnd or OrOr)
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Whether leaving an argument out changes nothing but the value: no assignment, no call but that for the active lanes.</summary>
    private bool IsPlain(Argument argument)
    {
        for (int i = argument.From; i < argument.To; i++)
        {
            var kind = _tokens[i].Kind;
            if (kind is PlusPlus or MinusMinus or Assign)
            {
                return false;
            }
            if (kind == LParen && i > argument.From && _tokens[i - 1].Kind == Identifier && _tokens[i - 1].Text != "__activemask")
            {
                return false;
            }
        }
        return true;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>An argument's tokens, the end excluded.</summary>
    private readonly record struct Argument(int From, int To);

    private sealed record ParsedCall(List<Argument> Arguments, int Close);
}
