using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Finds the places of a translation unit that may go wrong on other machines: on the syntax, so that templates nobody instantiates and
/// both halves of the program are looked at. Knows no machine.</summary>
public static class HazardFinder
{
    /// <param name="isOwn">Whether a source is the user's, and no header of ours or of the system.</param>
    public static IReadOnlyList<HazardSite> Run(TranslationUnit unit, Func<SourceText, bool> isOwn)
    {
        var functions = new List<(FunctionDecl Function, bool Device)>();
        var constants = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var d in unit.Declarations)
        {
            Collect(d, isOwn, functions, constants);
        }
        var bounded = functions.Where(f => f.Function.Specifiers.Attributes.Any(a => a.Name == "__launch_bounds__")).Select(f => f.Function.Name.Last).ToHashSet(StringComparer.Ordinal);
        var rowsOfWarps = functions.Where(f => f.Device && CountsRowsByWarps(f.Function)).Select(f => f.Function.Name.Last).ToHashSet(StringComparer.Ordinal);
        var sites = new List<HazardSite>();
        foreach (var (function, device) in functions)
        {
            try
            {
                if (device)
                {
                    new DeviceHazards(function, constants).Run(sites);
                }
                else
                {
                    new HostHazards(function, constants, bounded, rowsOfWarps).Run(sites);
                }
            }
            catch (InsufficientExecutionStackException)
            {
                // Too deep to be looked at; the lowering says so where it matters.
            }
        }
        try
        {
            DeviceTypes.Run(unit, functions.Where(f => f.Device).Select(f => f.Function), sites);
        }
        catch (InsufficientExecutionStackException)
        {
            // As above.
        }
        return [.. sites.Where(s => s.Span.Source is { } source && isOwn(source)).Distinct().OrderBy(s => s.Span.Source!.Path, StringComparer.Ordinal).ThenBy(s => s.Span.Start).ThenBy(s => s.Kind)];
    }

    /// <summary>The function takes its block for rows of <c>warpSize</c> threads: <c>threadIdx.y * warpSize</c>.</summary>
    private static bool CountsRowsByWarps(FunctionDecl function)
    {
        static bool IsRow(ExprSyntax index, ExprSyntax width) =>
            index is MemberExpr { Base: NameExpr { Name.Last: "threadIdx" }, Member.Last: "y" or "z" } && width is NameExpr { Name.Last: "warpSize" };
        try
        {
            return function.Body is { } body && new Search(e => e is BinaryExpr { Operator: "*" } b && (IsRow(b.Left, b.Right) || IsRow(b.Right, b.Left))).In(body);
        }
        catch (InsufficientExecutionStackException)
        {
            return false; // too deep to be looked at, as above
        }
    }

    /// <summary>Kernels that have something to do, as hazards that they would be if they had not.</summary>
    public static IReadOnlyList<HazardSite> KernelsAtWork(TranslationUnit unit, Func<SourceText, bool> isOwn) =>
        [.. Kernels(unit, isOwn).Where(k => !IsEmpty(k)).Select(k => new HazardSite(HazardKind.EmptyUnderArchitecture, k.Name.Span, k.Name.Last))];

    /// <summary>Those of them that have nothing to do in another reading of the unit, where <c>__CUDA_ARCH__</c> has another value.</summary>
    public static IEnumerable<HazardSite> EmptyUnderArchitecture(IReadOnlyList<HazardSite> atWork, TranslationUnit other, Func<SourceText, bool> isOwn)
    {
        var bodies = Kernels(other, isOwn).GroupBy(k => k.Name.Last).ToDictionary(g => g.Key, g => g.All(IsEmpty), StringComparer.Ordinal);
        return atWork.Where(k => bodies.TryGetValue(k.Detail, out bool empty) && empty);
    }

    private static IEnumerable<FunctionDecl> Kernels(TranslationUnit unit, Func<SourceText, bool> isOwn)
    {
        var functions = new List<(FunctionDecl Function, bool Device)>();
        foreach (var d in unit.Declarations)
        {
            Collect(d, isOwn, functions, []);
        }
        return functions.Select(f => f.Function).Where(f => f.Specifiers.Has(Specifier.Global));
    }

    private static bool IsEmpty(FunctionDecl f) => f.Body is CompoundStmt body && body.Statements.All(s => s is EmptyStmt);

    private static void Collect(DeclSyntax declaration, Func<SourceText, bool> isOwn, List<(FunctionDecl, bool)> functions, Dictionary<string, long?> constants)
    {
        switch (declaration)
        {
            case NamespaceDecl d:
                foreach (var m in d.Members)
                {
                    Collect(m, isOwn, functions, constants);
                }
                break;
            case LinkageDecl d:
                foreach (var m in d.Members)
                {
                    Collect(m, isOwn, functions, constants);
                }
                break;
            case TemplateDecl d:
                Collect(d.Declaration, isOwn, functions, constants);
                break;
            case ClassDecl { Members: { } members }:
                foreach (var m in members)
                {
                    Collect(m, isOwn, functions, constants);
                }
                break;
            case FunctionDecl { Body: not null } f when f.Span.Source is { } source && isOwn(source):
                functions.Add((f, f.Specifiers.Has(Specifier.Global) || f.Specifiers.Has(Specifier.Device)));
                break;
            case VariableDecl v when v.Span.Source is { } source && isOwn(source):
                foreach (var variable in v.Variables)
                {
                    NoteConstant(variable, v.Specifiers, constants);
                }
                break;
        }
    }

    /// <summary>A name for a number: usable where it is the only one of that name.</summary>
    internal static void NoteConstant(DeclaratorSyntax variable, DeclSpecifiers specifiers, Dictionary<string, long?> constants)
    {
        string name = variable.Name.Last;
        long? value = variable.Type is QualifiedType { Const: true } || specifiers.Has(Specifier.Constexpr) ? ConstantSize.Of(variable.Initializer, constants) : null;
        constants[name] = constants.ContainsKey(name) ? null : value;
    }
}
