using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Ir;

namespace KernelPort.Engines.Tests;

/// <summary>A launch that is tried again leaves, finds and prints what one attempt in order would, whatever ran beside what.</summary>
public class LaunchWatchTests
{
    private static (Executor Executor, byte[] Bytes) Run(string body, int blocks, bool check = true, Schedule schedule = Schedule.LockStep)
    {
        var module = Compiler.Compiler.Compile(new SourceText("k.cu", $"__global__ void k(int* p, int* q) {{\n{body}\n}}\n"), new CompilerOptions()).Module;
        var executor = new Executor(module, new ExecutionOptions { Check = check, Schedule = schedule });
        var p = executor.Memory.Allocate("'p'", 4 * 4096, AddressSpace.Global);
        var q = executor.Memory.Allocate("'q'", 4 * 4096, AddressSpace.Global);
        p.Fill(new byte[4 * 4096]);
        q.Fill(new byte[4 * 4096]);
        executor.Launch(module.Functions.Single(f => f.IsKernel).Name, new Dim3(blocks), new Dim3(64), 0, [Argument.Of(p), Argument.Of(q)]);
        return (executor, [.. p.Data, .. q.Data]);
    }

    [Fact]
    public void Memory_that_is_read_before_it_is_written_is_not_changed_twice()
    {
        // the read of p is not kept by the first attempt, which the write then gives up
        var (executor, bytes) = Run("int i = blockIdx.x * blockDim.x + threadIdx.x;\nq[i] += 1;\np[i] = p[i] + 5;", 64);
        BitConverter.ToInt32(bytes, 0).ShouldBe(5);
        BitConverter.ToInt32(bytes, 4 * 4095).ShouldBe(5);
        BitConverter.ToInt32(bytes, 4 * (4096 + 17)).ShouldBe(1);
        executor.Findings.Count.ShouldBe(0);
    }

    [Fact]
    public void What_is_printed_is_printed_once()
    {
        var (executor, _) = Run("if (threadIdx.x == 0) printf(\"%d \", blockIdx.x);\np[blockIdx.x * 64 + threadIdx.x] += 1;", 3);
        executor.Printed.ShouldBe("0 1 2 ");
    }

    /// <summary>Races between blocks that ran beside each other are told as if they had run in order: the same first block, the same count.</summary>
    [Theory]
    [InlineData("p[threadIdx.x] = blockIdx.x;")]
    [InlineData("p[blockIdx.x * 64 + threadIdx.x] = p[(blockIdx.x * 64 + threadIdx.x + 64) % 4096] + 1;")]
    [InlineData("q[blockIdx.x * 64 + threadIdx.x] = p[0];\nif (blockIdx.x == 63) p[0] = 1;")]
    [InlineData("if (blockIdx.x == 63) p[3] = 1;\nif (blockIdx.x == 2) q[0] = p[3];")]
    public void Races_between_blocks_are_told_the_same_way_every_time(string body)
    {
        var said = Enumerable.Range(0, 8).Select(_ => Said(Run(body, 64))).Distinct().ToList();
        said.Count.ShouldBe(1);
        said[0].ShouldContain("KP6016");
    }

    private static string Said((Executor Executor, byte[] Bytes) run) =>
        string.Join('\n', run.Executor.Findings.Ordered().Select(f => $"{f.Code} {f.Count} {f.Diagnostic.Span} {f.Diagnostic.Message}")) + Convert.ToHexString(run.Bytes);

    [Fact]
    public void A_report_names_both_threads_blocks_and_lines()
    {
        var (executor, _) = Run("if (blockIdx.x == 1 && threadIdx.x == 7) p[5] = 1;\nif (blockIdx.x == 2 && threadIdx.x == 9) q[0] = p[5];", 4);
        var finding = executor.Findings.Ordered().Single();
        finding.Diagnostic.Message.ShouldBe("race in global memory: byte 20 of 'p' was written by thread (7,0,0) of block (1,0,0) with nothing ordering the two, and is read by thread (9,0,0) of block (2,0,0)");
        finding.Diagnostic.Span.Line.ShouldBe(3);
        finding.Diagnostic.Related.Single().Span.Line.ShouldBe(2);
        finding.Diagnostic.Related.Single().Message.ShouldBe("thread (7,0,0) of block (1,0,0) accessed it here");
    }

    [Fact]
    public void A_pair_is_found_whichever_comes_first()
    {
        // a seeded schedule turns blocks around: the write may come before or after the read
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var module = Compiler.Compiler.Compile(new SourceText("k.cu", "__global__ void k(int* p, int* q) {\n    if (blockIdx.x == 0) *p = 1;\n    else *q = *p;\n}\n"), new CompilerOptions()).Module;
            var executor = new Executor(module, new ExecutionOptions { Schedule = Schedule.Seeded, Seed = seed });
            var p = executor.Memory.Allocate("'p'", 4, AddressSpace.Global);
            var q = executor.Memory.Allocate("'q'", 4, AddressSpace.Global);
            p.Fill(new byte[4]);
            executor.Launch(module.Functions.Single(f => f.IsKernel).Name, new Dim3(2), new Dim3(1), 0, [Argument.Of(p), Argument.Of(q)]);
            executor.Findings.Ordered().Select(f => f.Code).ShouldBe(["KP6016"]);
        }
    }

    [Fact]
    public void Without_checks_nothing_is_watched()
    {
        var (executor, bytes) = Run("p[threadIdx.x] = 7;", 8, check: false);
        executor.Findings.Count.ShouldBe(0);
        BitConverter.ToInt32(bytes, 0).ShouldBe(7);
    }
}
