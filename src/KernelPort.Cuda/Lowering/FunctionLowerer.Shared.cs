using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Shared memory.</content>
internal sealed partial class FunctionLowerer
{
    private readonly Dictionary<GlobalSymbol, VariablePlace> _fileShared = [];

    private void SharedVariable(DeclaratorSyntax d, DeclSpecifiers specifiers, string name)
    {
        var type = BindVariableType(d, _scope);
        bool dynamic = specifiers.Has(Specifier.Extern);
        if (dynamic && type is not ArrayCType)
        {
            throw Unsupported(d.Span, "an extern __shared__ variable that is no array");
        }
        var place = NewVariable(name, type, AddressSpace.Shared, d.Span, dynamic, _model.Types.Alignment(specifiers, _scope));
        Declare(new LocalSymbol(name, d.Span, type) { Place = place });
    }

    /// <summary>
    /// A `__shared__` variable at file scope: each function that names it has it. All extern arrays begin at one place; what has a size of
    /// its own is handed on by <see cref="FileSharedMemory"/>.
    /// </summary>
    private Operand FileShared(GlobalSymbol g, Span at)
    {
        g.Type ??= BindVariableType(g.Declarator, g.Names);
        bool dynamic = g.Specifiers.Has(Specifier.Extern);
        if (dynamic && g.Type is not ArrayCType)
        {
            throw Unsupported(at, "an extern __shared__ variable that is no array");
        }
        if (!_fileShared.TryGetValue(g, out var place))
        {
            _fileShared[g] = place = NewVariable(g.Name, g.Type, AddressSpace.Shared, g.Span, dynamic, _model.Types.Alignment(g.Specifiers, g.Names));
        }
        return Operand.At(g.Type, place);
    }
}
