using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>
/// The body of a flat kernel with its copies in queues of two buffers (npu-dialects 8.10, phase 3; 9.1): while the vector unit computes a piece, the next one comes in and the last one goes out. Only
/// for text without branches and loops that copies in, computes and copies out; every thread is in one piece, and what threads do to each other's memory CUDA leaves open, so
/// pieces wait for nothing but their buffers.
/// </summary>
internal sealed partial class QueueForm
{
    // A queue of two buffers takes two events of either direction, of which there are six to a kernel's use (npu-dialects 2.2).
    private const int MostQueues = 3;

    // What these give they also take.
    private static readonly HashSet<string> Accumulate = ["FusedMulAdd", "MulAddDst", "Axpy"];

    // These write more than their first operand.
    private static readonly HashSet<string> WriteSeveral = ["ReduceSum", "ReduceMax", "ReduceMin", "KpDivide", "KpFetch"];

    private readonly VectorKernel _kernel;
    private readonly List<Line> _lines = [];
    private readonly Dictionary<int, Value> _held = [];
    private readonly List<Value> _ins = [];
    private readonly List<Value> _outs = [];
    private readonly StringBuilder _out = new();

    private QueueForm(VectorKernel kernel) => _kernel = kernel;

    /// <summary>What a tensor holds from one write of all its lanes to the next.</summary>
    private sealed class Value
    {
        /// <summary>The name of its tensor where a queue gives it.</summary>
        public string Name { get; set; } = "";

        /// <summary>The lines of vector operations that touch it first and last, from 0.</summary>
        public int First { get; set; } = -1;

        public int Last { get; set; } = -1;

        public string Queue => "queue" + char.ToUpperInvariant(Name[0]) + Name[1..];
    }

    private enum Kind
    {
        Scalar,
        Vector,
        CopyIn,
        CopyOut,
    }

    /// <param name="Text">The line, with its indent.</param>
    private sealed record Line(Kind Kind, string Text)
    {
        /// <summary>What its tensors hold, in the order they stand.</summary>
        public List<Value?> Operands { get; } = [];

        public string Indent => Text[..(Text.Length - Text.TrimStart().Length)];
    }

    /// <summary>The body.</summary>
    public string Body => _out.ToString();

    public IEnumerable<string> InputQueues => _ins.Select(v => v.Queue);

    public IEnumerable<string> OutputQueues => _outs.Select(v => v.Queue);

    /// <summary>The slots that are still tensors of the slab.</summary>
    public IReadOnlyList<int> Slots { get; private set; } = [];

    /// <summary>Null where a kernel has no such form.</summary>
    public static QueueForm? Of(VectorKernel kernel)
    {
        if (kernel.Merged == 1 || kernel.Form.Tier != "T0" || kernel.Memories.Count > 0 || kernel.RoomBytes > 0 || kernel.IsDynamic)
        {
            return null;
        }
        var form = new QueueForm(kernel);
        if (!form.Read() || !form.Choose())
        {
            return null;
        }
        form.Print();
        return form;
    }

    /// <summary>Reads the lines, and what each tensor holds in each; false where one is not of such a form.</summary>
    private bool Read()
    {
        int heads = 0, ends = 0;
        foreach (string text in _kernel.Body.Split('\n').Where(l => l.Trim() is not ("" or EventPass.Barrier)))
        {
            string trimmed = text.Trim();
            ends += trimmed == "}" ? 1 : 0;
            if (trimmed == "}")
            {
                continue;
            }
            // Guards stand one in the other, before the first copy and around all that follows.
            bool head = trimmed.EndsWith('{');
            heads += head ? 1 : 0;
            if (ends > 0 || Classify(text, trimmed) is not { } line || (_lines.Exists(l => l.Kind != Kind.Scalar) && (head || trimmed.EndsWith("return;", StringComparison.Ordinal) || trimmed.Contains(".GetValue(", StringComparison.Ordinal)))
                || (line.Kind == Kind.CopyIn && _lines.Exists(l => l.Kind == Kind.CopyOut)))
            {
                return false;
            }
            _lines.Add(line);
        }
        return heads == ends && _ins.Count > 0 && _outs.Count > 0;
    }

    private Line? Classify(string text, string trimmed)
    {
        var tensors = Tensor().Matches(trimmed);
        if (tensors.Count == 0)
        {
            bool plain = trimmed.StartsWith("const ", StringComparison.Ordinal) || trimmed.StartsWith("if (", StringComparison.Ordinal);
            return plain && !trimmed.Contains("PipeBarrier", StringComparison.Ordinal) ? new Line(Kind.Scalar, text) : null;
        }
        int[] slots = [.. tensors.Select(m => int.Parse(m.Groups["slot"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))];
        if (Copy().Match(trimmed) is { Success: true } copy && slots.Length == 1)
        {
            bool store = copy.Groups["first"].Value.StartsWith("p_", StringComparison.Ordinal);
            // Copies come into tensors of which nothing is wanted any more.
            var value = store ? _held.GetValueOrDefault(slots[0]) : _held[slots[0]] = new Value();
            var list = store ? _outs : _ins;
            if (value is null || (store && _ins.Contains(value)))
            {
                return null;
            }
            if (!list.Contains(value))
            {
                value.Name = Build.Invariant($"{(store ? "out" : "in")}{list.Count}");
                list.Add(value);
            }
            return new Line(store ? Kind.CopyOut : Kind.CopyIn, text) { Operands = { value } };
        }
        string call = Call().Match(trimmed).Groups["name"].Value;
        if (call.Length == 0 || WriteSeveral.Contains(call) || trimmed.Contains(".GetValue(", StringComparison.Ordinal) || trimmed.Contains(".SetValue(", StringComparison.Ordinal))
        {
            return null;
        }
        var line = new Line(Kind.Vector, text);
        line.Operands.AddRange(slots.Select(s => _held.GetValueOrDefault(s)));
        if (!Accumulate.Contains(call) && Whole().IsMatch(trimmed))
        {
            line.Operands[0] = _held[slots[0]] = new Value();
        }
        else if (line.Operands[0] is null)
        {
            return null;
        }
        foreach (var value in line.Operands.OfType<Value>())
        {
            value.First = value.First < 0 ? _lines.Count : value.First;
            value.Last = _lines.Count;
        }
        return line;
    }

    /// <summary>Whether the queues are few enough and there is room for them; all that comes in must be computed with, and all that goes out be computed.</summary>
    private bool Choose()
    {
        Slots = [.. Enumerable.Range(0, _kernel.Slots).Where(s => IsKept(s))];
        return _ins.Count <= MostQueues && _outs.Count <= MostQueues && _ins.Concat(_outs).All(v => v.First >= 0)
            && (Slots.Count + (2 * (_ins.Count + _outs.Count))) * _kernel.SlotBytes <= _kernel.ScratchBytes;
    }

    // Tables are made before there are blocks: no line writes them.
    private bool IsKept(int slot) =>
        _lines.Exists(l => Tensor().Matches(l.Text).Zip(l.Operands).Any(o => o.First.Groups["slot"].Value == Build.Invariant($"{slot}") && (o.Second is null || o.Second.Name.Length == 0)))
        || Tensor().Matches(_kernel.Tables).Any(m => m.Groups["slot"].Value == Build.Invariant($"{slot}"));

    private void Print()
    {
        for (int i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            string indent = line.Indent;
            switch (line.Kind)
            {
                case Kind.Scalar:
                    _out.Append(line.Text).Append('\n');
                    break;
                case Kind.CopyIn:
                    Add(indent, $"LocalTensor<float> {line.Operands[0]!.Name} = {line.Operands[0]!.Queue}.AllocTensor<float>();");
                    Add("", Named(line));
                    Add(indent, $"{line.Operands[0]!.Queue}.EnQue({line.Operands[0]!.Name});");
                    break;
                case Kind.Vector:
                    AddAll(indent, _ins.Where(v => v.First == i), v => $"{v.Name} = {v.Queue}.DeQue<float>();");
                    AddAll(indent, _outs.Where(v => v.First == i), v => $"LocalTensor<float> {v.Name} = {v.Queue}.AllocTensor<float>();");
                    Add("", Named(line));
                    AddAll(indent, _ins.Where(v => v.Last == i), v => $"{v.Queue}.FreeTensor({v.Name});");
                    AddAll(indent, _outs.Where(v => v.Last == i), v => $"{v.Queue}.EnQue({v.Name});");
                    break;
            }
        }
        var copies = _lines.Where(l => l.Kind == Kind.CopyOut).ToList();
        for (int i = 0; i < copies.Count; i++)
        {
            var value = copies[i].Operands[0]!;
            AddAll(copies[i].Indent, copies[..i].Exists(l => l.Operands[0] == value) ? [] : [value], v => $"{v.Name} = {v.Queue}.DeQue<float>();");
            Add("", Named(copies[i]));
            AddAll(copies[i].Indent, copies[(i + 1)..].Exists(l => l.Operands[0] == value) ? [] : [value], v => $"{v.Queue}.FreeTensor({v.Name});");
        }
        foreach (var head in _lines.Where(l => l.Text.EndsWith('{')).Reverse())
        {
            Add(head.Indent, "}");
        }
    }

    private void Add(string indent, string text) => _out.Append(indent).Append(text).Append('\n');

    private void AddAll(string indent, IEnumerable<Value> values, Func<Value, string> text)
    {
        foreach (var v in values)
        {
            Add(indent, text(v));
        }
    }

    /// <summary>A line with the tensors of queues by their names.</summary>
    private static string Named(Line line)
    {
        int at = 0;
        return Tensor().Replace(line.Text, m => line.Operands[at++] is not { Name.Length: > 0 } value ? m.Value : value.Name + (m.Groups["cast"].Success ? m.Groups["cast"].Value : m.Groups["view"].Value switch
        {
            "i" => ".ReinterpretCast<int32_t>()",
            "m" => ".ReinterpretCast<uint8_t>()",
            _ => "",
        }));
    }

    [GeneratedRegex(@"(?<![\w.])t(?<slot>\d+)(?<view>[im]?)(?!\w)(?<cast>\.ReinterpretCast<\w+>\(\))?")]
    private static partial Regex Tensor();

    [GeneratedRegex(@"^(?:if \(\w+ > 0\) )?DataCopyPad\((?<first>\w+)")]
    private static partial Regex Copy();

    [GeneratedRegex(@"^(?<name>[A-Z]\w*)\((?=t\d)")]
    private static partial Regex Call();

    [GeneratedRegex(@", (?:n|n \* 2|\(n \+ 63\) / 64 \* (?:64|4))\);$")]
    private static partial Regex Whole();
}
