using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>The structures that a module's functions and global variables name, and those within them; a program's headers declare many more.</summary>
internal sealed class UsedStructs : Walker
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public static IReadOnlySet<string> Of(Module module)
    {
        var used = new UsedStructs();
        foreach (var global in module.Globals)
        {
            used.Add(global.Type);
        }
        foreach (var f in module.Functions)
        {
            used.Add(f.ReturnType);
            foreach (var let in f.Lets)
            {
                used.Add(let.Type);
            }
            foreach (var variable in f.Variables)
            {
                used.Add(variable.Type);
            }
            used.Walk(f);
        }
        return used._names;
    }

    protected override void Enter(Expr expression) => Add(expression.Type);

    protected override void Enter(Place place) => Add(place.Type);

    private void Add(IrType type)
    {
        switch (type)
        {
            case PointerType p:
                Add(p.Pointee);
                break;
            case ArrayType a:
                Add(a.Element);
                break;
            case StructType s when _names.Add(s.Name):
                foreach (var field in s.Fields)
                {
                    Add(field.Type);
                }
                break;
        }
    }
}
