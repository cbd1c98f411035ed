using System.CommandLine;
using System.CommandLine.Parsing;
using KernelPort.Cli.Commands;
using KernelPort.Core;
using KernelPort.Passes;

namespace KernelPort.Cli;

/// <summary>The whole command line: builds the commands, runs one, and turns what goes wrong into exit codes.</summary>
public static class CommandLine
{
    private static readonly string[] Attached = ["-I", "-D", "-j", "-o"];

    /// <summary>Every command, one class a file.</summary>
    private static readonly Func<CommandContext, Command>[] Commands =
    [
        TranslateCommand.Create,
        CheckCommand.Create,
        TestCommand.Create,
        VerifyCommand.Create,
        RunCommand.Create,
        KitCommand.Create,
        TargetsCommand.Create,
        ApiCommand.Create,
        ExplainCommand.Create,
        DumpCommand.Create,
        EstimateCommand.Create,
        MergeReportsCommand.Create,
        ExploreCommand.Create,
        LspCommand.Create,
        CMakeCommand.Create,
        CompletionCommand.Create,
        ManCommand.Create,
    ];

    public static int Run(IReadOnlyList<string> args, CommandContext context)
    {
        if (args.Count > 0 && args[0] == "run" && args.ToList().IndexOf("--") is > 0 and var cut)
        {
            context = context with { ProgramArguments = [.. args.Skip(cut + 1)] };
            args = [.. args.Take(cut)];
        }
        var root = new RootCommand("Reads CUDA C++ and gives it back for other machines.\n\nExample:\n  kernelport translate kernels/ --target all -o out");
        foreach (var create in Commands)
        {
            root.Subcommands.Add(create(context));
        }
        NameCompletion.AddTo(root, context);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = new StreamWriter(context.Out) { AutoFlush = true }, Error = context.Error };
        try
        {
            var parsed = root.Parse(Separate(args));
            if (parsed.Errors.Count > 0)
            {
                return Refuse(parsed, context);
            }
            return parsed.Invoke(configuration);
        }
        catch (CommandException e)
        {
            context.Error.Write(DiagnosticPrinter.Print(e.Diagnostic, withSource: false));
            return e.ExitCode;
        }
        catch (InvalidModuleException e)
        {
            context.Error.Write(DiagnosticPrinter.Print(CommandRules.Internal.At(Span.None, e.After, e.Message + "; 'kernelport dump FILE --target T --each' shows the module before it"), withSource: false));
            return ExitCodes.OurBug;
        }
        catch (Exception e)
        {
            context.Error.Write(DiagnosticPrinter.Print(CommandRules.Internal.At(Span.None, Culprit(e), $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}"), withSource: false));
            return ExitCodes.OurBug;
        }
        finally
        {
            context.Out.Flush();
        }
    }

    private static int Refuse(ParseResult parsed, CommandContext context)
    {
        foreach (var error in parsed.Errors)
        {
            context.Error.Write(DiagnosticPrinter.Print(CommandRules.BadCommandLine.At(Span.None, error.Message), withSource: false));
        }
        context.Error.Write($"Try 'kernelport {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'.\n");
        return ExitCodes.BadCommandLine;
    }

    /// <summary>Compilers take "-Ifolder" and "-DNAME=1" in one word.</summary>
    private static List<string> Separate(IReadOnlyList<string> args)
    {
        var result = new List<string>(args.Count);
        bool literal = false;
        foreach (string arg in args)
        {
            literal |= arg == "--";
            string? option = literal || arg.Length < 3 ? null : Attached.FirstOrDefault(o => arg.StartsWith(o, StringComparison.Ordinal));
            if (option is null)
            {
                result.Add(arg);
                continue;
            }
            result.Add(option);
            result.Add(arg[option.Length..]);
        }
        return result;
    }

    /// <summary>The first type of ours on the stack, as the name of the pass that failed.</summary>
    private static string Culprit(Exception e)
    {
        var frames = new System.Diagnostics.StackTrace(e).GetFrames();
        var types = frames.Select(f => System.Diagnostics.DiagnosticMethodInfo.Create(f)?.DeclaringTypeName);
        return types.FirstOrDefault(t => t?.StartsWith("KernelPort.", StringComparison.Ordinal) == true) ?? "an unknown pass";
    }
}
