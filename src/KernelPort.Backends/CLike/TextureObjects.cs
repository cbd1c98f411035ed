using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Which of a kernel's parameters are texture or surface objects and nothing else, so that they can be declared as such.</summary>
internal sealed class TextureObjects : Walker
{
    private readonly Dictionary<LetId, int> _uses = [];
    private readonly Dictionary<(LetId Id, bool IsSurface), int> _asObject = [];

    /// <summary>Whether each such parameter is a surface.</summary>
    public static IReadOnlyDictionary<LetId, bool> Of(Function function)
    {
        if (!function.IsKernel)
        {
            return new Dictionary<LetId, bool>();
        }
        var finder = new TextureObjects();
        finder.Walk(function);
        return finder._asObject
            .Where(o => function.Parameters.Contains(o.Key.Id) && finder._uses[o.Key.Id] == o.Value)
            .ToDictionary(o => o.Key.Id, o => o.Key.IsSurface);
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Call { Arguments: [LetRef r, ..] } c && Intrinsics.Textures.Contains(c.Intrinsic))
        {
            var key = (r.Id, c.Intrinsic != Intrinsics.TextureRead);
            _asObject[key] = _asObject.GetValueOrDefault(key) + 1;
        }
    }

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef r)
        {
            _uses[r.Id] = _uses.GetValueOrDefault(r.Id) + 1;
        }
    }
}
