namespace KernelPort.Core;

/// <summary>Which lines two texts share, in order: Myers' algorithm, its cost bounded.</summary>
public static class LineDiff
{
    // beyond so many differing lines the middle counts as rewritten: memory grows with the square
    private const int MostEdits = 1500;

    /// <summary>Lines with their line ends; a text that ends without one has a last line without.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = new List<string>();
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }
        return lines;
    }

    /// <summary>For each line of the first text the line of the second it is matched with, or -1. Ascending.</summary>
    public static int[] Match(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var match = new int[a.Count];
        Array.Fill(match, -1);
        int start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start])
        {
            match[start] = start;
            start++;
        }
        int endA = a.Count;
        int endB = b.Count;
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
        {
            match[--endA] = --endB;
        }
        Middle(a, b, start, endA - start, endB - start, match);
        return match;
    }

    private static void Middle(IReadOnlyList<string> a, IReadOnlyList<string> b, int start, int n, int m, int[] match)
    {
        int most = Math.Min(n + m, MostEdits);
        var furthest = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (int d = 0; d <= most; d++)
        {
            for (int k = -d; k <= d; k += 2)
            {
                int at = k + most + 1;
                int x = k == -d || (k != d && furthest[at - 1] < furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < n && x - k < m && x - k >= 0 && a[start + x] == b[start + x - k])
                {
                    x++;
                }
                furthest[at] = x;
                if (x >= n && x - k >= m)
                {
                    Trace(trace, most, d, n, m, start, match);
                    return;
                }
            }
            // only what this round could have reached
            trace.Add(furthest[(most + 1 - d)..(most + 2 + d)]);
        }
    }

    private static void Trace(List<int[]> trace, int most, int d, int n, int m, int start, int[] match)
    {
        int x = n;
        int y = m;
        for (; d > 0; d--)
        {
            int k = x - y;
            // the round before holds diagonals -(d-1) to d-1
            int Before(int diagonal) => Math.Abs(diagonal) > d - 1 ? -1 : trace[d - 1][diagonal + d - 1];
            int from = k == -d || (k != d && Before(k - 1) < Before(k + 1)) ? k + 1 : k - 1;
            int fromX = Before(from);
            int fromY = fromX - from;
            int stepX = from == k + 1 ? fromX : fromX + 1;
            while (x > stepX)
            {
                match[start + --x] = start + --y;
            }
            x = fromX;
            y = fromY;
        }
        while (x > 0 && y > 0)
        {
            match[start + --x] = start + --y;
        }
    }
}
