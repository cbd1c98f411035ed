using System.Text;
using KernelPort.Core;

namespace KernelPort.Fuzz.Generation;

/// <summary>A kernel as a tree: what stands in front of it, what it declares, what it does and how it ends.</summary>
/// <param name="Launch">Its line in a launch header.</param>
public sealed record GeneratedKernel(string Name, string Launch, string Signature, EquatableArray<Piece> Globals, EquatableArray<Piece> Variables, EquatableArray<Piece> Body, EquatableArray<Piece> End)
{
    /// <summary>A file with several kernels: one compilation for all of them.</summary>
    public static string File(IReadOnlyList<GeneratedKernel> kernels, Profile profile)
    {
        var text = new StringBuilder();
        foreach (var k in kernels)
        {
            text.Append("// launch: ").Append(k.Launch).Append('\n');
        }
        if (profile.Halves)
        {
            text.Append("#include <cuda_fp16.h>\n");
        }
        foreach (var k in kernels)
        {
            k.Write(text);
        }
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        text.Append('\n');
        foreach (var piece in Globals)
        {
            piece.Write(text, 0);
        }
        text.Append(Signature).Append(" {\n");
        foreach (var piece in Variables.Concat(Body).Concat(End))
        {
            piece.Write(text, 1);
        }
        text.Append("}\n");
    }

    /// <summary>The same kernel made smaller at one place each, the largest steps first.</summary>
    public IEnumerable<GeneratedKernel> Smaller()
    {
        foreach (var body in Piece.Smaller(Body))
        {
            yield return this with { Body = body };
        }
        foreach (var globals in Piece.Smaller(Globals))
        {
            yield return this with { Globals = globals };
        }
        foreach (var variables in Piece.Smaller(Variables))
        {
            yield return this with { Variables = variables };
        }
        foreach (var end in Piece.Smaller(End))
        {
            yield return this with { End = end };
        }
    }
}
