using System.Diagnostics;
using System.Globalization;

namespace KernelPort.Cli;

/// <summary>The addresses of an executable's variables, as <c>nm</c> of the compiler's own tools says them; it must not be moved when it is loaded.</summary>
internal sealed class ProgramSymbols(string executable)
{
    private const string DataKinds = "bBdDrRuvVgGsS";

    private readonly Lazy<ILookup<string, ulong>> _addresses = new(() => Read(executable).ToLookup(s => s.Name, s => s.Address, StringComparer.Ordinal));

    /// <summary>Where the variable lies; null where there is none of that name, or several.</summary>
    /// <param name="name">As our front end names it: <c>space_name</c>.</param>
    public ulong? Address(string name) => _addresses.Value[name].Distinct().ToList() is [var one] ? one : null;

    private static List<(string Name, ulong Address)> Read(string executable)
    {
        var result = new List<(string, ulong)>();
        var start = new ProcessStartInfo("nm", ["-C", "--defined-only", executable]) { RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                string[] parts = line.Split(' ', 3);
                if (parts.Length == 3 && parts[1].Length == 1 && DataKinds.Contains(parts[1][0], StringComparison.Ordinal)
                    && ulong.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong address))
                {
                    result.Add((parts[2].Replace("(anonymous namespace)::", "", StringComparison.Ordinal).Replace("::", "_", StringComparison.Ordinal), address));
                }
            }
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No nm: no address is known, and kernels with variables run in the twin.
        }
        return result;
    }
}
