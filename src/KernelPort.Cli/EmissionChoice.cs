using System.CommandLine;
using KernelPort.Backends;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>Options of what is written for targets whose output is machine code: its form, the processor, the block sizes.</summary>
internal sealed class EmissionChoice
{
    private readonly Option<string?> _form = new("--emit") { Description = "what to write for targets of machine code (cpu, amdgcn, nvptx64): obj, asm or llvm-ir; obj if not said, and asm, which is PTX, for nvptx64", HelpName = "FORM" };
    private readonly Option<string?> _processor = new("--cpu") { Description = "the processor to make code for: x86-64-v3 (the default), x86-64-v4, x86-64-v2, x86-64, aarch64, or native", HelpName = "NAME" };
    private readonly Option<string[]> _blocks = new("--block") { Description = "a block size to make kernels for where a target needs it; may be repeated", HelpName = "X[,Y[,Z]]" };

    private readonly Option<bool> _lines = new("--line-info") { Description = "machine code says which line of the CUDA text each instruction comes from, as debuggers and profilers read it" };

    private readonly ArithmeticChoice _arithmetic;

    private EmissionChoice(ArithmeticChoice arithmetic) => _arithmetic = arithmetic;

    public static EmissionChoice AddTo(Command command)
    {
        var choice = new EmissionChoice(ArithmeticChoice.AddTo(command));
        command.Options.Add(choice._form);
        command.Options.Add(choice._processor);
        command.Options.Add(choice._blocks);
        command.Options.Add(choice._lines);
        return choice;
    }

    /// <exception cref="CommandException">A target does not have what is asked for, or a tool it needs is missing.</exception>
    public EmissionOptions Read(System.CommandLine.ParseResult parsed, IReadOnlyList<TargetChoice> targets)
    {
        var options = _arithmetic.Read(parsed, new EmissionOptions
        {
            Form = parsed.GetValue(_form),
            Processor = parsed.GetValue(_processor),
            HasLines = parsed.GetValue(_lines),
            Sizes = [.. (parsed.GetValue(_blocks) ?? []).Select(BlockOption.Read).Distinct()],
        });
        foreach (var t in targets)
        {
            if (options.Form is { } form)
            {
                var known = t.Backend.Forms.FirstOrDefault(f => f.Name == form) ?? throw Wrong("--emit", form, t, t.Backend.Forms.Select(f => f.Name));
                if (known.Missing is { } missing)
                {
                    throw new CommandException(ExitCodes.MissingTool, $"--emit {form} needs {missing}");
                }
            }
            if (options.Processor is { } processor && !t.Backend.Processors.Contains(processor))
            {
                throw Wrong("--cpu", processor, t, t.Backend.Processors);
            }
        }
        return options;
    }

    /// <summary>The form a target gets: what was asked for, or the first that nothing is missing for.</summary>
    public static (EmissionOptions Options, Diagnostic? Note) For(TargetChoice target, EmissionOptions options)
    {
        if (options.Form is not null || target.Backend.Forms is not [var first, ..])
        {
            return (options, null);
        }
        var form = target.Backend.Forms.First(f => f.Missing is null);
        return (options with { Form = form.Name }, form == first ? null : CommandRules.OtherForm.At(Span.None, first.Name, form.Name, first.Missing!).For(target.Name));
    }

    private static CommandException Wrong(string option, string value, TargetChoice target, IEnumerable<string> known)
    {
        string there = string.Join(", ", known);
        return new(ExitCodes.BadCommandLine, there.Length == 0 ? $"{option} {value}: {target.Name} is written as text only" : $"{option} {value}: {target.Name} knows {there}");
    }
}
