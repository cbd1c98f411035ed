using System.CommandLine;
using KernelPort.Backends;

namespace KernelPort.Cli;

/// <summary>Options of what emitted text may make of a kernel's sums and of integers that wrap.</summary>
internal sealed class ArithmeticChoice
{
    private readonly Option<bool> _reassociates = new("--reassociate") { Description = "sums of a block may be made in the machine's own order (cann:a2), where floating sums then differ in their last places" };
    private readonly Option<bool> _keepsRange = new(Backends.Vectors.Assumption.IntRange) { Description = "nothing relies on vectors of int32 wrapping (cann:a2, bang), which no document promises: such kernels run on the scalar unit" };

    private readonly Option<bool> _selectsFloats = new(Backends.Vectors.Assumption.FloatSelects) { Description = "nothing relies on selections of floats moving the bits of integers (cann:a2), which no document promises: masks of whole lanes choose instead" };

    private ArithmeticChoice()
    {
    }

    public static ArithmeticChoice AddTo(Command command)
    {
        var choice = new ArithmeticChoice();
        command.Options.Add(choice._reassociates);
        command.Options.Add(choice._keepsRange);
        command.Options.Add(choice._selectsFloats);
        return choice;
    }

    public EmissionOptions Read(System.CommandLine.ParseResult parsed, EmissionOptions options) =>
        options with { Reassociates = parsed.GetValue(_reassociates), KeepsIntRange = parsed.GetValue(_keepsRange), SelectsFloats = parsed.GetValue(_selectsFloats) };
}
