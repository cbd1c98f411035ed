using System.Text.RegularExpressions;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Twin;

namespace KernelPort.Engines.Tests;

/// <summary>Flat kernels of A2 with their copies in queues of two buffers: which have them, and that a core which takes many pieces gives the reference's values; the twin finds each
/// word of a queue that is taken away.</summary>
public partial class QueueFormTests
{
    // 1,000 blocks of 64 threads are 32 pieces for the twin's seven cores, the last one not whole.
    private const string Head = "// launch: k<<<1000, 64>>>(x: float[64000] = rand(1, -1, 1), y: float[64000] = rand(2, -1, 1), z: float[64000] = rand(3, -1, 1), h: half[64000] = rand(4, -1, 1), a: 0.5, n: 63990)\n"
        + "#include <cuda_fp16.h>\n__global__ void k(const float *x, float *y, float *z, __half *h, float a, int n) {\n    int i = blockIdx.x * blockDim.x + threadIdx.x;\n    if (i < n) {\n";

    private static KernelFile File(string statements) => KernelFile.Load(new SourceText("k.cu", Head + statements + "    }\n}\n"), new CompilerOptions());

    private static EmittedFile Emitted(KernelFile file)
    {
        var backend = BackendCatalogue.All.First(b => b.Name == "cann");
        return Emission.Run(file.Compilation.Module, backend, backend.Targets.First(t => t.Name == "cann:a2"), "k.cu", options: file.EmissionOptions()).File!;
    }

    private static TwinRun Run(KernelFile file, string text) => Places.Twins.Run(text, "k.cu", file.EmittedHeader(), 0, TwinCatalogue.Load(Places.Root)["cann:a2"]);

    [Theory]
    [InlineData("y[i] = a * x[i] + y[i];", 2, 1)]
    [InlineData("y[i] = a * x[i];", 1, 1)]
    [InlineData("float s = x[i] + y[i], d = x[i] - y[i]; y[i] = s; z[i] = d;", 2, 2)]
    [InlineData("float s = x[i] * a; y[i] = s; z[i] = s;", 1, 1)]
    [InlineData("h[i] = __float2half(__half2float(h[i]) * a + x[i] * y[i]);", 3, 1)]
    [InlineData("float s = x[i], t = y[i]; z[i] = s > a ? s * t : t;", 2, 1)]
    public void A_flat_kernel_has_queues(string statements, int inputs, int outputs)
    {
        var file = File(statements);
        string text = Emitted(file).Text;
        (Inputs().Count(text), Outputs().Count(text)).ShouldBe((inputs, outputs), text);
        text.ShouldNotContain("SetFlag");
        text.ShouldNotContain("PipeBarrier");
        if (Places.Twins.HasCompiler)
        {
            var run = Run(file, text);
            run.Errors.ShouldBeEmpty();
            foreach (var (buffer, bytes) in ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[0], new ExecutionOptions()).Buffers)
            {
                run.Find(buffer)!.SequenceEqual(bytes).ShouldBeTrue(buffer);
            }
        }
    }

    [Theory]
    // A thread may read what it has written: pointers may be one.
    [InlineData("y[i] = a * x[i]; z[i] = z[i] + 1.0f;")]
    // Nothing is computed, and a queue hands on what its other side has made.
    [InlineData("y[i] = x[i];")]
    // More queues than there are events for.
    [InlineData("y[i] = x[i] + y[i] * z[i] + __half2float(h[i]);")]
    [InlineData("for (int j = i; j < n; j += gridDim.x * blockDim.x) y[j] = a * x[j];")]
    [InlineData("if (x[i] > a) y[i] = x[i] * a;")]
    public void Others_have_pairs_of_events(string statements) => Inputs().Count(Emitted(File(statements)).Text).ShouldBe(0);

    public static TheoryData<string, int> Words()
    {
        var data = new TheoryData<string, int>();
        string text = Emitted(File(Planted)).Text;
        foreach (var (word, pattern, _) in Defects)
        {
            for (int i = 0; i < pattern.Count(text); i++)
            {
                data.Add(word, i);
            }
        }
        return data;
    }

    private const string Planted = "float s = x[i] + y[i], d = x[i] - y[i]; y[i] = s; z[i] = d;";

    private static readonly (string Word, Regex Where, Func<Match, string> Becomes)[] Defects =
    [
        ("EnQue", EnQue(), _ => ""),
        ("DeQue", DeQue(), _ => ""),
        ("FreeTensor", FreeTensor(), _ => ""),
        ("AllocTensor", Alloc(), m => m.Groups["head"].Value + ";"),
        ("InitBuffer", Buffers(), _ => ""),
        // Freed while it is still read: the next piece may come in over it.
        ("FreeTensor too early", Early(), m => m.Groups["free"].Value + m.Groups["use"].Value),
        ("EnQue too early", Late(), m => m.Groups["queue"].Value + m.Groups["use"].Value),
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_of_a_queue_that_is_gone_is_found(string word, int at)
    {
        if (!Places.Twins.HasCompiler)
        {
            return;
        }
        var file = File(Planted);
        string text = Emitted(file).Text;
        var (_, where, becomes) = Defects.First(d => d.Word == word);
        var m = where.Matches(text)[at];
        var run = Run(file, text[..m.Index] + becomes(m) + text[(m.Index + m.Length)..]);
        run.Status.ShouldBe(TwinStatus.Violation, run.Errors);
        run.Errors.ShouldMatch("TW0(50|52|70|71)");
    }

    [Fact]
    public void Each_defect_is_planted() => Words().Select(w => w[0]).Distinct().Count().ShouldBe(Defects.Length);

    [GeneratedRegex(@"TQue<TPosition::VECIN, 1> ")]
    private static partial Regex Inputs();

    [GeneratedRegex(@"TQue<TPosition::VECOUT, 1> ")]
    private static partial Regex Outputs();

    [GeneratedRegex(@"\w+\.EnQue\(\w+\);")]
    private static partial Regex EnQue();

    [GeneratedRegex(@"\w+ = \w+\.DeQue<float>\(\);")]
    private static partial Regex DeQue();

    [GeneratedRegex(@"\w+\.FreeTensor\(\w+\);")]
    private static partial Regex FreeTensor();

    [GeneratedRegex(@"(?<head>LocalTensor<float> \w+) = \w+\.AllocTensor<float>\(\);")]
    private static partial Regex Alloc();

    [GeneratedRegex(@"pipe\.InitBuffer\(queue\w+, 2, \d+\);")]
    private static partial Regex Buffers();

    [GeneratedRegex(@"(?<use>[^\n]*DataCopyPad\(p_[^\n]*\n)(?<free>[^\n]*FreeTensor[^\n]*\n)")]
    private static partial Regex Early();

    [GeneratedRegex(@"(?<use>[^\n]*(?:Add|Sub)\(out[^\n]*\n)(?:[^\n]*FreeTensor[^\n]*\n)*(?<queue>[^\n]*EnQue[^\n]*\n)")]
    private static partial Regex Late();
}
