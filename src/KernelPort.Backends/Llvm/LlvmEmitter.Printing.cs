using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

internal sealed partial class LlvmEmitter
{
    // Formats by what they say, each once.
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The values go to memory as C passes them to a function of any arguments: floats as doubles, each at a multiple of its size.</summary>
    private void Print(Call x, (IrType Type, string Value)[] values)
    {
        var places = new List<(string Type, string Value, int At)>();
        int size = 0;
        foreach (var (given, value) in values)
        {
            var (type, passed) = given == IrType.F32 ? (IrType.F64, CastValue(value, given, IrType.F64)) : (given, value);
            int bytes = (int)type.Size;
            size = (size + bytes - 1) / bytes * bytes;
            places.Add((_layout.Value(type), passed, size));
            size += bytes;
        }
        string memory = OnStack("printed", Build.Invariant($"[{Math.Max(size, 8)} x i8]"), 8);
        foreach (var (type, value, at) in places)
        {
            Line($"store {type} {value}, ptr {Assign(Build.Invariant($"getelementptr i8, ptr {memory}, i64 {at}"))}");
        }
        Helper("@kp.print", ("ptr", $"addrspacecast (ptr addrspace(1) {Text(string.Concat(PrintFormat.Parse(x.Format!)!.Pieces))} to ptr)"), ("ptr", memory));
    }

    private string Text(string text)
    {
        if (!_texts.TryGetValue(text, out string? name))
        {
            _texts[text] = name = Build.Invariant($"@kp.text.{_texts.Count}");
        }
        return name;
    }

    private void Texts()
    {
        foreach (var (text, name) in _texts)
        {
            byte[] bytes = [.. Encoding.Latin1.GetBytes(text), 0];
            string shown = string.Concat(bytes.Select(b => b is >= (byte)' ' and <= (byte)'~' and not ((byte)'"' or (byte)'\\') ? ((char)b).ToString() : "\\" + Convert.ToHexString([b])));
            _w.Line(Build.Invariant($"{name} = internal addrspace(1) constant [{bytes.Length} x i8] c\"{shown}\", align 1"));
        }
    }
}
