using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Launches;

namespace KernelPort.Engines;

/// <summary>A kernel test: its text, its launch header, and what the front end made of it.</summary>
public sealed class KernelFile
{
    private KernelFile(SourceText source, LaunchHeader header, Compilation compilation, IReadOnlyDictionary<string, string> functions)
    {
        Source = source;
        Header = header;
        Compilation = compilation;
        Functions = functions;
    }

    public SourceText Source { get; }

    public LaunchHeader Header { get; }

    public Compilation Compilation { get; }

    /// <summary>The function of the module for each kernel as the header names it.</summary>
    public IReadOnlyDictionary<string, string> Functions { get; }

    /// <summary>Reads and compiles; template kernels are instantiated as the launch lines ask.</summary>
    public static KernelFile Load(SourceText source, CompilerOptions options) => Load(source, options, LaunchHeader.Parse(source.Text));

    /// <summary>The same with launches from elsewhere than the file's own header.</summary>
    public static KernelFile Load(SourceText source, CompilerOptions options, LaunchHeader header)
    {
        var kernels = header.Launches.SelectMany(l => l.Steps).ToList();
        var templates = kernels.Where(k => k.TemplateArguments.Length > 0).Select(k => k.Kernel).Distinct(StringComparer.Ordinal).ToEquatable();
        var compilation = Compiler.Compiler.Compile(source, options with { Instantiate = templates });
        var functions = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < templates.Count && i < compilation.Instances.Count; i++)
        {
            if (compilation.Instances[i] is { } name)
            {
                functions[templates[i]] = name;
            }
        }
        foreach (string kernel in kernels.Where(k => k.TemplateArguments.Length == 0).Select(k => k.Kernel).Distinct(StringComparer.Ordinal))
        {
            if (compilation.Module.Functions.FirstOrDefault(f => f.IsKernel && (f.SourceName == kernel || f.SourceName.EndsWith("::" + kernel, StringComparison.Ordinal))) is { } f)
            {
                functions[kernel] = f.Name;
            }
        }
        return new KernelFile(source, header, compilation, functions);
    }

    /// <summary>The same file after passes over its module, with launches to match.</summary>
    internal KernelFile With(Module module, LaunchHeader header) => new(Source, header, Compilation with { Module = module }, Functions);

    /// <summary>The kernel a step launches, or null where it could not be lowered.</summary>
    public Function? Kernel(KernelLaunch step) => Functions.TryGetValue(step.Kernel, out string? name) ? Compilation.Module.Find(name) : null;

    /// <summary>The block sizes of the launches, for kernels that have one and the same in all of them.</summary>
    /// <param name="besides">What is said besides.</param>
    public EmissionOptions EmissionOptions(EmissionOptions? besides = null) => (besides ?? Backends.EmissionOptions.None) with
    {
        Blocks = Header.Launches.SelectMany(l => l.Steps)
            .Where(s => Functions.ContainsKey(s.Kernel))
            .GroupBy(s => Functions[s.Kernel], s => new Backends.Extent((int)s.Block.X, (int)s.Block.Y, (int)s.Block.Z), StringComparer.Ordinal)
            .Where(g => g.Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal),
    };

    /// <summary>The header with kernels under the names they have in emitted text.</summary>
    /// <param name="emitted">The text, where its kernels may take addresses of variables.</param>
    public LaunchHeader EmittedHeader(EmittedFile? emitted = null) => Header with { Launches = Header.Launches.Select(l => Emitted(l, emitted?.Variables)).ToEquatable() };

    private TestLaunch Emitted(TestLaunch launch, IReadOnlyDictionary<string, IReadOnlyList<Global>>? variables)
    {
        var used = new List<Global>();
        var steps = new List<KernelLaunch>();
        foreach (var step in launch.Steps)
        {
            string name = Functions.GetValueOrDefault(step.Kernel, step.Name);
            var own = variables?.GetValueOrDefault(name) ?? [];
            used.AddRange(own);
            steps.Add(step with { Name = name, TemplateArguments = "", Arguments = [.. step.Arguments, .. own.Select(g => new VariableArgument(g.Name))] });
        }
        return launch with
        {
            Steps = steps.ToEquatable(),
            Variables = used.DistinctBy(g => g.Name, StringComparer.Ordinal).Select(g => Variable(g, launch)).ToEquatable(),
            Symbols = launch.Symbols.Where(s => !used.Exists(g => g.Name == s.Name)).ToEquatable(),
        };
    }

    private static LaunchVariable Variable(Global global, TestLaunch launch)
    {
        var scalars = ReferenceEngine.Flatten(global.Type);
        int size = (int)global.Type.Size;
        byte[] bytes = launch.Symbols.FirstOrDefault(s => s.Name == global.Name) is { } fill ? ReferenceEngine.Values(scalars, fill.Values, size)
            : global.Initial.IsEmpty ? new byte[size] : global.Initial.ToArray();
        return new LaunchVariable(global.Name, new ElementType(global.Type.ToString(), size, global.Type.Alignment, scalars.ToEquatable()), bytes.ToEquatable());
    }
}
