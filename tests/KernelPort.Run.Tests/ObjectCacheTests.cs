using KernelPort.Backends.Cpu;
using KernelPort.Backends.Cpu.Llvm;

namespace KernelPort.Run.Tests;

/// <summary>What is kept of compiled kernels stays below a size, and what was used last stays.</summary>
public sealed class ObjectCacheTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kernelport-cache-test-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, true);
        }
    }

    private long Bytes => new DirectoryInfo(_folder).EnumerateFiles().Sum(f => f.Length);

    private void UsedHoursAgo(string key, int hours) => File.SetLastAccessTimeUtc(Path.Combine(_folder, key + ".o"), DateTime.UtcNow.AddHours(-hours));

    [Fact]
    public void What_was_added_is_found() 
    {
        var cache = new ObjectCache(_folder, 1000);
        cache.Find("a").ShouldBeNull();
        cache.Add("a", [1, 2, 3]);
        cache.Find("a").ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Beyond_its_size_those_go_that_were_not_used_for_longest()
    {
        var cache = new ObjectCache(_folder, 1000);
        foreach (string key in new[] { "a", "b", "c" })
        {
            cache.Add(key, new byte[300]);
        }
        UsedHoursAgo("a", 3);
        UsedHoursAgo("b", 2);
        UsedHoursAgo("c", 1);
        // The oldest is used again, so that the second oldest has to go.
        cache.Find("a").ShouldNotBeNull();
        cache.Add("d", new byte[300]);
        cache.Find("b").ShouldBeNull();
        cache.Find("c").ShouldBeNull();
        cache.Find("a").ShouldNotBeNull();
        cache.Find("d").ShouldNotBeNull();
        Bytes.ShouldBeLessThanOrEqualTo(750);
    }

    [Fact]
    public void It_stays_below_its_size_whatever_is_added()
    {
        for (int process = 0; process < 3; process++)
        {
            var cache = new ObjectCache(_folder, 10_000);
            for (int i = 0; i < 100; i++)
            {
                cache.Add(FormattableString.Invariant($"{process}.{i}"), new byte[500]);
                Bytes.ShouldBeLessThanOrEqualTo(10_000);
            }
        }
    }

    [Fact]
    public void What_another_process_left_counts_and_what_it_never_finished_goes()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllBytes(Path.Combine(_folder, "old.o"), new byte[900]);
        UsedHoursAgo("old", 5);
        string unfinished = Path.Combine(_folder, "0123456789abcdef");
        File.WriteAllBytes(unfinished, new byte[100]);
        File.SetLastWriteTimeUtc(unfinished, DateTime.UtcNow.AddHours(-2));
        var cache = new ObjectCache(_folder, 1000);
        cache.Add("new", new byte[200]);
        cache.Find("old").ShouldBeNull();
        cache.Find("new").ShouldNotBeNull();
        File.Exists(unfinished).ShouldBeFalse();
    }

    [Fact]
    public void A_size_of_zero_keeps_nothing()
    {
        var cache = new ObjectCache(_folder, 0);
        cache.Add("a", [1]);
        cache.Find("a").ShouldBeNull();
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public void What_a_launch_needs_is_read_back_as_it_was_written()
    {
        var form = new ProgramForm("abc", [0, 8, 12], 16, 1L << 33, true, false);
        ProgramForm.Read(form.Written()).Written().ShouldBe(form.Written());
        var none = ProgramForm.Read(new ProgramForm("abc", [], 0, 0, false, true).Written());
        (none.ArgumentOffsets.Length, none.MeetsGrid, none.Prints).ShouldBe((0, false, true));
    }
}
