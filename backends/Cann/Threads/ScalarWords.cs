using KernelPort.Backends.CLike;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Threads;

/// <summary>The words of scalar Ascend C: C++ with pointers that say which memory they are into. Global memory is read and written past the data cache, whose
/// lines of 64 bytes are not coherent (npu-dialects 2.10).</summary>
internal static class ScalarWords
{
    public static readonly CLikeDialect Dialect = ScalarDialect.Base with
    {
        KernelHead = "__aicore__ inline",
        DeviceHead = "__aicore__ inline",
        Shared = "__ubuf__",
        Spaces = new Dictionary<AddressSpace, string> { [AddressSpace.Global] = "__gm__", [AddressSpace.Constant] = "__gm__", [AddressSpace.Shared] = "__ubuf__" },
        ReadForm = (type, space) => space == AddressSpace.Shared && type is StructType ? "KpTake(&{0})" : ScalarDialect.ReadGlobal(type, space),
        WriteForm = (type, space) => space == AddressSpace.Shared && type is StructType ? "KpPut(&{0}, {1})" : ScalarDialect.WriteGlobal(type, space),
        Reserved =
        [
            .. ScalarDialect.Base.Reserved, "kpPipe", "kpSlab", "Abs", "Exp", "Ln", "Sqrt", "Cast", "Add", "Sub", "Mul", "Div", "Max", "Min", "And", "Or", "Not", "Select", "Compare",
            "Gather", "Duplicate",
        ],
    };
}
