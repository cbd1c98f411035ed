using System.Text.RegularExpressions;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>The names of the target's functions that a function's text calls: a variable of such a name would hide them.</summary>
internal sealed partial class FunctionWords : Walker
{
    private readonly Target _target;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    private FunctionWords(Target target) => _target = target;

    public static IReadOnlyCollection<string> Of(Function function, Target target)
    {
        var finder = new FunctionWords(target);
        finder.Walk(function);
        return finder._words;
    }

    protected override void Enter(Expr expression)
    {
        if (expression is Pure use)
        {
            Add(use.Intrinsic, use.Type);
        }
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Call call)
        {
            Add(call.Intrinsic, IrType.Void);
        }
    }

    private void Add(Intrinsic intrinsic, IrType type)
    {
        if (_target.Intrinsics.TryGetValue(intrinsic, out var support) && support is Support.Native native)
        {
            string suffix = type is ScalarType { Kind: Scalar.F32 } ? "f" : "";
            _words.UnionWith(Called().Matches(native.Spelling.Replace("{f}", suffix, StringComparison.Ordinal)).Select(m => m.Value));
        }
    }

    [GeneratedRegex(@"[A-Za-z_]\w*(?=\()")]
    private static partial Regex Called();
}
