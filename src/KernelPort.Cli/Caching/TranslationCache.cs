using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KernelPort.Cli.Caching;

/// <summary>Translations kept by content in a folder that people and machines may share. A question is the tool itself, the options and the sources; under it
/// stand the results with the headers that they were made from, as only reading tells which those are. What is damaged, or cannot be read, is made anew.</summary>
public sealed class TranslationCache
{
    // Of one question with ever other headers; the oldest go.
    private const int MostResults = 16;

    private readonly string _folder;
    private readonly string _question;

    private TranslationCache(string folder, string question)
    {
        _folder = folder;
        _question = question;
    }

    /// <param name="words">All that the result depends on besides the files that it finds by itself, in a fixed order.</param>
    public static TranslationCache Open(string folder, IEnumerable<string> words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string word in Tool().Concat(words))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(word);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return new TranslationCache(folder, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The result for the files as they are now; null where there is none. What it was made from goes to <paramref name="read"/>.</summary>
    public CachedTranslation? Find(FilesRead read)
    {
        foreach (var known in Known())
        {
            if (known.Files.All(f => Sha256(f.Path) == f.Sha256) && Result(known.Result) is { } result)
            {
                foreach (var file in known.Files.Where(f => f.Sha256 is not null))
                {
                    read.Add(file.Path);
                }
                return result;
            }
        }
        return null;
    }

    /// <summary>Keeps a result; where the folder cannot be written, nothing is kept and nothing is said: a cache is no output.</summary>
    public void Keep(CachedTranslation result, FilesRead read)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(result, CacheJson.Default.CachedTranslation);
        string name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string here = Directory.GetCurrentDirectory();
        var files = read.Paths.Concat(read.Absent).Select(p => new CachedInput(Path.GetRelativePath(here, p), Sha256(p))).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var all = Known().Where(k => !k.Files.SequenceEqual(files)).Prepend(new CachedDependencies(files, name)).Take(MostResults).ToList();
        try
        {
            Write(PathOf(name), bytes);
            Write(PathOf(_question), JsonSerializer.SerializeToUtf8Bytes(all, CacheJson.Default.ListCachedDependencies));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private List<CachedDependencies> Known()
    {
        try
        {
            return File.Exists(PathOf(_question)) ? JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(_question)), CacheJson.Default.ListCachedDependencies) ?? [] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    /// <summary>A result, if its bytes are what its name says.</summary>
    private CachedTranslation? Result(string name)
    {
        try
        {
            byte[] bytes = name.Length == 64 && name.All(char.IsAsciiHexDigitLower) ? File.ReadAllBytes(PathOf(name)) : [];
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == name ? JsonSerializer.Deserialize(bytes, CacheJson.Default.CachedTranslation) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name[..2], name + ".json");

    /// <summary>Whole or not at all: others may be reading.</summary>
    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string fresh = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(fresh, bytes);
        File.Move(fresh, path, overwrite: true);
    }

    internal static string? Sha256(string path)
    {
        try
        {
            return File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Every assembly of ours by its version id, which is a hash of its code: another build is another tool.</summary>
    private static IEnumerable<string> Tool()
    {
        return OwnAssemblies.All.Select(a => $"{a.GetName().Name} {a.ManifestModule.ModuleVersionId}");
    }
}
