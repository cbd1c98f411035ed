using System.Runtime.InteropServices;

namespace KernelPort.Backends.CSharp;

/// <summary>The library with which a program in C++ starts .NET in its own process, made for the .NET that runs here.</summary>
internal static class HostedRuntime
{
    private const string Source = "kernelport_dotnet.cpp";

    /// <summary>The library's bytes; null, with the reason, where there is no installed .NET or no C++ compiler.</summary>
    public static byte[]? Library(out string reason)
    {
        if (Root() is not { } root || HostLibrary(root) is not { } host)
        {
            reason = "an installed .NET is needed, for the program to start it; none was found (DOTNET_ROOT)";
            return null;
        }
        using var text = typeof(HostedRuntime).Assembly.GetManifestResourceStream(Source)!;
        using var bytes = new MemoryStream();
        text.CopyTo(bytes);
        string[] compile =
        [
            "-std=c++17", "-O2", "-shared", "-fPIC", $"-DKP_HOST=\"{host}\"", $"-DKP_DOTNET_ROOT=\"{root}\"", $"-DKP_DOTNET_VERSION=\"{Environment.Version.ToString(3)}\"", Source, "-ldl", "-o", "library",
        ];
        return SystemCompiler.Make(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [Source] = bytes.ToArray() }, SystemCompiler.Candidates, out reason, compile);
    }

    /// <summary>Where .NET is installed: the one that runs this, unless this brings its own.</summary>
    private static string? Root() =>
        new[] { Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")), Environment.GetEnvironmentVariable("DOTNET_ROOT"), "/usr/share/dotnet", "/usr/lib/dotnet" }
            .FirstOrDefault(r => r is { Length: > 0 } && HostLibrary(r) is not null);

    private static string? HostLibrary(string root)
    {
        string folder = Path.Combine(root, "host", "fxr");
        return !Directory.Exists(folder) ? null
            : Directory.GetDirectories(folder).Select(d => (Version.TryParse(Path.GetFileName(d), out var v) ? v : new Version(), Path: Path.Combine(d, "libhostfxr.so"))).Where(d => File.Exists(d.Path)).Max().Path;
    }
}
