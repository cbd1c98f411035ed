using System.Globalization;
using System.Text;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Bench.Cpu;

/// <summary>The llvm or the csharp engine as a contestant: reads the commands of bench/Cpu/native/contest.h and answers them.</summary>
public static unsafe class Program
{
    private static IKernelProgram? _program;
    private static Extent _grid;
    private static byte[][] _arguments = [];
    private static IInProcessEngine _engine = new Backends.Cpu.Backend();

    public static int Main(string[] arguments)
    {
        if (arguments[0] == "table")
        {
            return Ratios.Run(arguments[1], arguments[2], arguments[3..]);
        }
        Cases.LoadFrom(arguments[0]);
        if (arguments is [_, _, "csharp"])
        {
            _engine = new Backends.CSharp.Backend();
        }
        while (Console.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            string? answer = words[0] switch
            {
                "list" => List(),
                "prep" => Prepare(Path.Combine(arguments[1], words[1] + ".cu"), words[1], words[2]),
                "check" when _program is not null => Check(_program),
                "run" when _program is not null => Time(_program, int.Parse(words[1], CultureInfo.InvariantCulture), double.Parse(words[2], CultureInfo.InvariantCulture)),
                "quit" => null,
                _ => "no not prepared",
            };
            if (answer is null)
            {
                break;
            }
            Console.WriteLine(answer);
        }
        return 0;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string List()
    {
        var lines = new List<string>();
        byte* text = stackalloc byte[256];
        for (int i = 0; Cases.Line(i, text, 256) is > 0 and var length; i++)
        {
            lines.Add(Encoding.ASCII.GetString(text, length));
        }
        return string.Join('\n', [.. lines, "end"]);
    }

    private static string Prepare(string file, string kernel, string size)
    {
        int* grid = stackalloc int[3];
        int* block = stackalloc int[3];
        int count = Cases.Make(kernel, size, grid, block);
        if (count < 0 || !File.Exists(file))
        {
            return "no such case";
        }
        double start = Cases.Now();
        var module = Compiler.Compiler.Compile(SourceText.Read(file), new CompilerOptions()).Module;
        double lowered = Cases.Now();
        _program = _engine.Compile(module, module.Kernels.First(), new Extent(block[0], block[1], block[2]), new Dictionary<string, ulong>(), out string reason);
        double ready = Cases.Now();
        if (_program is null)
        {
            return "no " + reason.ReplaceLineEndings(" ");
        }
        _grid = new Extent(grid[0], grid[1], grid[2]);
        _arguments = new byte[count][];
        byte* bytes = stackalloc byte[8];
        for (int i = 0; i < count; i++)
        {
            int length = Cases.Argument(i, bytes);
            _arguments[i] = new Span<byte>(bytes, length).ToArray();
        }
        _program.Run(_grid, 0, _arguments);
        return Invariant($"ok {(ready - start) / 1e6:0.0} {(ready - lowered) / 1e6:0.0}");
    }

    private static string Check(IKernelProgram program)
    {
        Cases.Refill();
        program.Run(_grid, 0, _arguments);
        Cases.Sums(out double sum, out double weighted);
        return Invariant($"sum {sum:g9} {weighted:g9}");
    }

    /// <summary>Short launches are timed in batches of at least 50 us, as the others do it.</summary>
    private static string Time(IKernelProgram program, int atLeast, double milliseconds)
    {
        var times = new List<double>();
        double start = Cases.Now();
        double last = start;
        int batch = 1;
        while (times.Count < atLeast || last - start < milliseconds * 1e6)
        {
            for (int i = 0; i < batch; i++)
            {
                program.Run(_grid, 0, _arguments);
            }
            double now = Cases.Now();
            times.Add((now - last) / batch);
            if (times.Count == 2)
            {
                batch = Math.Max(1, (int)(50_000 / Math.Max(1, times[1])));
            }
            last = now;
        }
        times.Sort();
        return Invariant($"t {times[times.Count / 2]:0} {times[0]:0} {times.Count}");
    }
}
