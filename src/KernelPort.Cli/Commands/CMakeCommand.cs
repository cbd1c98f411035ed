using System.CommandLine;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport cmake</c>: where CMake finds our package.</summary>
public static class CMakeCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("cmake", "Prints the folder of KernelPortConfig.cmake.\n\nExample:\n  cmake -S . -B build -DKernelPort_DIR=\"$(kernelport cmake)\"");
        command.SetAction(_ =>
        {
            context.Write(Path.Combine(AppContext.BaseDirectory, "cmake") + "\n");
            return ExitCodes.Done;
        });
        return command;
    }
}
