using System.Runtime.InteropServices;

namespace KernelPort.Backends.Cpu.Llvm;

/// <summary>The part of LLVM's C API that is used here, named as LLVMSharp.Interop names it.</summary>
internal static partial class LLVM
{
    private const string Library = "LLVM-19";

    /// <summary>LLVM's library under one of its names; null where none is installed.</summary>
    private static readonly Lazy<nint> Handle = new(() =>
    {
        foreach (string name in new[] { "libLLVM.so.19.1", "libLLVM-19.so.1", "libLLVM-19.so", "libLLVM.so" })
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                return handle;
            }
        }
        return 0;
    });

    static LLVM() => NativeLibrary.SetDllImportResolver(typeof(LLVM).Assembly, (name, _, _) => name == Library ? Handle.Value : 0);

    public static bool IsInstalled => Handle.Value != 0;

    [LibraryImport(Library, EntryPoint = "LLVMContextCreate")]
    public static partial nint ContextCreate();

    [LibraryImport(Library, EntryPoint = "LLVMCreateMemoryBufferWithMemoryRangeCopy", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial nint CreateMemoryBufferWithMemoryRangeCopy(byte* data, nuint length, string name);

    [LibraryImport(Library, EntryPoint = "LLVMParseIRInContext")]
    public static partial int ParseIRInContext(nint context, nint buffer, out nint module, out nint message);

    [LibraryImport(Library, EntryPoint = "LLVMVerifyModule")]
    public static partial int VerifyModule(nint module, int action, out nint message);

    [LibraryImport(Library, EntryPoint = "LLVMSetTarget", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetTarget(nint module, string triple);

    [LibraryImport(Library, EntryPoint = "LLVMGetDefaultTargetTriple")]
    public static partial nint GetDefaultTargetTriple();

    [LibraryImport(Library, EntryPoint = "LLVMGetTargetFromTriple", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetTargetFromTriple(string triple, out nint target, out nint message);

    [LibraryImport(Library, EntryPoint = "LLVMGetHostCPUName")]
    public static partial nint GetHostCPUName();

    [LibraryImport(Library, EntryPoint = "LLVMGetHostCPUFeatures")]
    public static partial nint GetHostCPUFeatures();

    [LibraryImport(Library, EntryPoint = "LLVMCreateTargetMachine", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CreateTargetMachine(nint target, string triple, string cpu, string features, int level, int relocation, int codeModel);

    [LibraryImport(Library, EntryPoint = "LLVMCreateTargetDataLayout")]
    public static partial nint CreateTargetDataLayout(nint machine);

    [LibraryImport(Library, EntryPoint = "LLVMSetModuleDataLayout")]
    public static partial void SetModuleDataLayout(nint module, nint layout);

    [LibraryImport(Library, EntryPoint = "LLVMCreatePassBuilderOptions")]
    public static partial nint CreatePassBuilderOptions();

    [LibraryImport(Library, EntryPoint = "LLVMDisposePassBuilderOptions")]
    public static partial void DisposePassBuilderOptions(nint options);

    [LibraryImport(Library, EntryPoint = "LLVMRunPasses", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint RunPasses(nint module, string passes, nint machine, nint options);

    [LibraryImport(Library, EntryPoint = "LLVMGetErrorMessage")]
    public static partial nint GetErrorMessage(nint error);

    [LibraryImport(Library, EntryPoint = "LLVMOrcCreateLLJITBuilder")]
    public static partial nint OrcCreateLLJITBuilder();

    [LibraryImport(Library, EntryPoint = "LLVMOrcJITTargetMachineBuilderCreateFromTargetMachine")]
    public static partial nint OrcJITTargetMachineBuilderCreateFromTargetMachine(nint machine);

    [LibraryImport(Library, EntryPoint = "LLVMOrcLLJITBuilderSetJITTargetMachineBuilder")]
    public static partial void OrcLLJITBuilderSetJITTargetMachineBuilder(nint builder, nint machineBuilder);

    [LibraryImport(Library, EntryPoint = "LLVMOrcCreateLLJIT")]
    public static partial nint OrcCreateLLJIT(out nint jit, nint builder);

    [LibraryImport(Library, EntryPoint = "LLVMOrcLLJITGetMainJITDylib")]
    public static partial nint OrcLLJITGetMainJITDylib(nint jit);

    [LibraryImport(Library, EntryPoint = "LLVMOrcLLJITGetGlobalPrefix")]
    public static partial byte OrcLLJITGetGlobalPrefix(nint jit);

    [LibraryImport(Library, EntryPoint = "LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess")]
    public static partial nint OrcCreateDynamicLibrarySearchGeneratorForProcess(out nint generator, byte prefix, nint filter, nint context);

    [LibraryImport(Library, EntryPoint = "LLVMOrcCreateDynamicLibrarySearchGeneratorForPath", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OrcCreateDynamicLibrarySearchGeneratorForPath(out nint generator, string file, byte prefix, nint filter, nint context);

    [LibraryImport(Library, EntryPoint = "LLVMOrcJITDylibAddGenerator")]
    public static partial void OrcJITDylibAddGenerator(nint dylib, nint generator);

    /// <summary>A name and where what it names lies; the flags say that it is a function others may call.</summary>
    public struct OrcSymbol
    {
        public nint Name;
        public ulong Address;
        public ulong Flags;
    }

    [LibraryImport(Library, EntryPoint = "LLVMOrcLLJITMangleAndIntern", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OrcLLJITMangleAndIntern(nint jit, string name);

    [LibraryImport(Library, EntryPoint = "LLVMOrcAbsoluteSymbols")]
    public static unsafe partial nint OrcAbsoluteSymbols(OrcSymbol* symbols, nuint count);

    [LibraryImport(Library, EntryPoint = "LLVMOrcJITDylibDefine")]
    public static partial nint OrcJITDylibDefine(nint dylib, nint definitions);

    [LibraryImport(Library, EntryPoint = "LLVMOrcLLJITAddObjectFile")]
    public static partial nint OrcLLJITAddObjectFile(nint jit, nint dylib, nint buffer);

    [LibraryImport(Library, EntryPoint = "LLVMTargetMachineEmitToMemoryBuffer")]
    public static partial int TargetMachineEmitToMemoryBuffer(nint machine, nint module, int kind, out nint message, out nint buffer);

    [LibraryImport(Library, EntryPoint = "LLVMGetBufferStart")]
    public static unsafe partial byte* GetBufferStart(nint buffer);

    [LibraryImport(Library, EntryPoint = "LLVMGetBufferSize")]
    public static partial nuint GetBufferSize(nint buffer);

    [LibraryImport(Library, EntryPoint = "LLVMDisposeMemoryBuffer")]
    public static partial void DisposeMemoryBuffer(nint buffer);

    [LibraryImport(Library, EntryPoint = "LLVMGetVersion")]
    public static partial void GetVersion(out uint major, out uint minor, out uint patch);

    [LibraryImport(Library, EntryPoint = "LLVMOrcLLJITLookup", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OrcLLJITLookup(nint jit, out ulong address, string name);

    [LibraryImport(Library, EntryPoint = "LLVMDisposeModule")]
    public static partial void DisposeModule(nint module);

    [LibraryImport(Library, EntryPoint = "LLVMContextDispose")]
    public static partial void ContextDispose(nint context);

    [LibraryImport(Library, EntryPoint = "LLVMInitializeX86TargetInfo")]
    public static partial void InitializeX86TargetInfo();

    [LibraryImport(Library, EntryPoint = "LLVMInitializeX86Target")]
    public static partial void InitializeX86Target();

    [LibraryImport(Library, EntryPoint = "LLVMInitializeX86TargetMC")]
    public static partial void InitializeX86TargetMC();

    [LibraryImport(Library, EntryPoint = "LLVMInitializeX86AsmPrinter")]
    public static partial void InitializeX86AsmPrinter();

    [LibraryImport(Library, EntryPoint = "LLVMInitializeAArch64TargetInfo")]
    public static partial void InitializeAArch64TargetInfo();

    [LibraryImport(Library, EntryPoint = "LLVMInitializeAArch64Target")]
    public static partial void InitializeAArch64Target();

    [LibraryImport(Library, EntryPoint = "LLVMInitializeAArch64TargetMC")]
    public static partial void InitializeAArch64TargetMC();

    [LibraryImport(Library, EntryPoint = "LLVMInitializeAArch64AsmPrinter")]
    public static partial void InitializeAArch64AsmPrinter();

    public static string Text(nint message) => Marshal.PtrToStringUTF8(message) ?? "";
}
