namespace KernelPort.Twin.Tests;

/// <summary>A cache stays below its size, and what was used of late stays in it.</summary>
public sealed class BuildCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-cache").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private void Make(string name, int days, bool isFolder = false)
    {
        string path = Path.Combine(_folder, name);
        string file = isFolder ? Path.Combine(Directory.CreateDirectory(path).FullName, "program") : path;
        File.WriteAllBytes(file, new byte[1000]);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromDays(days));
    }

    private IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(_folder).Select(p => Path.GetFileName(p)!).Where(n => n != "pruned").Order(StringComparer.Ordinal);

    [Fact]
    public void The_oldest_go_until_the_rest_fits()
    {
        Make("a", 9);
        Make("b", 8, isFolder: true);
        Make("c", 7);
        Make("d", 6);
        BuildCache.Touch(Path.Combine(_folder, "a"));
        BuildCache.Prune(_folder, 2500, TimeSpan.FromDays(1));
        Names().ShouldBe(["a", "d"]);
    }

    [Fact]
    public void What_was_used_of_late_stays_whatever_its_size()
    {
        Make("a", 0);
        Make("b", 3);
        BuildCache.Prune(_folder, 10, TimeSpan.FromDays(1));
        Names().ShouldBe(["a"]);
    }

    [Fact]
    public void It_looks_once_in_a_while_only()
    {
        BuildCache.Prune(_folder, 10, TimeSpan.FromDays(1));
        Make("a", 3);
        BuildCache.Prune(_folder, 10, TimeSpan.FromDays(1));
        Names().ShouldBe(["a"]);
        BuildCache.Prune(Path.Combine(_folder, "nowhere"), 10, TimeSpan.FromDays(1));
    }
}
