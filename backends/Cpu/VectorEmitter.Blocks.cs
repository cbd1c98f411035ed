using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Blocks in the order of the grid, one by one or a row of them at a time.</summary>
internal sealed partial class VectorEmitter
{
    // Where blocks of a row take turns: which of them it is.
    private string? _blockAlong;
    private string _blockX = "%bx";

    /// <summary>Whether groups of one block need not run before those of the next, and rows of threads would otherwise be walked a piece at a time.</summary>
    private bool AreBlocksApart(Function kernel) =>
        _block.Y * _block.Z > 1 && kernel.Variables.All(v => v.Space != AddressSpace.Shared) && !CallFinder.Has(kernel, HostCalls.Contains);

    // Blocks of one row of the grid that take turns group by group: what they touch should stay in the caches.
    private const int MaxAlong = 256;

    /// <summary>The first block's place in the grid; from block to block it is counted on, as divisions are slow.</summary>
    private const string FirstBlock = """
          %any = icmp slt i64 %first, %last
          br i1 %any, label %begin, label %block.end
        begin:
          %wx = zext i32 %gx to i64
          %wy = zext i32 %gy to i64
          %column.first = urem i64 %first, %wx
          %above = udiv i64 %first, %wx
          %row.first = urem i64 %above, %wy
          %plane.first = udiv i64 %above, %wy
          br label %blocks

        """;

    /// <summary>Some blocks on in a row, whose last block the next row follows.</summary>
    private void NextBlock(string step)
    {
        Line($"%block.next = add i64 %block, {step}");
        Line($"%column.moved = add i64 %column, {step}");
        Line("%column.over = icmp eq i64 %column.moved, %wx");
        Line("%column.next = select i1 %column.over, i64 0, i64 %column.moved");
        Line($"%row.moved = add i64 %row, {Assign("zext i1 %column.over to i64")}");
        Line("%row.over = icmp eq i64 %row.moved, %wy");
        Line("%row.next = select i1 %row.over, i64 0, i64 %row.moved");
        Line($"%plane.next = add i64 %plane, {Assign("zext i1 %row.over to i64")}");
        Line("%block.more = icmp slt i64 %block.next, %last");
        Branch("%block.more", "blocks", "block.end");
    }

    private void BlockCoordinates(bool along)
    {
        if (along)
        {
            Declare("declare i64 @llvm.umin.i64(i64, i64)");
            string row = Assign("sub i64 %wx, %column");
            string range = Assign("sub i64 %last, %block");
            Line(Build.Invariant($"%along = call i64 @llvm.umin.i64(i64 {Assign($"call i64 @llvm.umin.i64(i64 {row}, i64 {range})")}, i64 {MaxAlong})"));
            _blockAlong = Alloca("i64");
        }
        else
        {
            Line("%bx = trunc i64 %column to i32");
        }
        Line("%by = trunc i64 %row to i32");
        Line("%bz = trunc i64 %plane to i32");
    }

    /// <summary>Blocks of a row two at a time, and those that are left over.</summary>
    private static VectorKernel InPairs(string name, VectorKernel single, VectorKernel pairs)
    {
        const string Parameters = "(ptr noalias readonly %arguments, i64 %first, i64 %last, i32 %gx, i32 %gy, i32 %gz, ptr noalias %shared)";
        string Call(string which, string from, string to) => $"call i32 @{name}.{which}(ptr %arguments, i64 {from}, i64 {to}, i32 %gx, i32 %gy, i32 %gz, ptr %shared)";
        string definition = $$"""
            i32 @{{name}}{{Parameters}} #0 {
            entry:
              %wx = zext i32 %gx to i64
              %any = icmp slt i64 %first, %last
              br i1 %any, label %row, label %end
            row:
              %block = phi i64 [ %first, %entry ], [ %behind, %next ]
              %column = urem i64 %block, %wx
              %left = sub i64 %wx, %column
              %range = sub i64 %last, %block
              %count = call i64 @llvm.umin.i64(i64 %left, i64 %range)
              %even = and i64 %count, -2
              %odd = add i64 %block, %even
              %behind = add i64 %block, %count
              %two = icmp ne i64 %even, 0
              br i1 %two, label %pairs, label %rest
            pairs:
              %of.pairs = {{Call("pairs", "%block", "%odd")}}
              br label %rest
            rest:
              %one = icmp ult i64 %odd, %behind
              br i1 %one, label %single, label %next
            single:
              %of.single = {{Call("single", "%odd", "%behind")}}
              br label %next
            next:
              %more = icmp slt i64 %behind, %last
              br i1 %more, label %row, label %end
            end:
              ret i32 0
            }

            """;
        var functions = single.Helpers.Concat(pairs.Helpers).DistinctBy(h => h.Key).ToDictionary();
        functions[name + ".single"] = "define internal " + single.Definition;
        functions[name + ".pairs"] = "define internal " + pairs.Definition;
        return single with { Definition = definition, Helpers = functions, Declarations = [.. single.Declarations, .. pairs.Declarations, "declare i64 @llvm.umin.i64(i64, i64)"] };
    }
}
