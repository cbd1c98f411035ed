using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>What is known of the loops around a statement while it is printed.</content>
internal sealed partial class VectorEmitter
{
    /// <summary>What break, continue and return leave: the kernel or a loop.</summary>
    private sealed class Context
    {
        public LoopPlan? Plan { get; init; }

        /// <summary>Where the loop's values live; a pointer's is its offset.</summary>
        public Join[] Carried { get; set; } = [];

        public Join[] Results { get; set; } = [];

        /// <summary>The mask at the loop's own level: statements under it leave with all lanes there are.</summary>
        public Mask? Level { get; set; }

        /// <summary>C++ variables of a diverging loop's limits: x, y, z.</summary>
        public (string Low, string High)[] Limits { get; set; } = [];

        /// <summary>Lanes still in a diverging loop, and in its turn, where limits do not do.</summary>
        public int Active { get; set; } = -1;

        public int Turn { get; set; } = -1;

        public Dictionary<LetId, Successor> Successors { get; init; } = [];

        /// <summary>By result, which carried value it is; -1 where breaks give it.</summary>
        public int[] Kept { get; init; } = [];
    }

    /// <summary>What is assumed of a loop; a wrong guess prints it again.</summary>
    private sealed class LoopPlan(int carried, int results)
    {
        public bool Diverges { get; set; }

        public bool NeedsBits { get; set; }

        /// <summary>Turns may lose lanes from the low end.</summary>
        public bool LowMoves { get; set; }

        public Value?[] Carried { get; } = new Value?[carried];

        public Value?[] Results { get; } = new Value?[results];
    }

    /// <summary>A place that several ways give a value to.</summary>
    private sealed record Join(Value Value);
}
