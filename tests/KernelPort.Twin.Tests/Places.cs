namespace KernelPort.Twin.Tests;

/// <summary>Where the repository's files are, and the runner all tests share.</summary>
internal static class Places
{
    public static readonly string Root = FindRoot();

    public static readonly TwinRunner Runner = new(Path.Combine(Root, "artifacts", "twin-cache"));

    public static readonly IReadOnlyDictionary<string, TwinTarget> Targets = TwinCatalogue.Load(Root);

    private static int _notRun;

    /// <summary>True where a compiler is there; else says so, counted.</summary>
    public static bool CanRun(string what)
    {
        if (Runner.HasCompiler)
        {
            return true;
        }
        int count = Interlocked.Increment(ref _notRun);
        Console.WriteLine($"not run, because there is no C++ compiler: {what} ({count} so far)");
        return false;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Build.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException("the repository's root was not found");
    }
}
