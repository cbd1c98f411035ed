using System.Text;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>A folder of its own for a test, and the command line run in this process.</summary>
public sealed class Workspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-").FullName;

    /// <summary>What the last run wrote.</summary>
    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>Writes a file, text as Latin-1 bytes.</summary>
    public string Write(string name, string text)
    {
        string path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(text));
        return path;
    }

    public string Read(string name) => Encoding.Latin1.GetString(File.ReadAllBytes(Path(name)));

    public bool Has(string name) => File.Exists(Path(name));

    public int Run(params string[] args) => RunWith("", args);

    public int RunWith(string input, params string[] args)
    {
        using var output = new MemoryStream();
        var error = new StringWriter();
        var context = new CommandContext(CommandContext.ForConsole().Backends, new MemoryStream(Encoding.Latin1.GetBytes(input)), output, error);
        int code = CommandLine.Run(args, context);
        Out = Encoding.Latin1.GetString(output.ToArray());
        Error = error.ToString();
        return code;
    }

    /// <summary>Translates one text as a .cu file and gives the result back.</summary>
    public string Migrate(string text, string target, int expected = ExitCodes.Done, params string[] more)
    {
        string source = Write("in/program.cu", text);
        int code = Run(["translate", source, "--target", target, "-o", Path("out"), .. more]);
        code.ShouldBe(expected, Error);
        string folder = System.IO.Path.Combine(Path("out"), target.Replace(':', '-'));
        return Encoding.Latin1.GetString(File.ReadAllBytes(Directory.EnumerateFiles(folder, "program.*").Single()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
