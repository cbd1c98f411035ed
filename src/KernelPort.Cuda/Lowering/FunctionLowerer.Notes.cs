using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Lowering;

/// <content>What our headers tell the user about the meaning they give.</content>
internal sealed partial class FunctionLowerer
{
    /// <summary>`__kernelport_note("...")`: a warning where the user's text called what led here.</summary>
    private Operand NoteMeaning(CallExpr e)
    {
        if (_module is not null && _module != _model.Constants && e.Arguments is [LiteralSyntax { Text: var what }])
        {
            _module.Bag.Add(SemanticRules.NearMeaning.At(_module.UsersPlace() ?? e.Span, what.Trim('"')));
        }
        return Operand.Nothing;
    }
}
