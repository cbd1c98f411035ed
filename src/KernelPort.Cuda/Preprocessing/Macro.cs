namespace KernelPort.Cuda.Preprocessing;

/// <summary>A macro definition.</summary>
public sealed class Macro
{
    public Macro(Name name, Token definition, IReadOnlyList<Name>? parameters, bool variadic, Token[] body)
    {
        Name = name;
        Definition = definition;
        Parameters = parameters;
        Variadic = variadic;
        Body = body;
    }

    public Name Name { get; }

    /// <summary>The name token in its #define.</summary>
    public Token Definition { get; }

    /// <summary>Null for an object-like macro. The last one of a variadic macro takes the rest.</summary>
    public IReadOnlyList<Name>? Parameters { get; }

    public bool IsFunctionLike => Parameters is not null;

    public bool Variadic { get; }

    public Token[] Body { get; }

    /// <summary>Being replaced right now, so its own name is not a use of it.</summary>
    internal bool Disabled { get; set; }

    internal int IndexOf(Name? name)
    {
        if (name is null || Parameters is null)
        {
            return -1;
        }
        for (int i = 0; i < Parameters.Count; i++)
        {
            if (ReferenceEquals(Parameters[i], name))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The same parameters and the same body up to the amount of white space.</summary>
    internal bool SameAs(Macro other)
    {
        if (IsFunctionLike != other.IsFunctionLike || Variadic != other.Variadic || Body.Length != other.Body.Length)
        {
            return false;
        }
        if (Parameters is not null && !Parameters.SequenceEqual(other.Parameters!))
        {
            return false;
        }
        for (int i = 0; i < Body.Length; i++)
        {
            bool sameSpace = i == 0 || Body[i].HasSpaceBefore == other.Body[i].HasSpaceBefore;
            if (!sameSpace || Body[i].Kind != other.Body[i].Kind || !Body[i].Spelling.SequenceEqual(other.Body[i].Spelling))
            {
                return false;
            }
        }
        return true;
    }
}
