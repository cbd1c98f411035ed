using System.Reflection;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>All of our own headers, lexed once for many units. Nothing in it changes any more: any number of threads may read it.</summary>
public sealed class LexedStubs
{
    private readonly Dictionary<string, LexedFile> _files = new(StringComparer.Ordinal);

    public LexedStubs()
    {
        foreach (string resource in Assembly.GetExecutingAssembly().GetManifestResourceNames())
        {
            if (resource.StartsWith(SourceCache.StubResource, StringComparison.Ordinal))
            {
                string path = SourceCache.StubFolder + "/" + resource[SourceCache.StubResource.Length..];
                _files.Add(path, Lexer.Lex(SourceCache.LoadStub(path)!, Names));
            }
        }
    }

    public NameTable Names { get; } = new();

    public LexedFile? Find(string path) => _files.GetValueOrDefault(path);
}
