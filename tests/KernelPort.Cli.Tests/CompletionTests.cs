using System.Diagnostics;

namespace KernelPort.Cli.Tests;

/// <summary>Shells ask the command line itself which words fit.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("kernelport tra", "translate")]
    [InlineData("kernelport translate x.cu --target mus", "musa")]
    [InlineData("kernelport translate x.cu --target dcu,mus", "dcu,musa:mp_22")]
    [InlineData("kernelport test x.cu --engine reference,ll", "reference,llvm")]
    [InlineData("kernelport run x.cu --engine ll", "llvm")]
    [InlineData("kernelport run x.cu --engine cs", "csharp")]
    public void Words_that_fit_are_named(string line, string word)
    {
        _work.Run($"[suggest:{line.Length}]", line).ShouldBe(0, _work.Error);
        _work.Out.Split('\n').ShouldContain(word);
    }

    [Theory]
    [InlineData("kernelport translate x.cu --target dcu,mac", "dcu,maca")]
    [InlineData("kernelport translate x.cu --target musa:mp_3", "mp_31")]
    public void Bash_puts_them_in(string line, string word)
    {
        // What bash does at a tab: it splits the line, at colons too, and calls the function.
        string script = $$"""
            kernelport() { dotnet exec '{{Path.Combine(AppContext.BaseDirectory, "kernelport.dll")}}' "$@"; }
            COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
            eval "$(kernelport completion bash | grep -v '^complete')"
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            _kernelport
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["--norc", "-c", script]) { RedirectStandardOutput = true })!;
        string words = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        words.Trim().Split('\n').ShouldContain(word);
    }
}
