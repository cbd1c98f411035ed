using System.Text;

namespace KernelPort.Cli.Reports;

/// <summary>Writes reports where they were asked for; a file's ending says which form.</summary>
public static class ReportFile
{
    public static bool Knows(string path) => Path.GetExtension(path) is ".json" or ".md" or ".sarif" or ".html";

    /// <param name="print">The report's text for an ending, one of those that are known.</param>
    public static void Write(CommonValues options, Func<string, string> print)
    {
        foreach (string path in options.Reports)
        {
            string text = print(Path.GetExtension(path));
            try
            {
                if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                {
                    Directory.CreateDirectory(folder);
                }
                File.WriteAllText(path, text, new UTF8Encoding(false));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"the report '{path}' cannot be written: {e.Message}");
            }
        }
    }
}
