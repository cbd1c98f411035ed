using System.CommandLine;
using System.Globalization;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using ParseResult = System.CommandLine.ParseResult;

namespace KernelPort.Cli;

/// <summary>The options that say under which warp widths and schedules the reference executor runs a kernel.</summary>
public sealed class OrderOptions
{
    private readonly Option<string> _warp = new("--warp") { Description = "lanes of a warp in the reference executor; several give a table", HelpName = "N[,N...]", DefaultValueFactory = _ => "32" };
    private readonly Option<string> _schedule = new("--schedule") { Description = "lockstep or fair", DefaultValueFactory = _ => "lockstep" };
    private readonly Option<int> _schedules = new("--schedules") { Description = "also run N seeded orders of lanes, warps and blocks, which must give the same answers", HelpName = "N" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "the first seed of --schedules; the same seed gives the same order again", HelpName = "S", DefaultValueFactory = _ => 1 };

    private readonly Option<bool> _deterministic = new("--deterministic") { Description = "make atomic floating sums in the order of blocks and threads, under every schedule" };

    private OrderOptions()
    {
    }

    public static OrderOptions AddTo(Command command)
    {
        var options = new OrderOptions();
        options._schedule.AcceptOnlyFromAmong("lockstep", "fair");
        command.Options.Add(options._warp);
        command.Options.Add(options._schedule);
        command.Options.Add(options._schedules);
        command.Options.Add(options._seed);
        command.Options.Add(options._deterministic);
        return options;
    }

    public OrderPlan Read(ParseResult parsed)
    {
        var warps = new List<int>();
        foreach (string word in parsed.GetValue(_warp)!.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int width) || width is not (16 or 32 or 64 or 128))
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"--warp {word}: expected 16, 32, 64 or 128");
            }
            if (!warps.Contains(width))
            {
                warps.Add(width);
            }
        }
        int count = parsed.GetValue(_schedules);
        if (count is < 0 or > 10_000)
        {
            throw new CommandException(ExitCodes.BadCommandLine, string.Create(CultureInfo.InvariantCulture, $"--schedules {count}: expected 0 to 10000"));
        }
        return new OrderPlan(warps.ToEquatable(), parsed.GetValue(_schedule) == "fair" ? Schedule.Fair : Schedule.LockStep, count, parsed.GetValue(_seed)) { DefinedSums = parsed.GetValue(_deterministic) };
    }
}
