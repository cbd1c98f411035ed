using KernelPort.Core;
using KernelPort.Compiler;
var c = Compiler.Compile(SourceText.Read(args[0]), new CompilerOptions { Instantiate = args.Skip(1).ToEquatable() });
foreach (var d in c.Diagnostics) Console.Error.Write(DiagnosticPrinter.Print(d, true));
Console.Write(KernelPort.Ir.Printer.Print(c.Module));
