namespace KernelPort.Cuda.Preprocessing;

/// <summary>Where a macro expander takes tokens from once its own macros are used up.</summary>
internal abstract class TokenReader
{
    /// <summary>The next token, or null at the end.</summary>
    public abstract Token? Next();

    /// <summary>What <see cref="Next"/> would give, as far as that is known without side effects.</summary>
    public abstract Token? Peek();

    /// <summary>Between these two calls the reader must not leave the file it is in, and marks what it gives as macro arguments.</summary>
    public virtual void BeginArguments()
    {
    }

    public virtual void EndArguments()
    {
    }
}

/// <summary>Reads a list of tokens.</summary>
internal sealed class ListReader(IReadOnlyList<Token> tokens) : TokenReader
{
    private int _at;

    public override Token? Next() => _at < tokens.Count ? tokens[_at++] : null;

    public override Token? Peek() => _at < tokens.Count ? tokens[_at] : null;
}
