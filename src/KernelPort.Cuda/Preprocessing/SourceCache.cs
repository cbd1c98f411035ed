using System.Reflection;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Files read and lexed once, shared by every pass over them. Not for use from several threads at a time.</summary>
public sealed class SourceCache
{
    /// <summary>The folder name under which embedded stub headers appear in places.</summary>
    public const string StubFolder = "<kernelport>";

    /// <summary>What inline assembly means, read where there is some.</summary>
    public const string AssemblyHeader = StubFolder + "/kernelport_ptx.h";

    /// <summary>Functions on parts of a word, read where one is named.</summary>
    public const string SimdHeader = StubFolder + "/kernelport_simd.h";

    /// <summary>Functions that take floating numbers apart, read where one is named.</summary>
    public const string MathHeader = StubFolder + "/kernelport_math.h";

    internal const string StubResource = "stub:";

    private readonly Dictionary<string, LexedFile?> _files = new(StringComparer.Ordinal);
    private readonly Func<string, SourceText?> _load;
    private readonly LexedStubs? _stubs;

    /// <param name="stubs">Our own headers where many units share them.</param>
    public SourceCache(Func<string, SourceText?>? load = null, LexedStubs? stubs = null)
    {
        _load = load ?? LoadFromDisk;
        _stubs = stubs;
        Names = new NameTable(stubs?.Names);
    }

    public NameTable Names { get; }

    /// <summary>The file at a path, or null where there is none.</summary>
    public LexedFile? Find(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            bool stub = path.StartsWith(StubFolder, StringComparison.Ordinal);
            if (stub && _stubs is not null)
            {
                return _stubs.Find(path);
            }
            var source = stub ? LoadStub(path) : _load(path);
            file = source is null ? null : Lexer.Lex(source, Names);
            _files.Add(path, file);
        }
        return file;
    }

    /// <summary>Lexes a text that the caller already has, under its own path.</summary>
    public LexedFile Add(SourceText source)
    {
        if (_files.TryGetValue(source.Path, out var known) && known is not null && known.Source.Text == source.Text)
        {
            return known;
        }
        var file = Lexer.Lex(source, Names);
        _files[source.Path] = file;
        return file;
    }

    private static SourceText? LoadFromDisk(string path)
    {
        try
        {
            return File.Exists(path) ? SourceText.Read(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    internal static SourceText? LoadStub(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(StubResource + path[(StubFolder.Length + 1)..]);
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return new SourceText(path, reader.ReadToEnd());
    }
}
