using System.Runtime.ExceptionServices;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Compiler;

/// <summary>From CUDA C++ text to a verified module: front end, lowering, verifier.</summary>
public static class Compiler
{
    // Address space only: pages are committed when they are used. Recursive visitors work on this stack.
    private const int StackSize = 256 << 20;

    /// <summary>Compiles one translation unit. What is wrong with the user's text is in the diagnostics; an exception is a bug of ours.</summary>
    /// <exception cref="InvalidModuleException">The lowering broke a rule of the IR.</exception>
    public static Compilation Compile(SourceText source, CompilerOptions options) => OnDeepStack(() => CompileHere(source, options));

    /// <summary>Runs on a thread with room for deep recursion.</summary>
    public static T OnDeepStack<T>(Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }, StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }

    private static Compilation CompileHere(SourceText source, CompilerOptions options)
    {
        var bag = new DiagnosticBag();
        var parse = CudaSyntax.Parse(source, new ParseOptions { IncludeDirectories = options.IncludeDirectories, Defines = options.Defines, AlsoNamed = options.Instantiate, Behind = options.Behind, FileLoader = options.FileLoader }, bag);
        var lowering = new LoweringOptions(options.Kernels, ParseInstances(options.Instantiate, bag)) { Behind = options.Behind };
        var lowered = CudaFrontEnd.Lower(parse.Unit, lowering, bag);
        var faults = Verifier.Check(lowered.Module);
        if (faults.Count > 0)
        {
            throw new InvalidModuleException("lowering", faults);
        }
        return new Compilation(source, parse, lowered.Module, lowered.Failed, lowered.Unlaunched, bag.Ordered()) { Instances = lowered.Instances, Bodiless = lowered.Bodiless, Blocks = lowered.Blocks };
    }

    /// <summary>Reads <c>name&lt;args&gt;</c> as the return type of a declaration would be read.</summary>
    private static EquatableArray<NameSyntax> ParseInstances(EquatableArray<string> instances, DiagnosticBag bag)
    {
        var names = new List<NameSyntax>();
        foreach (string text in instances)
        {
            string name = text.Split('<')[0].Trim();
            int parameters = text.Count(c => c == ',') + 1;
            // A known template name makes the angle brackets template brackets.
            string header = string.Join(", ", Enumerable.Range(0, parameters).Select(i => $"auto P{i}"));
            string last = name.Split("::")[^1];
            string arguments = text.Contains('<', StringComparison.Ordinal) ? text[text.IndexOf('<', StringComparison.Ordinal)..] : "";
            var source = new SourceText("--instantiate", $"template <{header}> struct {last} {{}}; {last}{arguments} instance;");
            var inner = new DiagnosticBag();
            var unit = CudaSyntax.Parse(source, new ParseOptions(), inner).Unit;
            var variable = unit.Declarations.OfType<VariableDecl>().LastOrDefault(v => v.Variables[0].Name.Last == "instance");
            if (variable is { Variables: [{ Type: NamedType { Name: var parsed } }, ..] })
            {
                names.Add(parsed);
            }
            else
            {
                bag.Add(CompilerRules.BadInstance.At(new Span(source, 0, 0), text));
            }
        }
        return names.ToEquatable();
    }
}

/// <summary>Diagnostics of the compiler's own options.</summary>
public static class CompilerRules
{
    public static readonly Rule<string> BadInstance = Rule.Error<string>("KP0101", "'{0}' is no template name with arguments");
}
