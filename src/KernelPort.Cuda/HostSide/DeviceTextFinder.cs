using KernelPort.Core;
using KernelPort.Cuda.Hazards;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.HostSide;

/// <summary>Tells the device's text from the host's, on the syntax: what a compiler that knows no CUDA must not see.</summary>
internal sealed class DeviceTextFinder
{
    private readonly DeviceText _found = new();
    private readonly Func<SourceText, bool> _isOwn;
    private readonly Stack<string> _namespaces = new();
    private readonly Dictionary<string, long?> _constants = new(StringComparer.Ordinal);

    private DeviceTextFinder(Func<SourceText, bool> isOwn) => _isOwn = isOwn;

    /// <param name="isOwn">Whether a source is the user's, and no header of ours or of the system.</param>
    public static DeviceText Run(TranslationUnit unit, Func<SourceText, bool> isOwn)
    {
        var finder = new DeviceTextFinder(isOwn);
        foreach (var d in unit.Declarations)
        {
            finder.Visit(d, d.Span, inClass: false);
        }
        return finder._found;
    }

    private void Visit(DeclSyntax declaration, Span whole, bool inClass)
    {
        switch (declaration)
        {
            case NamespaceDecl d:
                _namespaces.Push(d.Name);
                Visit(d.Members, inClass: false);
                _namespaces.Pop();
                break;
            case LinkageDecl d:
                Visit(d.Members, inClass: false);
                break;
            case TemplateDecl d:
                Visit(d.Declaration, whole, inClass);
                break;
            case ClassDecl { Members: { } members }:
                Visit(members, inClass: true);
                break;
            case VariableDecl d when !inClass:
                Variable(d);
                break;
            case FunctionDecl d when d.Span.Source is { } source && _isOwn(source):
                Function(d, whole, inClass);
                break;
        }
    }

    private void Visit(EquatableArray<DeclSyntax> members, bool inClass)
    {
        foreach (var m in members)
        {
            Visit(m, m.Span, inClass);
        }
    }

    private void Variable(VariableDecl d)
    {
        foreach (var v in d.Variables)
        {
            HazardFinder.NoteConstant(v, d.Specifiers, _constants);
        }
        if (d.Span.Source is { } source && _isOwn(source) && (d.Specifiers.Has(Specifier.Device) || d.Specifiers.Has(Specifier.Constant) || d.Specifiers.Has(Specifier.Shared) || d.Specifiers.Has(Specifier.Managed)))
        {
            string scope = string.Concat(_namespaces.Reverse().Where(n => n.Length > 0).Select(n => n + "::"));
            _found.Variables.AddRange(d.Variables.Select(v => new DeviceVariable(scope + v.Name.Last, d.Span, v.Name.Span, d.Specifiers.Has(Specifier.Shared), d.Specifiers.Has(Specifier.Managed))));
        }
    }

    private void Function(FunctionDecl f, Span whole, bool inClass)
    {
        var body = f.Body?.Span ?? f.Island?.Span ?? Span.None;
        if (f.Specifiers.Has(Specifier.Global))
        {
            if (!body.IsNone)
            {
                _found.Kernels.Add(new KernelBody(f.Name.Last, whole, body, Names(f)));
            }
        }
        else if (f.Specifiers.Has(Specifier.Device) && !f.Specifiers.Has(Specifier.Host))
        {
            // A constant expression may be needed where the host is compiled.
            if (f.Special.Length == 0 && !f.Specifiers.Has(Specifier.Constexpr))
            {
                _found.Functions.Add(new DeviceFunction(f.Name.Last, whole, WithInitializers(f, body), inClass));
            }
        }
        else
        {
            try
            {
                _found.Launches.AddRange(LaunchSizes.Of(f, _constants).Where(l => l.Launch.Span.Source is { } source && _isOwn(source)).Select(l => Place(l.Launch, l.Block)));
            }
            catch (InsufficientExecutionStackException)
            {
                _found.TooDeep.Add(f.Span);
            }
        }
    }

    /// <summary>A constructor's body begins with the colon before its first initializer.</summary>
    private static Span WithInitializers(FunctionDecl f, Span body)
    {
        var first = f.Initializers.Count > 0 ? f.Initializers[0].Span : Span.None;
        if (body.Source is not { } source || first.Source != source)
        {
            return body;
        }
        int colon = first.Start > 0 ? source.Text.LastIndexOf(':', first.Start - 1) : -1;
        return colon < f.Span.Start ? body : new Span(source, colon, body.End - colon);
    }

    private static List<string>? Names(FunctionDecl f) =>
        f.Parameters.Any(p => p.Name.Length == 0) ? null : [.. f.Parameters.Select(p => p.Pack ? p.Name + "..." : p.Name)];

    private static LaunchPlace Place(LaunchExpr launch, IReadOnlyList<long?> block)
    {
        var known = block.Count is > 0 and < 4 && block.All(n => n is > 0 and <= 1024) ? ((int)block[0]!, block.Count > 1 ? (int)block[1]! : 1, block.Count > 2 ? (int)block[2]! : 1) : ((int, int, int)?)null;
        return new LaunchPlace(launch.Span, launch.Kernel is NameExpr n ? n.Name.Last : "", known);
    }
}
