using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>What a block asks of the machine it runs on: the time, a rest, its output, the other blocks.</summary>
internal sealed partial class VectorEmitter
{
    private static readonly HashSet<Intrinsic> HostCalls = [Intrinsics.Clock, Intrinsics.Sleep, Intrinsics.Print, Intrinsics.GridBarrier];

    private bool _meetsGrid;

    private void EmitHostCall(Call x)
    {
        switch (x.Intrinsic.Name)
        {
            case "clock":
                if (x.Result is { } id)
                {
                    Bind(id, Value.Of(new Piece(IrType.I64, Now(), true)));
                }
                break;
            case "sleep":
                // Whoever is waited for may want this processor.
                Declare("declare i32 @sched_yield()");
                Assign("call i32 @sched_yield()");
                break;
            case "grid_barrier":
                // The block is in lock step here, or runs this as a whole.
                _meetsGrid = true;
                Declare("declare void @kp_grid_barrier()");
                Line("call void @kp_grid_barrier()");
                break;
            default:
                Print(x);
                break;
        }
    }

    /// <summary>Nanoseconds of the calendar's time, which the global timer counts; a clock's ticks are the same.</summary>
    private string Now()
    {
        Declare("declare i32 @clock_gettime(i32, ptr)");
        string time = Alloca("[2 x i64]");
        Assign($"call i32 @clock_gettime(i32 0, ptr {time})");
        string nanoseconds = Assign($"load i64, ptr {Assign($"getelementptr i64, ptr {time}, i64 1")}");
        return Assign($"add i64 {Assign($"mul i64 {Assign($"load i64, ptr {time}")}, 1000000000")}, {nanoseconds}");
    }

    /// <summary>Each lane's text, made by the C library.</summary>
    private void Print(Call x)
    {
        var values = x.Arguments.Select(Expression).ToArray();
        string helper = PrintHelper(x.Format!, [.. values.Select(v => v.Type)]);
        for (int u = 0; u < _units; u++)
        {
            if (_mask[u] != Off)
            {
                Line($"call void {helper}({MaskType} {_mask[u]}{string.Concat(values.Select(v => $", {Vector(Word(v.Type))} {Varying(At(v, u))}"))})");
            }
        }
    }

    private string PrintHelper(string format, IrType[] types)
    {
        Declare("declare i32 @snprintf(ptr, i64, ptr, ...)");
        Declare("declare void @kp_print(ptr, i64)");
        string text = string.Concat(PrintFormat.Parse(format)!.Pieces);
        string words = string.Join('.', types.Select(t => Word(t)));
        // The same text has the same name in every kernel of a module.
        string name = $"@kp.print.{Llvm.ObjectCache.Key(text, words)[..16]}";
        if (_helpers.ContainsKey(name))
        {
            return name;
        }
        byte[] bytes = [.. Encoding.Latin1.GetBytes(text), 0];
        _helpers[name + ".text"] = Build.Invariant($"{name}.text = internal constant [{bytes.Length} x i8] c\"{string.Concat(bytes.Select(b => "\\" + Convert.ToHexString([b])))}\"\n");
        var body = new StringBuilder();
        var passed = new StringBuilder();
        for (int i = 0; i < types.Length; i++)
        {
            string word = Word(types[i]);
            body.Append(Build.Invariant($"  %e{i} = extractelement {Vector(word)} %x{i}, i64 %i\n"));
            if (word == "float")
            {
                body.Append(Build.Invariant($"  %d{i} = fpext float %e{i} to double\n"));
            }
            passed.Append(Build.Invariant($", {(word == "float" ? "double %d" : word + " %e")}{i}"));
        }
        string parameters = string.Concat(types.Select((t, i) => Build.Invariant($", {Vector(Word(t))} %x{i}")));
        _helpers[name] = $"define internal void {name}({MaskType} %m{parameters}) noinline {{\nentry:\n  br label %lane\n"
            + $"lane:\n  %i = phi i64 [ 0, %entry ], [ %n, %next ]\n  %on = extractelement {MaskType} %m, i64 %i\n  br i1 %on, label %do, label %next\n"
            + $"do:\n{body}  %length = call i32 (ptr, i64, ptr, ...) @snprintf(ptr null, i64 0, ptr {name}.text{passed})\n  %long = zext i32 %length to i64\n  %room = add i64 %long, 1\n"
            + "  %stack = call ptr @llvm.stacksave.p0()\n  %line = alloca i8, i64 %room\n"
            + $"  %again = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %line, i64 %room, ptr {name}.text{passed})\n  call void @kp_print(ptr %line, i64 %long)\n  call void @llvm.stackrestore.p0(ptr %stack)\n  br label %next\n"
            + Build.Invariant($"next:\n  %n = add i64 %i, 1\n  %more = icmp ult i64 %n, {_width}\n  br i1 %more, label %lane, label %end\nend:\n  ret void\n}}\n");
        Declare("declare ptr @llvm.stacksave.p0()");
        Declare("declare void @llvm.stackrestore.p0(ptr)");
        return name;
    }
}
