using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>
/// Lanes of one tensor or of another. A machine's `Select` is one of floats: that it moves the bits of other numbers no document says. Without relying on it a mask is
/// made a number a lane, all ones or none, out of floats that are numbers, and `And`, `Or` and `Not` of words choose.
/// </content>
internal sealed partial class VectorEmitter
{
    // Only floats are selected.
    private readonly bool _selectsFloats;

    private void Choose(IrType type, int to, int bits, int yes, int no)
    {
        if (!_selectsFloats || Scalars.IsFloatLane(type))
        {
            Vector("Select", Floats(to), MaskAt(bits), Floats(yes), Floats(no), N);
            return;
        }
        int lanes = WholeLanes(bits);
        int rest = NewSlot();
        Vector("Not", Words(rest), Words(lanes), Twice);
        Vector("And", Words(rest), Words(rest), Words(no), Twice);
        Vector("And", Words(lanes), Words(lanes), Words(yes), Twice);
        Vector("Or", Words(to), Words(lanes), Words(rest), Twice);
    }

    private void ChooseOrZero(IrType type, int to, int bits, int yes)
    {
        if (!_selectsFloats || Scalars.IsFloatLane(type))
        {
            Vector("SelectOrZero", Floats(to), MaskAt(bits), Floats(yes), N);
            return;
        }
        Vector("And", Words(to), Words(WholeLanes(bits)), Words(yes), Twice);
    }

    /// <summary>-1 or 0 a lane, as int32.</summary>
    private int WholeLanes(int bits)
    {
        int numbers = NewSlot();
        int lanes = NewSlot();
        Vector("Duplicate", Floats(numbers), "-1.0f", N);
        Vector("SelectOrZero", Floats(numbers), MaskAt(bits), Floats(numbers), N);
        Vector("Cast", Ints(lanes), Floats(numbers), "RINT", N);
        return lanes;
    }
}
