using System.Globalization;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Fuzz.Generation;

/// <summary>
/// A statement: text with <c>$0</c>, <c>$1</c> … for its expressions, and the statements inside it between <see cref="Head"/> and <see cref="Tail"/>.
/// </summary>
public sealed record Piece(string Head, EquatableArray<Term> Terms, EquatableArray<Piece> Body, string Tail)
{
    public static Piece Line(string text, params Term[] terms) => new(text, terms.ToEquatable(), [], "");

    public static Piece Block(string head, IEnumerable<Piece> body, params Term[] terms) => new(head, terms.ToEquatable(), body.ToEquatable(), "}");

    public void Write(StringBuilder text, int depth)
    {
        string indent = new(' ', depth * 4);
        var head = new StringBuilder(Head);
        for (int i = Terms.Count - 1; i >= 0; i--)
        {
            head.Replace("$" + i.ToString(CultureInfo.InvariantCulture), Terms[i].ToString());
        }
        foreach (string line in head.ToString().Split('\n'))
        {
            text.Append(indent).Append(line).Append('\n');
        }
        foreach (var piece in Body)
        {
            piece.Write(text, depth + 1);
        }
        if (Tail.Length > 0)
        {
            text.Append(indent).Append(Tail).Append('\n');
        }
    }

    /// <summary>The same statement made smaller at one place each: without something inside, or with a smaller expression.</summary>
    public IEnumerable<Piece> Smaller()
    {
        foreach (var body in Smaller(Body))
        {
            yield return this with { Body = body };
        }
        for (int i = 0; i < Terms.Count; i++)
        {
            foreach (var smaller in Terms[i].Smaller())
            {
                int at = i;
                yield return this with { Terms = Terms.Select((t, k) => k == at ? smaller : t).ToEquatable() };
            }
        }
    }

    /// <summary>The statements with some left out, halves first, then with one made smaller or opened up.</summary>
    public static IEnumerable<EquatableArray<Piece>> Smaller(EquatableArray<Piece> pieces)
    {
        for (int length = pieces.Count; length > 0; length /= 2)
        {
            for (int from = 0; from < pieces.Count; from += length)
            {
                int first = from, count = length;
                yield return pieces.Where((p, i) => i < first || i >= first + count).ToEquatable();
            }
        }
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Body.Count > 0)
            {
                yield return [.. pieces.Take(i), .. pieces[i].Body, .. pieces.Skip(i + 1)];
            }
        }
        for (int i = 0; i < pieces.Count; i++)
        {
            foreach (var smaller in pieces[i].Smaller())
            {
                yield return [.. pieces.Take(i), smaller, .. pieces.Skip(i + 1)];
            }
        }
    }
}
