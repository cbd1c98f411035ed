using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>A guarded body for the group's vectors one after the other, each by itself with or without a mask: at the edge of an array most vectors of a group are whole, and
/// processors without mask registers are slow under masks.</summary>
internal sealed partial class VectorEmitter
{
    // The width of a processor that has masks of its own.
    private const int WidthWithMasks = 16;

    // Of straight bodies of so many nodes a copy for each vector is no burden.
    private const int MaxOneByOne = 200;

    /// <summary>Whether nothing of a body is seen but what it stores.</summary>
    private bool GoesOneByOne(EquatableArray<Stmt> body) =>
        _width < WidthWithMasks && _units > 1 && CodeSize.Of(body) <= MaxOneByOne && body.Any(s => s is Store) && body.All(s => s is Let or Load { Volatile: false } or Store { Volatile: false })
        && body.OfType<Store>().All(s => !MayBeShared(s.Target) && RegisterOf(s.Target) is null);

    private void OneByOne(string[] masks, EquatableArray<Stmt> body)
    {
        var (begin, end) = (Label(), Label());
        Branch(Any(masks), begin, end);
        Begin(begin);
        for (int u = 0; u < masks.Length; u++)
        {
            var (whole, some, part, next) = (Label(), Label(), Label(), Label());
            Branch(All([masks[u]]), whole, some);
            Begin(whole);
            ForOne(u, On, body);
            Go(next);
            Begin(some);
            Branch(Any([masks[u]]), part, next);
            Begin(part);
            ForOne(u, masks[u], body);
            Go(next);
            Begin(next);
        }
        Go(end);
        Begin(end);
    }

    /// <summary>A body as if this vector were all of the group.</summary>
    private void ForOne(int unit, string mask, EquatableArray<Stmt> body)
    {
        var group = (_units, _index, _column, _columnFrom, _oneRow, _coordinates, _mask, _occupied);
        Value?[] lets = [.. _frame.Lets];
        // Values of other regions, which nobody names here, may be of fewer vectors.
        Value Of(Value v) => v.Parts is { } parts ? v with { Parts = [.. parts.Select(Of)] } : v.Pieces.Length == group._units ? v with { Pieces = [v.Pieces[unit]] } : v;
        for (int i = 0; i < lets.Length; i++)
        {
            _frame.Lets[i] = lets[i] is { } value ? Of(value) : null;
        }
        _coordinates = _coordinates.ToDictionary(c => c.Key, c => Of(c.Value));
        (_units, _index, _column, _columnFrom, _oneRow, _mask, _occupied) = (1, [_index[unit]], [_column[unit]], [_columnFrom[unit]], true, [mask], true);
        Body(body);
        lets.CopyTo(_frame.Lets, 0);
        (_units, _index, _column, _columnFrom, _oneRow, _coordinates, _mask, _occupied) = group;
    }
}
