using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>The doubles in what device code names outside its functions: a trait's <c>using</c>, a member of a struct that kernels take. By name, from the functions on;
/// a class that only the host names is none of a device's.</summary>
internal sealed class DeviceTypes : SyntaxWalker
{
    private readonly Dictionary<string, List<DeclSyntax>> _declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly Queue<string> _waiting = new();
    private readonly List<HazardSite> _sites;

    private DeviceTypes(List<HazardSite> sites) => _sites = sites;

    public static void Run(TranslationUnit unit, IEnumerable<FunctionDecl> deviceFunctions, List<HazardSite> sites)
    {
        var types = new DeviceTypes(sites);
        types.Collect(unit.Declarations);
        foreach (var f in deviceFunctions)
        {
            types.Walk(f.ReturnType);
            types.Walk(f.Parameters);
            types.Walk(f.Body);
        }
        while (types._waiting.TryDequeue(out string? name))
        {
            foreach (var declaration in types._declared.GetValueOrDefault(name, []))
            {
                types.Look(declaration);
            }
        }
    }

    protected override void Enter(NameSyntax name)
    {
        foreach (var segment in name.Segments)
        {
            if (_named.Add(segment.Identifier))
            {
                _waiting.Enqueue(segment.Identifier);
            }
        }
    }

    protected override void Enter(TypeSyntax type)
    {
        if (type is BuiltinType { Name: "double" })
        {
            _sites.Add(new HazardSite(HazardKind.DoublePrecision, type.Span, "double"));
        }
    }

    private void Collect(IEnumerable<DeclSyntax> declarations)
    {
        foreach (var d in declarations)
        {
            switch (d)
            {
                case NamespaceDecl x:
                    Collect(x.Members);
                    break;
                case LinkageDecl x:
                    Collect(x.Members);
                    break;
                case TemplateDecl x:
                    Collect([x.Declaration]);
                    break;
                case ClassDecl { Name: { } name, Members: { } members }:
                    Add(name.Last, d);
                    Collect(members.Where(m => m is ClassDecl or TemplateDecl { Declaration: ClassDecl }));
                    break;
                case AliasDecl x:
                    Add(x.Name, d);
                    break;
            }
        }
    }

    private void Add(string name, DeclSyntax declaration)
    {
        if (!_declared.TryGetValue(name, out var all))
        {
            _declared[name] = all = [];
        }
        all.Add(declaration);
    }

    /// <summary>What the type is made of. Its methods are functions, and looked at as such.</summary>
    private void Look(DeclSyntax declaration)
    {
        switch (declaration)
        {
            case AliasDecl x:
                Walk(x.Type);
                break;
            case VariableDecl x:
                foreach (var variable in x.Variables)
                {
                    Walk(variable.Type);
                    Walk(variable.Initializer);
                }
                break;
            case TemplateDecl { Declaration: AliasDecl or VariableDecl } x:
                Look(x.Declaration);
                break;
            case ClassDecl { Members: { } members } x:
                foreach (var b in x.Bases)
                {
                    Walk(b.Type);
                }
                foreach (var member in members)
                {
                    // classes inside are found by their own names
                    if (member is not ClassDecl)
                    {
                        Look(member);
                    }
                }
                break;
        }
    }
}
