using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>The static shared arrays that a region only reads, and mostly so that neighbouring lanes read every second, fourth, eighth or sixteenth element.</summary>
internal sealed class SteppedReads : Walker
{
    // A read in a loop that stays one counts for so many.
    private const int Turns = 8;

    private readonly Module _module;
    private readonly Function _function;
    private readonly LaneShapes _shapes;
    private readonly List<Stepped> _reads = [];
    private readonly HashSet<int> _written = [];
    private bool _anyWritten;
    private bool _loops;

    private SteppedReads(Module module, Function function, LaneShapes shapes)
    {
        _module = module;
        _function = function;
        _shapes = shapes;
    }

    /// <summary>A static shared array, a step by which elements of it are read, and how many statements read it so.</summary>
    public sealed record Stepped(int Variable, IrType Type, long Step)
    {
        public int Reads { get; set; }
    }

    /// <summary>Each array with the step by which most reads go.</summary>
    public static IReadOnlyList<Stepped> Of(Module module, Function function, LaneShapes shapes, EquatableArray<Stmt> body)
    {
        var found = new SteppedReads(module, function, shapes);
        found.Walk(body);
        var most = new List<Stepped>();
        foreach (var read in found._reads.Where(r => !found._anyWritten && !found._written.Contains(r.Variable)))
        {
            read.Reads *= found._loops ? Turns : 1;
            int known = most.FindIndex(m => m.Variable == read.Variable);
            if (known < 0)
            {
                most.Add(read);
            }
            else if (read.Reads > most[known].Reads)
            {
                most[known] = read;
            }
        }
        return most;
    }

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Loop:
                _loops = true;
                break;
            case Load { Volatile: false, Source: var source } when source.Type is ScalarType { Size: 4 or 8 } type && Root(source) is { } variable
                && _shapes.OfAddress(source) is { IsVarying: false } shape && shape.Stride % type.Size == 0 && shape.Stride / type.Size is var step and (2 or 4 or 8 or 16):
                var read = _reads.Find(r => r.Variable == variable && r.Type == type && r.Step == step);
                if (read is null)
                {
                    _reads.Add(read = new Stepped(variable, type, step));
                }
                read.Reads++;
                break;
            case Invoke:
                _anyWritten = true;
                break;
        }
    }

    protected override void Access(Place place, bool write)
    {
        if (write && Root(place) is { } variable)
        {
            _written.Add(variable);
        }
        else if (write)
        {
            _anyWritten |= Build.SpaceOf(place, _function, _module) is AddressSpace.Shared or AddressSpace.Generic;
        }
    }

    /// <summary>The static shared array that a place lies in.</summary>
    private int? Root(Place place) => Build.VariableOf(place) is { } v && _function.Variables[v.Id.Index] is { Space: AddressSpace.Shared, IsDynamic: false } ? v.Id.Index : null;
}
