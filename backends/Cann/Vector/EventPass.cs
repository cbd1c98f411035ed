using System.Text;
using System.Text.RegularExpressions;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>
/// Takes the barriers of all pipes out of a block's text and puts pairs of events where an access needs them (npu-dialects 8.10): each pair stands before the
/// access that waits, so that whatever way is taken sets and waits are balanced. What may be pending is followed through branches and loops.
/// </summary>
internal sealed partial class EventPass
{
    public const string Barrier = "PipeBarrier<PIPE_ALL>();";

    private const int S = 0, V = 1, CopyIn = 2, CopyOut = 3;

    // Beyond as many pairs one barrier is no dearer.
    private const int MostPairs = 3;

    private static readonly string[] Names = ["S", "V", "MTE2", "MTE3"];

    private readonly StringBuilder _out = new();
    private readonly SortedSet<string> _events = new(StringComparer.Ordinal);

    // What may be pending where a loop's turn begins. Kept from one walk over the text to the next, so that nests do not multiply.
    private readonly Dictionary<Group, Pending> _heads = new(ReferenceEqualityComparer.Instance);
    private bool _changed;
    private bool _printing;

    /// <summary>What pipes did to a piece of memory: for each, the pipes that have not waited for it.</summary>
    private sealed class Pending
    {
        private readonly SortedDictionary<(string Memory, int Pipe, bool Write), int> _of;

        public Pending() => _of = [];

        private Pending(Pending other) => _of = new(other._of);

        public Pending Copy() => new(this);

        public void Clear() => _of.Clear();

        /// <summary>Adds what another way may leave; true where that is more.</summary>
        public bool Join(Pending? other)
        {
            bool more = false;
            foreach (var (key, waiting) in other?._of ?? [])
            {
                int old = _of.GetValueOrDefault(key);
                _of[key] = old | waiting;
                more |= (old | waiting) != old;
            }
            return more;
        }

        public IEnumerable<int> Conflicts(string memory, int pipe, bool write) =>
            _of.Where(e => e.Key.Memory == memory && e.Key.Pipe != pipe && (write || e.Key.Write) && (e.Value >> pipe & 1) != 0).Select(e => e.Key.Pipe);

        public void Add(string memory, int pipe, bool write) => _of[(memory, pipe, write)] = 15 & ~(1 << pipe);

        /// <summary>One pipe has waited for another, and so for all that this had waited for.</summary>
        public void Wait(int from, int to)
        {
            foreach (var (key, waiting) in _of.ToList())
            {
                if (key.Pipe == from || (waiting >> from & 1) == 0)
                {
                    _of[key] = waiting & ~(1 << to);
                }
            }
        }
    }

    private abstract record Node;

    private sealed record Leaf(string Line) : Node;

    private sealed record Group(string Head, List<Node> Body, List<Node>? Else) : Node
    {
        public bool IsLoop => Head.TrimStart().StartsWith("for ", StringComparison.Ordinal) || Head.TrimStart().StartsWith("while ", StringComparison.Ordinal);

        public bool IsEndless => Head.TrimStart().StartsWith("while (true)", StringComparison.Ordinal);
    }

    private sealed class Loop
    {
        public Pending? Breaks { get; set; }

        public Pending? Continues { get; set; }
    }

    /// <summary>The text with events, and the events it uses.</summary>
    public static (string Text, IReadOnlyCollection<string> Events) Run(string text)
    {
        var pass = new EventPass();
        string[] lines = text.Split('\n');
        int at = 0;
        var body = Parse(lines, ref at);
        do
        {
            pass._changed = false;
            pass.Walk(body, new Pending(), null);
        }
        while (pass._changed);
        pass._events.Clear();
        pass._printing = true;
        pass.Walk(body, new Pending(), null);
        return (pass._out.ToString(), pass._events);
    }

    private static List<Node> Parse(string[] lines, ref int at)
    {
        var nodes = new List<Node>();
        while (at < lines.Length)
        {
            string line = lines[at];
            string trimmed = line.Trim();
            if (trimmed is "}" or "} else {")
            {
                return nodes;
            }
            at++;
            if (trimmed.Length == 0)
            {
                continue;
            }
            if (!trimmed.EndsWith('{'))
            {
                nodes.Add(new Leaf(line));
                continue;
            }
            var body = Parse(lines, ref at);
            List<Node>? other = null;
            if (lines[at].Trim() == "} else {")
            {
                at++;
                other = Parse(lines, ref at);
            }
            at++;
            nodes.Add(new Group(line, body, other));
        }
        return nodes;
    }

    /// <summary>Null where nothing comes out at the end.</summary>
    private Pending? Walk(List<Node> nodes, Pending? state, Loop? loop)
    {
        foreach (var node in nodes)
        {
            if (state is null)
            {
                // Only printed: no way leads here.
                state = new Pending();
            }
            state = node is Leaf leaf ? Line(leaf.Line, state, loop) : Walk((Group)node, state, loop);
        }
        return state;
    }

    private Pending? Walk(Group g, Pending state, Loop? loop)
    {
        string indent = g.Head[..(g.Head.Length - g.Head.TrimStart().Length)];
        Accesses(g.Head, state);
        if (!g.IsLoop)
        {
            Print(g.Head);
            var then = Walk(g.Body, state.Copy(), loop);
            var other = state;
            if (g.Else is not null)
            {
                Print(indent + "} else {");
                other = Walk(g.Else, state.Copy(), loop);
            }
            Print(indent + "}");
            // A group of braces alone is always gone through.
            if (g.Head.Trim() == "{")
            {
                return then;
            }
            if (then is null || other is null)
            {
                return then ?? other;
            }
            then.Join(other);
            return then;
        }
        if (!_heads.TryGetValue(g, out var head))
        {
            _heads[g] = head = new Pending();
        }
        _changed |= head.Join(state);
        Print(g.Head);
        var last = new Loop();
        var end = Walk(g.Body, head.Copy(), last);
        _changed |= head.Join(end) | head.Join(last.Continues);
        Print(indent + "}");
        if (g.IsEndless)
        {
            return last.Breaks;
        }
        var after = head.Copy();
        after.Join(last.Breaks);
        return after;
    }

    private Pending? Line(string line, Pending state, Loop? loop)
    {
        string text = line.Trim();
        if (text == Barrier)
        {
            return state;
        }
        if (text.StartsWith(Barrier, StringComparison.Ordinal))
        {
            // One that is meant: others are to see what was stored.
            Print(line);
            state.Clear();
            return state;
        }
        Accesses(line, state);
        Print(line);
        bool always = !text.StartsWith("if ", StringComparison.Ordinal);
        if (text.EndsWith("break;", StringComparison.Ordinal) && loop is not null)
        {
            (loop.Breaks ??= new Pending()).Join(state);
        }
        else if (text.EndsWith("continue;", StringComparison.Ordinal) && loop is not null)
        {
            (loop.Continues ??= new Pending()).Join(state);
        }
        else if (!text.EndsWith("return;", StringComparison.Ordinal))
        {
            return state;
        }
        return always ? null : state;
    }

    private void Print(string line)
    {
        if (_printing)
        {
            _out.Append(line).Append('\n');
        }
    }

    private void Accesses(string line, Pending state)
    {
        var accesses = AccessesOf(line.Trim());
        var pairs = new List<(int From, int To)>();
        var after = state.Copy();
        foreach (var (memory, pipe, write) in accesses)
        {
            foreach (int from in after.Conflicts(memory, pipe, write).Distinct().ToList())
            {
                pairs.Add((from, pipe));
                after.Wait(from, pipe);
            }
        }
        string indent = line[..(line.Length - line.TrimStart().Length)];
        if (pairs.Distinct().Count() > MostPairs)
        {
            Print(indent + Barrier);
            state.Clear();
        }
        else
        {
            foreach (var (from, to) in pairs.Distinct())
            {
                string name = $"{Names[from]}_{Names[to]}";
                _events.Add(name);
                Print($"{indent}SetFlag<HardEvent::{name}>(e_{name}); WaitFlag<HardEvent::{name}>(e_{name});");
                state.Wait(from, to);
            }
        }
        foreach (var (memory, pipe, write) in accesses)
        {
            state.Add(memory, pipe, write);
        }
    }

    /// <summary>What a line of a block's text does to memory, in order.</summary>
    private static List<(string Memory, int Pipe, bool Write)> AccessesOf(string text)
    {
        var found = new List<(string, int, bool)>();
        var operands = new List<string>();
        foreach (Match m in Tensor().Matches(text))
        {
            string memory = m.Groups["name"].Value;
            switch (m.Groups["access"].Value)
            {
                case "GetValue":
                    found.Insert(0, (memory, S, false));
                    break;
                case "SetValue":
                    found.Add((memory, S, true));
                    break;
                default:
                    operands.Add(memory);
                    break;
            }
        }
        if (operands.Count == 0)
        {
            return found;
        }
        if (Copy().Match(text) is { Success: true } copy)
        {
            bool store = copy.Groups["first"].Value.StartsWith("p_", StringComparison.Ordinal);
            int pipe = store ? CopyOut : CopyIn;
            found.AddRange(operands.Select(o => (o, pipe, !store)));
            // Parameters may point into one buffer.
            found.Add(("global", pipe, store));
            return found;
        }
        string call = Call().Match(text).Groups["name"].Value;
        bool all = call is "ReduceSum" or "ReduceMax" or "ReduceMin" or "KpDivide" or "KpFetch" or "";
        for (int i = 0; i < operands.Count; i++)
        {
            if (!(call == "KpFetch" && operands[i] == "room"))
            {
                found.Add((operands[i], V, i == 0 || all));
            }
        }
        if (call == "KpFetch")
        {
            // It copies into its memory between barriers of its own, and then picks from it.
            found.Add(("global", CopyIn, false));
        }
        return found;
    }

    [GeneratedRegex(@"(?<![\w.])(?<name>t\d+|m_\w+|room)(?:(?<=t\d+)[im])?(?!\w)(?:\.ReinterpretCast<\w+>\(\))?(?:\.(?<access>GetValue|SetValue)\()?")]
    private static partial Regex Tensor();

    [GeneratedRegex(@"(?:^|[ (])(?:DataCopyPad|KpLoadRows|KpStoreRows)\((?<first>\w+)")]
    private static partial Regex Copy();

    [GeneratedRegex(@"^(?:const bool \w+ = )?(?<name>[A-Z]\w*)(?:<[^>]*>)?\(")]
    private static partial Regex Call();
}
