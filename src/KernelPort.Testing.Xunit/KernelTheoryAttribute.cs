using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KernelPort.Testing.Xunit;

/// <summary>One kernel test, every engine and target a case: the method has one parameter, the engine's name.</summary>
/// <example><code>
/// [KernelTheory(Targets = "musa:mp_31,dcu:gfx906")]
/// public void It_adds(string engine) => Saxpy.Compare(engine, new(4, 256), null, 1000, 2f, x, y).ShouldHold();
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("KernelPort.Testing.Xunit.KernelTheoryDiscoverer", "KernelPort.Testing.Xunit")]
public sealed class KernelTheoryAttribute : FactAttribute
{
    /// <summary>Engines, separated by commas; all that this machine has if not given.</summary>
    public string? Engines { get; set; }

    /// <summary>Targets, separated by commas, or <c>all</c>; none if not given. One that this machine cannot run is a skipped case that says why.</summary>
    public string? Targets { get; set; }
}

/// <summary>Makes the cases.</summary>
public sealed class KernelTheoryDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();
        foreach (var (engine, missing) in EngineCases.Of(factAttribute.GetNamedArgument<string?>(nameof(KernelTheoryAttribute.Engines)), factAttribute.GetNamedArgument<string?>(nameof(KernelTheoryAttribute.Targets))))
        {
            object[] arguments = [engine];
            yield return missing is null
                ? new XunitTestCase(diagnostics, display, options, testMethod, arguments)
                : new XunitSkippedDataRowTestCase(diagnostics, display, options, testMethod, missing, arguments);
        }
    }
}
