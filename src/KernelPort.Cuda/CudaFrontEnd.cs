using KernelPort.Core;
using KernelPort.Cuda.Lowering;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda;

/// <summary>What the lowering of a translation unit is asked for.</summary>
/// <param name="Kernels">Only these kernels (by name, template arguments left out); none means all.</param>
/// <param name="Instantiate">Template instances to make besides those that host code launches: <c>name&lt;float, 256&gt;</c>, already parsed.</param>
public sealed record LoweringOptions(EquatableArray<string> Kernels, EquatableArray<NameSyntax> Instantiate)
{
    public static readonly LoweringOptions Everything = new([], []);

    /// <summary>Sources whose kernels are another unit's.</summary>
    public EquatableArray<SourceText> Behind { get; init; } = [];

    internal bool IsBehind(Span span) => Behind.Any(b => ReferenceEquals(b, span.Source));
}

/// <summary>What a translation unit became.</summary>
/// <param name="Module">The kernels that could be lowered, and what they call.</param>
/// <param name="Failed">Kernels with errors, by source name.</param>
/// <param name="Unlaunched">Kernel templates that nobody launches.</param>
public sealed record LoweringResult(Module Module, EquatableArray<string> Failed, EquatableArray<string> Unlaunched)
{
    /// <summary>For each name of <see cref="LoweringOptions.Instantiate"/>, in their order, the function it became; null where none.</summary>
    public EquatableArray<string?> Instances { get; init; } = [];

    /// <summary>Functions that are called and have no body here, by name.</summary>
    public EquatableArray<string> Bodiless { get; init; } = [];

    /// <summary>Instances of kernel templates with sizes of blocks that they are launched with, where these are constants.</summary>
    public EquatableArray<(string Kernel, (int X, int Y, int Z) Block)> Blocks { get; init; } = [];
}

/// <summary>From a parsed translation unit to IR.</summary>
public static class CudaFrontEnd
{
    /// <summary>Lowers every kernel; what is wrong goes into the bag and takes only the kernel it stands in away.</summary>
    public static LoweringResult Lower(TranslationUnit unit, LoweringOptions options, DiagnosticBag bag)
    {
        try
        {
            return LowerCore(unit, options, bag);
        }
        catch (LoweringException e)
        {
            bag.Add(e.Diagnostic);
        }
        catch (InsufficientExecutionStackException)
        {
            bag.Add(SemanticRules.TooDeep.At(new Span(unit.Source, 0, 0), "this file"));
        }
        return new LoweringResult(new Module([], [], []), [], []);
    }

    private static LoweringResult LowerCore(TranslationUnit unit, LoweringOptions options, DiagnosticBag bag)
    {
        var model = new SemanticModel(unit, bag);
        model.BindSpecialisations((primary, specialisation) => MatchSpecialisation(model, primary, specialisation));
        var lowerer = new ModuleLowerer(model, bag) { IsBehind = options.IsBehind };
        var launches = new LaunchDiscovery(model).Run().Where(l => !options.IsBehind(l.At)).ToList();
        var wanted = new List<(FunctionSymbol Kernel, EquatableArray<TemplateValue> Arguments, Span At)>();
        var requested = new (FunctionSymbol Kernel, EquatableArray<TemplateValue> Arguments)?[options.Instantiate.Count];
        foreach (var f in model.Functions.Where(f => f.IsKernel && Wanted(f, options)))
        {
            if (!f.IsTemplate)
            {
                if (f.Declaration.Body is not null)
                {
                    wanted.Add((f, [], f.Span));
                }
                continue;
            }
            wanted.AddRange(launches.Where(l => l.Kernel == f || f.Specialisations.Any(s => s.Function == l.Kernel)).Select(l => (l.Kernel, l.Arguments, l.At)));
            wanted.AddRange(Requested(model, f, options, bag, requested));
            wanted.AddRange(ExplicitlyInstantiated(model, f));
            wanted.AddRange(f.Specialisations.Select(s => (s.Function, (EquatableArray<TemplateValue>)[], s.Function.Span)));
        }
        var failed = new List<string>();
        var done = new HashSet<(FunctionSymbol, EquatableArray<TemplateValue>)>();
        foreach (var (kernel, arguments, at) in wanted)
        {
            if (done.Add((kernel, arguments)))
            {
                LowerKernel(lowerer, kernel, arguments, at, failed);
            }
        }
        var unlaunched = model.Functions
            .Where(f => f.IsKernel && f.IsTemplate && Wanted(f, options) && !done.Any(d => d.Item1 == f || f.Specialisations.Any(s => s.Function == d.Item1)) && f.Span.Source is not { IsEmbedded: true })
            .ToList();
        foreach (var f in unlaunched)
        {
            bag.Add(SemanticRules.UnlaunchedTemplate.At(f.Span, f.QualifiedName));
        }
        var module = WithoutFailed(lowerer.ToModule(), failed);
        return new LoweringResult(module, failed.ToEquatable(), unlaunched.Select(f => f.QualifiedName).ToEquatable())
        {
            Instances = requested.Select(r => r is { } i ? lowerer.NameOf(i.Kernel, i.Arguments) : null).Select(n => n is not null && module.Find(n) is not null ? n : null).ToEquatable(),
            Bodiless = lowerer.Bodiless.ToEquatable(),
            Blocks = launches.Where(l => l.Block is not null).Select(l => (NameOf(l.Kernel, l.Arguments), l.Block!.Value)).Distinct().ToEquatable(),
        };
    }

    private static string NameOf(FunctionSymbol kernel, EquatableArray<TemplateValue> arguments) => kernel.QualifiedName + (arguments.IsEmpty ? "" : $"<{string.Join(", ", arguments)}>");

    private static bool Wanted(FunctionSymbol f, LoweringOptions options) => !options.IsBehind(f.Span) && (options.Kernels.IsEmpty || options.Kernels.Contains(f.Name) || options.Kernels.Contains(f.QualifiedName));

    private static void LowerKernel(ModuleLowerer lowerer, FunctionSymbol kernel, EquatableArray<TemplateValue> arguments, Span at, List<string> failed)
    {
        string name = NameOf(kernel, arguments);
        bool done = false;
        try
        {
            done = !lowerer.Instance(kernel, arguments, at).Failed;
        }
        catch (LoweringException e)
        {
            lowerer.Bag.Add(e.Diagnostic);
        }
        catch (InsufficientExecutionStackException)
        {
            lowerer.Bag.Add(SemanticRules.TooDeep.At(kernel.Span, $"the kernel '{kernel.Name}'"));
        }
        if (!done)
        {
            failed.Add(name);
        }
    }

    /// <summary>Takes failed kernels out, and what calls a function that is not there.</summary>
    private static Module WithoutFailed(Module module, List<string> failed)
    {
        var functions = module.Functions.Where(f => !failed.Contains(f.SourceName)).ToList();
        while (true)
        {
            var names = functions.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            var lost = functions.Where(f => Calls.Of(f).Any(c => !names.Contains(c))).ToList();
            if (lost.Count == 0)
            {
                break;
            }
            failed.AddRange(lost.Where(f => f.IsKernel).Select(f => f.SourceName));
            functions.RemoveAll(lost.Contains);
        }
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var k in functions.Where(f => f.IsKernel))
        {
            Reach(k.Name, functions, used);
        }
        return module with { Functions = functions.Where(f => used.Contains(f.Name)).ToEquatable() };
    }

    private static void Reach(string name, List<Function> functions, HashSet<string> used)
    {
        if (used.Add(name) && functions.Find(f => f.Name == name) is { } f)
        {
            foreach (string callee in Calls.Of(f))
            {
                Reach(callee, functions, used);
            }
        }
    }

    private static IEnumerable<(FunctionSymbol, EquatableArray<TemplateValue>, Span)> Requested(
        SemanticModel model, FunctionSymbol f, LoweringOptions options, DiagnosticBag bag, (FunctionSymbol, EquatableArray<TemplateValue>)?[] requested)
    {
        for (int i = 0; i < options.Instantiate.Count; i++)
        {
            var name = options.Instantiate[i];
            if (name.Last != f.Name)
            {
                continue;
            }
            EquatableArray<TemplateValue>? arguments = null;
            try
            {
                arguments = Overloads.Deduce(model, f, name.Segments[^1].Arguments, new List<CType?>(), new Scope(null, f.Scope));
            }
            catch (LoweringException e)
            {
                bag.Add(e.Diagnostic);
            }
            if (arguments is { } known)
            {
                var (symbol, specialised) = Overloads.Specialised(f, known);
                requested[i] = (symbol, specialised);
                yield return (symbol, specialised, f.Span);
            }
        }
    }

    private static IEnumerable<(FunctionSymbol, EquatableArray<TemplateValue>, Span)> ExplicitlyInstantiated(SemanticModel model, FunctionSymbol f)
    {
        foreach (var (declaration, scope) in model.ExplicitInstantiations.Where(e => e.Declaration.Name.Last == f.Name))
        {
            var inner = new Scope(null, scope);
            var types = new List<CType?>();
            foreach (var p in declaration.Parameters)
            {
                types.Add(model.Types.Bind(p.Type, inner).Referred);
            }
            if (Overloads.Deduce(model, f, declaration.Name.Segments[^1].Arguments, types, inner) is { } arguments)
            {
                yield return (f, arguments, declaration.Span);
            }
        }
    }

    private static EquatableArray<TemplateValue>? MatchSpecialisation(SemanticModel model, FunctionSymbol primary, FunctionSymbol specialisation)
    {
        try
        {
            var scope = new Scope(null, specialisation.Scope);
            var types = specialisation.Declaration.Parameters.Select(p => (CType?)model.Types.Bind(p.Type, scope).Referred).ToList();
            // Unlike a call's, its result says something too: `template <> float2 mul(float2, float2)` of a template `Acc mul(A, B)`.
            var result = specialisation.Declaration.ReturnType is { } r ? model.Types.Bind(r, scope).Referred : null;
            return Overloads.Deduce(model, primary, specialisation.Declaration.Name.Segments[^1].Arguments, types, scope, result: result);
        }
        catch (LoweringException)
        {
            return null;
        }
    }
}
