using KernelPort.Core;
using KernelPort.Cuda.Lowering;

namespace KernelPort.Cuda.Semantics;

/// <summary>Pack expansion: a pattern is read once for each element, with the pack's name standing for that element.</summary>
internal static class Packs
{
    /// <summary>A scope for each element of the packs among these names.</summary>
    public static IEnumerable<Scope> Each(SemanticModel model, Scope scope, IEnumerable<string> names, Span at)
    {
        var packs = new List<(string Name, IReadOnlyList<object> Elements)>();
        foreach (string name in names)
        {
            switch (scope.Find(name))
            {
                case PackSymbol p:
                    packs.Add((name, p.Elements));
                    break;
                case TemplateValue { Pack: { } values }:
                    packs.Add((name, [.. values]));
                    break;
            }
        }
        if (packs.Count == 0)
        {
            throw TypeBinder.Unsupported(at, "an expansion without a pack");
        }
        int count = packs[0].Elements.Count;
        if (packs.Any(p => p.Elements.Count != count))
        {
            throw new LoweringException(SemanticRules.WrongArgumentCount.At(at, packs[1].Name, count, packs[1].Elements.Count));
        }
        for (int i = 0; i < count; i++)
        {
            var inner = scope.Nested();
            foreach (var (name, elements) in packs)
            {
                inner.Add(name, elements[i]);
            }
            yield return inner;
        }
    }

    public static int? Count(Scope scope, string name) => scope.Find(name) switch
    {
        PackSymbol p => p.Elements.Count,
        TemplateValue { Pack: { } values } => values.Count,
        _ => null,
    };
}
