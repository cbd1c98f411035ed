namespace KernelPort.Cuda.Preprocessing;

/// <summary>The names that mean something to the preprocessor itself.</summary>
internal sealed class WellKnownNames(NameTable names)
{
    public Name Define { get; } = names.Get("define");

    public Name Undef { get; } = names.Get("undef");

    public Name Include { get; } = names.Get("include");

    public Name IncludeNext { get; } = names.Get("include_next");

    public Name If { get; } = names.Get("if");

    public Name Ifdef { get; } = names.Get("ifdef");

    public Name Ifndef { get; } = names.Get("ifndef");

    public Name Elif { get; } = names.Get("elif");

    public Name Elifdef { get; } = names.Get("elifdef");

    public Name Elifndef { get; } = names.Get("elifndef");

    public Name Else { get; } = names.Get("else");

    public Name Endif { get; } = names.Get("endif");

    public Name Error { get; } = names.Get("error");

    public Name Warning { get; } = names.Get("warning");

    public Name Line_ { get; } = names.Get("line");

    public Name Ident { get; } = names.Get("ident");

    public Name Pack { get; } = names.Get("pack");

    public Name Push { get; } = names.Get("push");

    public Name Pop { get; } = names.Get("pop");

    public Name Pragma { get; } = names.Get("pragma");

    public Name Once { get; } = names.Get("once");

    public Name Unroll { get; } = names.Get("unroll");

    public Name NoUnroll { get; } = names.Get("nounroll");

    public Name Gcc { get; } = names.Get("GCC");

    public Name Defined { get; } = names.Get("defined");

    public Name HasInclude { get; } = names.Get("__has_include");

    public Name HasIncludeNext { get; } = names.Get("__has_include_next");

    public Name VaArgs { get; } = names.Get("__VA_ARGS__");

    public Name VaOpt { get; } = names.Get("__VA_OPT__");

    public Name Line { get; } = names.Get("__LINE__");

    public Name File { get; } = names.Get("__FILE__");

    public Name BaseFile { get; } = names.Get("__BASE_FILE__");

    public Name Counter { get; } = names.Get("__COUNTER__");

    public Name PragmaOperator { get; } = names.Get("_Pragma");
}
