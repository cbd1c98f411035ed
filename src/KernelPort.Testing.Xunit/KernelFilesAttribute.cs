using System.Reflection;
using Xunit.Sdk;

namespace KernelPort.Testing.Xunit;

/// <summary>Each <c>.cu</c> file with launch headers below a folder, on each engine and target: the parameters of a theory are its path and the engine.</summary>
/// <example><code>
/// [Theory, KernelFiles("kernels", Targets = "musa:mp_31,dcu:gfx906")]
/// public void It_meets_its_header(string file, string engine) => KernelFileTest.Check(file, engine);
/// </code></example>
/// <param name="folder">Relative to where the tests run.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class KernelFilesAttribute(string folder) : DataAttribute
{
    /// <summary>Engines, separated by commas; all that this machine has if not given.</summary>
    public string? Engines { get; set; }

    /// <summary>Targets, separated by commas, or <c>all</c>; none if not given.</summary>
    public string? Targets { get; set; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        var engines = EngineCases.Of(Engines, Targets, "twin").Select(c => c.Engine).ToList();
        return
            from file in KernelFileTest.Files(Path.Combine(AppContext.BaseDirectory, folder))
            from engine in engines
            select new object[] { file, engine };
    }
}
