using System.Runtime.InteropServices;

namespace KernelPort.Bench.Cpu;

/// <summary>The problems of bench/Cpu/native/contest.h, made and checked by the same C++ code for every contestant.</summary>
internal static unsafe partial class Cases
{
    private const string Library = "cases";

    [LibraryImport(Library, EntryPoint = "case_line")]
    public static partial int Line(int index, byte* text, int size);

    [LibraryImport(Library, EntryPoint = "case_make", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Make(string kernel, string size, int* grid, int* block);

    [LibraryImport(Library, EntryPoint = "case_argument")]
    public static partial int Argument(int index, byte* bytes);

    [LibraryImport(Library, EntryPoint = "case_refill")]
    public static partial void Refill();

    [LibraryImport(Library, EntryPoint = "case_sums")]
    public static partial void Sums(out double sum, out double weighted);

    [LibraryImport(Library, EntryPoint = "case_now")]
    public static partial double Now();

    /// <summary>Takes the library from a file.</summary>
    public static void LoadFrom(string path)
    {
        nint handle = NativeLibrary.Load(path);
        NativeLibrary.SetDllImportResolver(typeof(Cases).Assembly, (name, _, _) => name == Library ? handle : 0);
    }
}
