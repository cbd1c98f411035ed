using System.Text;
using KernelPort.Backends;
using Shouldly;
using Xunit;

namespace KernelPort.Cli.Tests;

/// <summary>The page of targets is what the capability tables say.</summary>
public class TargetsPageTests
{
    [Fact]
    public void ThePageIsFresh()
    {
        using var output = new MemoryStream();
        CommandLine.Run(["targets"], new CommandContext(BackendCatalogue.All, Stream.Null, output, TextWriter.Null)).ShouldBe(ExitCodes.Done);
        string page = "# Targets\n\nPrinted by `kernelport targets`; `kernelport targets --json` lists every operation with its evidence.\n\n```\n" + Encoding.UTF8.GetString(output.ToArray()) + "```\n";
        Approved.Check(page, "targets.md", "docs");
    }
}
