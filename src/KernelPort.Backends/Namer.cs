using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>Gives readable, unique names that are no words of the dialect.</summary>
public sealed class Namer(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    public string Name(string wanted)
    {
        if (wanted.Length == 0)
        {
            wanted = "v";
        }
        // What a pass made of two names is one word.
        wanted = wanted.Replace('.', '_');
        string candidate = wanted;
        for (int n = 1; !_taken.Add(candidate); n++)
        {
            candidate = Build.Invariant($"{wanted}_{n}");
        }
        return candidate;
    }
}
