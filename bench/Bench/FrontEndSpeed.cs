using System.Globalization;
using KernelPort.Compiler;

namespace KernelPort.Bench;

/// <summary>Lines a second of the whole front end (text to IR: preprocessor, classifier, parser, binder and lowering), warm, by CPU time, collector and all.</summary>
internal static class FrontEndSpeed
{
    public static int Run(string[] paths)
    {
        var sources = CpuTime.Sources(paths);
        long own = 0, all = 0;
        int kernels = 0;
        var options = sources.Select(s => new CompilerOptions { IncludeDirectories = [Path.GetDirectoryName(Path.GetFullPath(s.Path))!] }).ToList();
        void All()
        {
            (own, all, kernels) = (0, 0, 0);
            for (int i = 0; i < sources.Count; i++)
            {
                var compilation = Compiler.Compiler.Compile(sources[i], options[i]);
                kernels += compilation.Module.Kernels.Count();
                foreach (var file in compilation.Parse.Files)
                {
                    int lines = file.Source.Text.Count(c => c == '\n');
                    all += lines;
                    own += file.Source.IsEmbedded ? 0 : lines;
                }
            }
        }
        double best = CpuTime.Best(5, All);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sources.Count} files, {kernels} kernels to IR in {best * 1000:0} ms of CPU, best of 5"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{own} lines of theirs, {own / best / 1000:0} k lines/s; {all} with the headers of ours, {all / best / 1000:0} k lines/s"));
        return 0;
    }
}
