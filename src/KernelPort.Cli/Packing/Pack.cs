using System.Diagnostics;
using System.Text;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Twin;

namespace KernelPort.Cli.Packing;

/// <summary>One library of a file's kernels for several machines: <c>translate --pack</c>.</summary>
internal static class Pack
{
    private static readonly string[] RuntimeFiles = ["kernelport_pack.h", "kernelport_pack.cpp", "kernelport_member.h"];

    /// <summary>Writes the pack's sources below the output folder and links them.</summary>
    /// <returns>What was left out, and why.</returns>
    /// <exception cref="CommandException">A target cannot be a member, or no pack can be made of this file.</exception>
    public static IReadOnlyList<Diagnostic> Write(SourceText source, IReadOnlyList<TargetChoice> choices, CommonValues options, OutputFolder folder)
    {
        if (choices.FirstOrDefault(c => c.Backend.OpenPackMember is null && !c.Backend.IsLinkedIntoPacks && !CompiledMember.IsPossible(c)) is { } other)
        {
            var possible = BackendCatalogue.All.Where(b => b.OpenPackMember is not null || b.IsLinkedIntoPacks || CompiledMember.IsPossible(new TargetChoice(b.Name, b, b.Targets[0])));
            throw new CommandException(ExitCodes.BadCommandLine, $"--pack: {other.Name} cannot be a member: nobody knows how its runtime is given kernels of ours when a program runs. Members are {string.Join(", ", possible.Select(b => b.Name).Order(StringComparer.Ordinal))}");
        }
        if (choices.GroupBy(c => c.Backend.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"--pack: {twice.Key} is named twice; a pack has one profile of each");
        }
        var compilation = Compiler.Compiler.Compile(source, options.CompilerOptions);
        if (compilation.HasErrors || compilation.Module.Kernels.FirstOrDefault() is null)
        {
            throw new CommandException(ExitCodes.BadInput, $"--pack: {source.Path} {(compilation.HasErrors ? "has errors" : "has no kernel that is launched")}");
        }
        List<Function> kernels = [.. compilation.Module.Kernels];
        if (Why(compilation.Module, kernels) is { } why)
        {
            throw new CommandException(ExitCodes.BadInput, $"--pack: {why}");
        }
        string stem = Path.GetFileNameWithoutExtension(source.Path);
        var bag = new DiagnosticBag();
        var members = new List<PackMember>();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        bool hasCpu = false;
        foreach (var choice in choices.OrderBy(c => c.Backend.IsLinkedIntoPacks))
        {
            if (Member(choice, compilation, kernels, source, options, out string reason) is not { } emitted)
            {
                bag.Add(CommandRules.LeftOut.At(Span.None, choice.Name, reason));
                continue;
            }
            if (CompiledMember.IsPossible(choice))
            {
                if (CompiledMember.Files(choice, emitted, kernels, source, out reason) is not { } made)
                {
                    bag.Add(CommandRules.LeftOut.At(Span.None, choice.Name, reason));
                    continue;
                }
                foreach (var (name, text) in made)
                {
                    files[name] = Encoding.UTF8.GetBytes(text);
                }
                files["kernelport_compiled.h"] = EmbeddedFile.Bytes("kernelport_compiled.h");
                members.Add(new PackMember(choice.Backend.Name, []));
                continue;
            }
            bool cpu = choice.Backend.IsLinkedIntoPacks;
            hasCpu |= cpu;
            members.Add(new PackMember(choice.Backend.Name, cpu ? [] : Bytes(emitted, emitted.Text)));
            if (cpu)
            {
                files["kernels.o"] = Bytes(emitted, emitted.Text);
                foreach (var (name, text) in emitted.Companions.Where(c => c.Key.StartsWith("kernelport_cpu", StringComparison.Ordinal)))
                {
                    files[name] = Bytes(emitted, text);
                }
            }
            else
            {
                files[$"member_{choice.Backend.Name}.cpp"] = Encoding.UTF8.GetBytes(choice.Backend.OpenPackMember!().ReadToEnd());
            }
        }
        if (!hasCpu)
        {
            throw new CommandException(ExitCodes.BadCommandLine, "--pack needs the target cpu: it is what runs where no other machine is");
        }
        foreach (string name in RuntimeFiles)
        {
            files[name] = EmbeddedFile.Bytes(name);
        }
        files[stem + "_pack.h"] = Encoding.UTF8.GetBytes(PackText.Header(stem, kernels, members));
        files[stem + "_pack.cpp"] = Encoding.UTF8.GetBytes(PackText.Source(stem, kernels, members, hasCpu));
        foreach (var (name, bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            folder.Write(Path.Combine("pack", name), bytes);
        }
        if (Link(stem, folder.FullPath("pack"), out string said) is { } failure)
        {
            bag.Add(TargetRules.NoLibrary.At(Span.None, failure, said));
        }
        return bag.Ordered();
    }

    /// <summary>What no member of any kind can have; null where nothing stands in the way.</summary>
    private static string? Why(Ir.Module module, List<Function> kernels)
    {
        if (module.Globals.Count > 0)
        {
            return $"'{module.Globals[0].Name}' is a variable of the file, which each member would have for itself";
        }
        return kernels.Where(k => k.Parameters.Any(p => k.TypeOf(p) is not (ScalarType or PointerType))).Select(k => $"'{k.SourceName}' takes a structure by value").FirstOrDefault();
    }

    /// <summary>What a target makes of all the kernels; null, with the reason, where it cannot be a member.</summary>
    private static EmittedFile? Member(TargetChoice choice, Compilation compilation, List<Function> kernels, SourceText source, CommonValues options, out string reason)
    {
        reason = "";
        if (!choice.Backend.IsLinkedIntoPacks && !choice.Backend.Forms.Any() && !CompiledMember.IsPossible(choice) && kernels.Exists(k => k.Variables.Any(v => v.IsDynamic)))
        {
            reason = "a kernel takes dynamic shared memory, which its members are not given";
            return null;
        }
        var emission = EmissionChoice.For(choice, options.Emission with { Form = choice.Backend.Forms.FirstOrDefault(f => f.Missing is null)?.Name }).Options;
        var emitted = Compiler.Compiler.OnDeepStack(() => Emission.Run(compilation.Module, choice.Backend, choice.Target, source.Path, options: emission));
        if (emitted.Kernels.FirstOrDefault(k => !k.IsEmitted) is { } refused)
        {
            reason = refused.Refusals[0].Message;
            return null;
        }
        var notes = emitted.File!.Notes.Where(n => n.Code == TargetRules.NotAssembled.Code).ToList();
        reason = notes.Count > 0 ? notes[0].Message : "";
        return notes.Count > 0 ? null : emitted.File;
    }

    private static byte[] Bytes(EmittedFile file, string text) => file.IsBytes ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);

    /// <summary>Null where the library was made; otherwise its name, and what stands in the way.</summary>
    private static string? Link(string stem, string folder, out string said)
    {
        string library = $"lib{stem}_pack.so";
        var system = new TwinRunner(BuildCache.OpenForUser());
        if (!system.HasCompiler)
        {
            said = $"there is no C++ compiler ({system.Compiler})";
            return library;
        }
        string[] sources = [.. Directory.EnumerateFiles(folder, "*.cpp").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        var start = new ProcessStartInfo(system.Compiler, ["-std=c++17", "-O2", "-fPIC", "-shared", "-pthread", $"-Wl,-soname,{library}", .. sources, "kernels.o", "-ldl", "-lm", "-o", library]) { WorkingDirectory = folder, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        said = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : library;
    }
}
