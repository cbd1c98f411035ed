namespace KernelPort.Backends.Cpu;

/// <summary>The vectors in which the elements of an array are, by their offsets; and which of them memory has not yet.</summary>
internal sealed class HeldArray(string word, long size)
{
    // An element may be in several vectors; the last few that it came to.
    private const int MaxCopies = 3;

    private readonly Dictionary<long, List<(string Vector, int Lane)>> _places = [];
    private readonly SortedSet<long> _dirty = [];

    public string Word { get; } = word;

    /// <summary>The bytes of an element.</summary>
    public long Size { get; } = size;

    /// <summary>The elements whose last value is in no memory, in order.</summary>
    public IReadOnlyCollection<long> Dirty => _dirty;

    public bool IsDirty(long place) => _dirty.Contains(place);

    public void Clean() => _dirty.Clear();

    /// <summary>Where the element is, in the lowest lane if there are several; null where it is not known.</summary>
    public (string Vector, int Lane)? Of(long place) => _places.TryGetValue(place, out var all) ? all.MinBy(p => p.Lane) : null;

    /// <summary>A vector has the elements of these places too; no lane for a negative one.</summary>
    public void Copy(string vector, long[] places)
    {
        for (int l = 0; l < places.Length; l++)
        {
            if (places[l] < 0)
            {
                continue;
            }
            if (!_places.TryGetValue(places[l], out var all))
            {
                _places[places[l]] = all = [];
            }
            if (all.Contains((vector, l)))
            {
                continue;
            }
            all.Insert(0, (vector, l));
            if (all.Count > MaxCopies)
            {
                all.RemoveAt(MaxCopies);
            }
        }
    }

    /// <summary>A vector has what is stored to these places.</summary>
    public void Put(string vector, long[] places)
    {
        for (int l = 0; l < places.Length; l++)
        {
            if (places[l] >= 0)
            {
                _places[places[l]] = [(vector, l)];
                _dirty.Add(places[l]);
            }
        }
    }

    /// <summary>For each lane's element a vector it is in, as few vectors as can be had by taking the one that has most; null where they are too many.</summary>
    public (string Vector, int Lane)?[]? Sources(long[] places, int most)
    {
        var from = new (string Vector, int Lane)?[places.Length];
        var left = Enumerable.Range(0, places.Length).Where(l => places[l] >= 0).ToList();
        for (int taken = 0; left.Count > 0; taken++)
        {
            if (taken == most)
            {
                return null;
            }
            var counts = new Dictionary<string, (int Lanes, int InPlace)>(StringComparer.Ordinal);
            foreach (int l in left)
            {
                foreach (var (vector, lane) in _places[places[l]])
                {
                    var (lanes, inPlace) = counts.GetValueOrDefault(vector);
                    counts[vector] = (lanes + 1, inPlace + (lane == l ? 1 : 0));
                }
            }
            // Of equal ones the one that need not be moved, then the first by name.
            string best = counts.OrderByDescending(c => c.Value.Lanes).ThenByDescending(c => c.Value.InPlace).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
            foreach (int l in left.ToArray())
            {
                int at = _places[places[l]].FindIndex(p => p.Vector == best && p.Lane == l);
                at = at >= 0 ? at : _places[places[l]].FindIndex(p => p.Vector == best);
                if (at >= 0)
                {
                    from[l] = _places[places[l]][at];
                    left.Remove(l);
                }
            }
        }
        return from;
    }
}
