using System.Text.RegularExpressions;
using KernelPort.Core;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <content>Inline PTX that only reads a special register: an assignment of what the register holds. All else of inline PTX stays and is told (KP4001).</content>
internal sealed partial class FileEditor
{
    // A warp is CUDA's, whatever the target's is; who reads warpSize has the machine's.
    private const string Thread = "(threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z))";
    private const string Lane = "(" + Thread + " % 32)";

    /// <summary>What a register holds, in CUDA's words.</summary>
    private static readonly Dictionary<string, string> Registers = new(StringComparer.Ordinal)
    {
        ["laneid"] = Lane,
        ["warpid"] = "(" + Thread + " / 32)",
        ["lanemask_eq"] = "(1u << " + Lane + ")",
        ["lanemask_lt"] = "((1u << " + Lane + ") - 1u)",
        ["lanemask_le"] = "((2u << " + Lane + ") - 1u)",
        ["lanemask_ge"] = "(0xffffffffu << " + Lane + ")",
        ["lanemask_gt"] = "((0xffffffffu << " + Lane + ") << 1)",
        ["tid.x"] = "threadIdx.x", ["tid.y"] = "threadIdx.y", ["tid.z"] = "threadIdx.z",
        ["ntid.x"] = "blockDim.x", ["ntid.y"] = "blockDim.y", ["ntid.z"] = "blockDim.z",
        ["ctaid.x"] = "blockIdx.x", ["ctaid.y"] = "blockIdx.y", ["ctaid.z"] = "blockIdx.z",
        ["nctaid.x"] = "gridDim.x", ["nctaid.y"] = "gridDim.y", ["nctaid.z"] = "gridDim.z",
    };

    private static readonly string[] OfAWarp = ["laneid", "warpid", "lanemask_eq", "lanemask_lt", "lanemask_le", "lanemask_ge", "lanemask_gt"];

    private readonly HashSet<int> _translated = [];

    /// <summary>The statement of inline PTX that begins there is none any more.</summary>
    public bool IsTranslated(int offset) => _translated.Contains(offset);

    [GeneratedRegex("""^"\s*mov\.[bus](?:32|64)\s+%0\s*,\s*%%?(?<register>[a-z][a-z0-9_.]*)\s*;?\s*"$""")]
    private static partial Regex ReadsRegister();

    private void ReadRegister(int i)
    {
        if (_target.Traits.HasInlinePtx || _tokens[i].Kind != KwAsm)
        {
            return;
        }
        int open = KindAt(i + 1) == KwVolatile ? i + 2 : i + 1;
        // asm ( "mov ..." : "=l" ( place ) : : "memory" ) ;
        if (KindAt(open) != LParen || KindAt(open + 1) != StringLiteral || KindAt(open + 2) != Colon || _tokens[open + 3].Text is not ("\"=l\"" or "\"=r\"") || KindAt(open + 4) != LParen)
        {
            return;
        }
        int inner = Closing(open + 4);
        int close = Closing(open);
        bool takesNothing = inner > open + 5 && close > inner && Enumerable.Range(inner + 1, close - inner - 1).All(k => KindAt(k) is Colon or ColonColon || _tokens[k].Text == "\"memory\"");
        var form = ReadsRegister().Match(_tokens[open + 1].Text);
        if (!takesNothing || KindAt(close + 1) != Semi || !form.Success || ValueOf(form.Groups["register"].Value) is not { } value)
        {
            return;
        }
        // an operator between the words binds before the assignment only within parentheses
        bool isPlace = Enumerable.Range(open + 5, inner - open - 5).All(k => KindAt(k) is Identifier or Dot or Arrow or LBrack or RBrack or IntegerLiteral);
        int from = _tokens[i].Offset;
        int place = isPlace ? _tokens[open + 5].Offset : _tokens[open + 4].Offset;
        int end = isPlace ? _tokens[inner - 1].End : _tokens[inner].End;
        Edits.Add(new TextEdit(from, place - from, ""));
        Edits.Add(new TextEdit(end, _tokens[close].End - end, " = " + value));
        Mark(i, open + 5, Bucket.Migrated);
        Mark(inner, close + 1, Bucket.Migrated);
        _translated.Add(from);
        if (form.Groups["register"].Value.StartsWith("globaltimer", StringComparison.Ordinal))
        {
            Bag.Add(MigrationRules.Ticks.At(_tokens[i].Span, value));
        }
        BeyondShim.Add(MigrationRules.ToDo.At(_tokens[i].Span, _tokens[i].Text, "it reads a special register, which no header can give"));
    }

    /// <summary>What a register holds in the target's words; null where that is not known.</summary>
    private string? ValueOf(string register)
    {
        // a table's row has the register's name with its percent sign
        if (_api.Find("%" + register, _wide) is { } row)
        {
            NoteMark(row);
            return row.IsMapped ? row.Target : null;
        }
        if (!Registers.TryGetValue(register, out string? value) || (AsksForWidth && _target.WarpWidth > 32 && OfAWarp.Contains(register)))
        {
            return null;
        }
        foreach (string word in new[] { "threadIdx", "blockIdx", "blockDim", "gridDim" })
        {
            value = value.Replace(word, _api.Find(word, false) is { IsMapped: true } renamed ? renamed.Target : word, StringComparison.Ordinal);
        }
        return value;
    }

    private int Closing(int open)
    {
        int depth = 0;
        for (int k = open; k < _tokens.Length && _tokens[k].Kind != Semi; k++)
        {
            depth += KindAt(k) is LParen or LBrack or LBrace ? 1 : KindAt(k) is RParen or RBrack or RBrace ? -1 : 0;
            if (depth == 0)
            {
                return k;
            }
        }
        return -1;
    }
}
