namespace KernelPort.Cuda.Preprocessing;

/// <summary>The macros defined at this point of a pass, indexed by name.</summary>
internal sealed class MacroTable
{
    private Macro?[] _macros = new Macro?[4096];

    public void RemoveWhere(Predicate<Macro> condition)
    {
        for (int i = 0; i < _macros.Length; i++)
        {
            if (_macros[i] is { } macro && condition(macro))
            {
                _macros[i] = null;
            }
        }
    }

    public Macro? this[Name name]
    {
        get => name.Id < _macros.Length ? _macros[name.Id] : null;
        set
        {
            if (name.Id >= _macros.Length)
            {
                Array.Resize(ref _macros, Math.Max(name.Id + 1, _macros.Length * 2));
            }
            _macros[name.Id] = value;
        }
    }
}
