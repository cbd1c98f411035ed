using System.CommandLine;
using KernelPort.Cli.Explorer;
using KernelPort.Core;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport explore</c>: a page on this machine that shows CUDA text beside what becomes of it.</summary>
public static class ExploreCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string?>("FILE") { Description = "the CUDA file to begin with", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int>("--port") { Description = "the port on 127.0.0.1; a free one if not said", HelpName = "N" };
        var command = new Command("explore", "Serves a page on 127.0.0.1: CUDA left, any target's text right, lines linked, hazards where they are, kernels run. It needs no network.\n\nExample:\n  kernelport explore samples/FirstSteps/softmax.cu") { file, port };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed, context);
            var source = parsed.GetValue(file) is { } path ? Inputs.Load(path) : null;
            using var server = ExplorerServer.Start(parsed.GetValue(port), new Exploration(options, context, source));
            context.Write($"{server.Address}\n");
            context.Error.Write("kernelport explore: open the address above in a browser on this machine; Ctrl+C ends it\n");
            context.Out.Flush();
            return server.Run();
        });
        return command;
    }
}
