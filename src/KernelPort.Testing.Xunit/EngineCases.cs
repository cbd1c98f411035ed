namespace KernelPort.Testing.Xunit;

/// <summary>The engines and targets that an attribute names, with why one cannot be run on this machine.</summary>
internal static class EngineCases
{
    public static IEnumerable<(string Engine, string? Missing)> Of(string? engines, string? targets, params string[] also)
    {
        foreach (string engine in Split(engines) ?? [.. KernelUnderTest.Engines, .. also])
        {
            yield return (engine, KernelUnderTest.Engines.Contains(engine) || also.Contains(engine) ? null : $"not run, because there is no engine '{engine}' on this machine");
        }
        foreach (string target in targets == "all" ? KernelUnderTest.Targets : Split(targets) ?? [])
        {
            yield return (target, KernelUnderTest.Targets.Contains(target) ? null : $"not run, because '{target}' has no twin here: it needs a C++ compiler, and a target that 'kernelport targets' knows");
        }
    }

    private static string[]? Split(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
