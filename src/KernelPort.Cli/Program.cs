using KernelPort.Cli;

return CommandLine.Run(args, CommandContext.ForConsole());
