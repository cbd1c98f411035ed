namespace KernelPort.Cli.Reports;

/// <summary>What is left for a person, and a guess of the effort.</summary>
/// <param name="Minutes">By rule of thumb, not measured: so much for the first place, a few for each further one of the same.</param>
public sealed record TodoEntry(string Code, string? Target, string What, int Places, int Minutes);

/// <summary>Makes the list of what is left to do: the same work named once, with the number of its places.</summary>
public static class TodoList
{
    private const int Repeat = 3;

    /// <summary>Minutes for the first place.</summary>
    private static readonly Dictionary<string, int> First = new(StringComparer.Ordinal)
    {
        ["KP4001"] = 120, ["KP4002"] = 60, ["KP4003"] = 15, ["KP4004"] = 15, ["KP4005"] = 30, ["KP4006"] = 240, ["KP4007"] = 60, ["KP4008"] = 30,
        ["KP4009"] = 60, ["KP4010"] = 30, ["KP4011"] = 120, ["KP4012"] = 5, ["KP4013"] = 15, ["KP4014"] = 60, ["KP4015"] = 15, ["KP4016"] = 15,
        ["KP4901"] = 10, ["KP4902"] = 60, ["KP4903"] = 10, ["KP4905"] = 10, ["KP4909"] = 5, ["KP4912"] = 10,
    };

    public static IReadOnlyList<TodoEntry> Of(IReadOnlyList<DiagnosticEntry> diagnostics) =>
        [.. diagnostics.Where(d => First.ContainsKey(d.Code) && d.Severity != "note")
            .GroupBy(d => (d.Code, d.Target, d.Message))
            .Select(g => new TodoEntry(g.Key.Code, g.Key.Target, g.Key.Message, g.Count(), First[g.Key.Code] + (Repeat * (g.Count() - 1))))
            .OrderByDescending(t => t.Minutes).ThenBy(t => t.Target, StringComparer.Ordinal).ThenBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.What, StringComparer.Ordinal)];

    public static string Hours(int minutes) => FormattableString.Invariant($"{minutes / 60.0:0.0} h");
}
