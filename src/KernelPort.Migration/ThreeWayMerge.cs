using System.Text;
using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>A merged text and the offsets in it where its conflicts start.</summary>
public sealed record MergedText(string Text, IReadOnlyList<int> Conflicts);

/// <summary>Brings two changes of one text together, line by line; where both changed the same lines differently, both stand between marks as git writes them.</summary>
public static class ThreeWayMerge
{
    public static MergedText Run(string last, string edited, string fresh)
    {
        var b = LineDiff.Lines(last);
        var e = LineDiff.Lines(edited);
        var f = LineDiff.Lines(fresh);
        var toEdited = LineDiff.Match(b, e);
        var toFresh = LineDiff.Match(b, f);
        string newLine = edited.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var text = new StringBuilder();
        var conflicts = new List<int>();
        int atB = 0, atE = 0, atF = 0;
        while (atB < b.Count || atE < e.Count || atF < f.Count)
        {
            // the next line that nobody touched
            int stable = atB;
            while (stable < b.Count && (toEdited[stable] < 0 || toFresh[stable] < 0))
            {
                stable++;
            }
            int endE = stable < b.Count ? toEdited[stable] : e.Count;
            int endF = stable < b.Count ? toFresh[stable] : f.Count;
            Chunk(Part(b, atB, stable), Part(e, atE, endE), Part(f, atF, endF));
            (atB, atE, atF) = (stable, endE, endF);
            if (stable < b.Count)
            {
                text.Append(b[stable]);
                (atB, atE, atF) = (atB + 1, atE + 1, atF + 1);
            }
        }
        return new MergedText(text.ToString(), conflicts);

        void Chunk(List<string> was, List<string> mine, List<string> theirs)
        {
            if (mine.SequenceEqual(theirs) || theirs.SequenceEqual(was))
            {
                text.AppendJoin("", mine);
            }
            else if (mine.SequenceEqual(was))
            {
                text.AppendJoin("", theirs);
            }
            else
            {
                conflicts.Add(text.Length);
                text.Append("<<<<<<< edited").Append(newLine);
                Whole(mine);
                text.Append("=======").Append(newLine);
                Whole(theirs);
                text.Append(">>>>>>> migrated").Append(newLine);
            }
        }

        // a mark starts a line even where the text before it ends without one
        void Whole(List<string> lines)
        {
            text.AppendJoin("", lines);
            if (lines.Count > 0 && !lines[^1].EndsWith('\n'))
            {
                text.Append(newLine);
            }
        }
    }

    private static List<string> Part(IReadOnlyList<string> lines, int from, int to) => [.. lines.Skip(from).Take(to - from)];
}
