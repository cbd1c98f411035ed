using System.Reflection;
using System.Security.Cryptography;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Tests;

public class GrammarFreshnessTests
{
    [Fact]
    public void TheCommittedParserIsOfTheseGrammars()
    {
        byte[] text = [.. Read("CudaLexer.g4"), .. Read("CudaParser.g4")];
        Convert.ToHexStringLower(SHA256.HashData(text)).ShouldBe(GrammarHash.Value, "run grammar/regenerate.sh");
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
