using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Whether shared memory is declared in a body, or a pointer made by a call, which may lead there.</summary>
internal sealed class SharedDeclarations : SyntaxWalker
{
    private bool _found;

    public bool In(StmtSyntax body)
    {
        Walk(body);
        return _found;
    }

    public static bool MayBeShared(DeclaratorSyntax variable) =>
        Bare(variable.Type) is PointerSyntax && variable.Initializer is ConstructExpr or CallExpr;

    private static TypeSyntax Bare(TypeSyntax type) => type is QualifiedType q ? Bare(q.Inner) : type;

    protected override void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers) => _found |= specifiers.Has(Specifier.Shared) || MayBeShared(variable);
}
