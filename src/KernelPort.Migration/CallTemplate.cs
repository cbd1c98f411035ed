using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>
/// How a call is written on the target: literal text with holes. <c>{1}</c> is the second argument, <c>{3|, 32}</c> the
/// fourth or, where the call has none, the text after the bar; <c>f({0}) || g({0}, {1})</c> are forms for different numbers of arguments; <c>{0&}</c> cuts what stands before it down to a mask, unless that names every lane; <c>{0~}</c> is an argument the target has no use for, where the call has it.
/// </summary>
internal sealed record CallTemplate(EquatableArray<CallTemplate.Piece> Pieces)
{
    /// <summary>A hole (with what to write if there is no such argument), or literal text (no argument).</summary>
    internal sealed record Piece(string Text, int Argument, string? Default)
    {
        public bool IsMask { get; init; }

        public bool IsDropped { get; init; }
    }

    /// <summary>The fewest arguments a call has.</summary>
    public int Required => Pieces.Where(p => p.Default is null).Select(p => p.Argument + 1).DefaultIfEmpty(0).Max();

    /// <summary>The most arguments a call has.</summary>
    public int Most => Math.Max(Pieces.Select(p => p.Argument + 1).DefaultIfEmpty(0).Max(), Required);

    /// <summary>With masks written out, or left out where they name every lane.</summary>
    public CallTemplate WithMasks(Func<int, bool> isFull)
    {
        var pieces = new List<Piece>();
        foreach (var p in Pieces)
        {
            if (!p.IsMask)
            {
                pieces.Add(p);
            }
            else if (!isFull(p.Argument))
            {
                pieces.AddRange([new Piece(" & (", -1, null), p with { IsMask = false }, new Piece(")", -1, null)]);
            }
        }
        return new CallTemplate(pieces.ToEquatable());
    }

    /// <summary>Several forms by their numbers of arguments; whoever is not seen to be a call keeps the first one's name.</summary>
    public static bool HasForms(string text) => text.Contains(" || ", StringComparison.Ordinal);

    /// <summary>The name before the first form's arguments.</summary>
    public static string FirstName(string text) => text[..text.IndexOf('(', StringComparison.Ordinal)];

    /// <summary>The form for so many arguments, or that for the most.</summary>
    public static string ForCount(string text, int count)
    {
        string[] forms = text.Split(" || ");
        return Array.Find(forms, f => Parse(f) is var form && count >= form.Required && count <= form.Most) ?? forms[^1];
    }

    /// <summary>The form for a call whose mask names every lane, where a row has one of its own: <c>full ?? other</c>.</summary>
    public static CallTemplate Parse(string text, bool full)
    {
        string[] forms = text.Split(" ?? ");
        return Parse(full ? forms[0] : forms[^1]);
    }

    public static CallTemplate Parse(string text)
    {
        var pieces = new List<Piece>();
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('{', at);
            int close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                pieces.Add(new Piece(text[at..], -1, null));
                break;
            }
            if (open > at)
            {
                pieces.Add(new Piece(text[at..open], -1, null));
            }
            string hole = text[(open + 1)..close];
            int bar = hole.IndexOf('|', StringComparison.Ordinal);
            int number = int.Parse((bar < 0 ? hole : hole[..bar]).TrimEnd('&', '~'), CultureInfo.InvariantCulture);
            bool isDropped = hole.EndsWith('~');
            pieces.Add(new Piece("", number, bar >= 0 ? hole[(bar + 1)..] : isDropped ? "" : null) { IsMask = hole.EndsWith('&'), IsDropped = isDropped });
            at = close + 1;
        }
        return new CallTemplate(pieces.ToEquatable());
    }
}
