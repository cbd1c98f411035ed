using System.Text;

namespace KernelPort.Migration;

/// <summary>Splits a line of a table: commas between cells, quotes around a cell with commas, a quote doubled.</summary>
internal static class Csv
{
    public static List<string> Split(string line)
    {
        var cells = new List<string>();
        int at = 0;
        while (at <= line.Length)
        {
            if (at < line.Length && line[at] == '"')
            {
                var cell = new StringBuilder();
                for (at++; at < line.Length; at++)
                {
                    if (line[at] != '"')
                    {
                        cell.Append(line[at]);
                    }
                    else if (at + 1 < line.Length && line[at + 1] == '"')
                    {
                        cell.Append('"');
                        at++;
                    }
                    else
                    {
                        break;
                    }
                }
                cells.Add(cell.ToString());
                at += 2;
                continue;
            }
            int end = line.IndexOf(',', at);
            end = end < 0 ? line.Length : end;
            cells.Add(line[at..end]);
            at = end + 1;
        }
        return cells;
    }
}
