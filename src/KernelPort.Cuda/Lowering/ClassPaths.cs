using KernelPort.Cuda.Semantics;

namespace KernelPort.Cuda.Lowering;

/// <summary>How a member or a base is reached from an object: field by field. An empty base is no field: the step is -1 and changes only the type.</summary>
internal static class ClassPaths
{
    /// <summary>One step: into a field, or into an empty base (index -1).</summary>
    public readonly record struct Step(int Index, CType Type);

    /// <summary>The way from a class to one of its bases; empty for the class itself, null where it is no base.</summary>
    public static List<Step>? ToBase(SemanticModel model, ClassSymbol from, ClassSymbol to)
    {
        if (from == to)
        {
            return [];
        }
        if (from.Definition?.Members is null || from.Template is not null || model.MembersOf(from).Bases.Count == 0)
        {
            return null;
        }
        model.Types.Struct(from, from.Span);
        foreach (var b in from.Bases)
        {
            if (ToBase(model, b.Class, to) is { } rest)
            {
                return [new Step(b.Index, new ClassCType(b.Class)), .. rest];
            }
        }
        return null;
    }

    /// <summary>The way to a data member, through unnamed members and bases; null where there is none.</summary>
    public static (List<Step> Steps, FieldSymbol Field)? ToField(SemanticModel model, ClassSymbol from, string name)
    {
        model.Types.Struct(from, from.Span);
        foreach (var f in from.Fields)
        {
            if (f.Name == name && !f.IsAnonymous)
            {
                return ([new Step(f.Index, f.Type)], f);
            }
        }
        foreach (var f in from.Fields.Where(f => f.IsAnonymous))
        {
            if (ToField(model, ((ClassCType)f.Type).Symbol, name) is var (rest, field))
            {
                return ([new Step(f.Index, f.Type), .. rest], field);
            }
        }
        foreach (var b in from.Bases)
        {
            if (ToField(model, b.Class, name) is var (rest, field))
            {
                return ([new Step(b.Index, new ClassCType(b.Class)), .. rest], field);
            }
        }
        return null;
    }
}
