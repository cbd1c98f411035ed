using Spectre.Console;

namespace KernelPort.Cli;

/// <summary>A spinner on a terminal while long work runs; silence in a pipe.</summary>
public static class Progress
{
    public static T Run<T>(CommandContext context, CommonValues options, string title, Func<Action<string>, T> work)
    {
        if (!context.IsTerminal || options.Quiet)
        {
            return work(_ => { });
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        return console.Status().Start(title, status => work(step => status.Status(Markup.Escape($"{title} {step}"))));
    }
}
