using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Stores under a mask for which processors have no instruction, or a slow one.</summary>
internal sealed partial class VectorEmitter
{
    private const string RunStore = "@kp.store.run";

    private void StoreRow(string pointer, string word, string value, int alignment, string mask)
    {
        string name = $"@llvm.masked.store.v{_width}{Mangle(word)}.p0";
        Declare($"declare void {name}({Vector(word)}, ptr, i32, {MaskType})");
        if (!_processor.HasSlowMaskedStores || word is not ("float" or "i32"))
        {
            Line($"call void {name}({Vector(word)} {value}, ptr {pointer}, i32 {alignment}, {MaskType} {mask})");
            return;
        }
        if (!_helpers.ContainsKey(RunStore))
        {
            Declare("declare i64 @llvm.cttz.i64(i64, i1)");
            Declare("declare i64 @llvm.ctpop.i64(i64)");
            Declare($"declare void @llvm.masked.store.v{_width}i32.p0({Vector("i32")}, ptr, i32, {MaskType})");
            _helpers[RunStore] = RunStoreText;
        }
        string lanes = Alloca(Vector(word));
        Line($"store {Vector(word)} {value}, ptr {lanes}");
        Line($"call void {RunStore}(ptr {pointer}, ptr {lanes}, i8 {Bits(mask)})");
    }

    /// <summary>Lanes side by side, as the edge of a guarded array has them, are two stores of a power of two of them, which may overlap.</summary>
    private const string RunStoreText = $$"""
        define internal void {{RunStore}}(ptr %to, ptr %from, i8 %mask) alwaysinline {
        entry:
          %bits = zext i8 %mask to i64
          %low = call i64 @llvm.cttz.i64(i64 %bits, i1 false)
          %count = call i64 @llvm.ctpop.i64(i64 %bits)
          %shifted = lshr i64 %bits, %low
          %above = add i64 %shifted, 1
          %both = and i64 %shifted, %above
          %run = icmp eq i64 %both, 0
          br i1 %run, label %side.by.side, label %apart
        side.by.side:
          %source = getelementptr i32, ptr %from, i64 %low
          %target = getelementptr i32, ptr %to, i64 %low
          %many = icmp uge i64 %count, 4
          br i1 %many, label %fours, label %few
        fours:
          %last4 = sub i64 %count, 4
          %source4 = getelementptr i32, ptr %source, i64 %last4
          %target4 = getelementptr i32, ptr %target, i64 %last4
          %a4 = load <4 x i32>, ptr %source, align 4
          %b4 = load <4 x i32>, ptr %source4, align 4
          store <4 x i32> %a4, ptr %target, align 4
          store <4 x i32> %b4, ptr %target4, align 4
          ret void
        few:
          %pair = icmp uge i64 %count, 2
          br i1 %pair, label %twos, label %one
        twos:
          %last2 = sub i64 %count, 2
          %source2 = getelementptr i32, ptr %source, i64 %last2
          %target2 = getelementptr i32, ptr %target, i64 %last2
          %a2 = load i64, ptr %source, align 4
          %b2 = load i64, ptr %source2, align 4
          store i64 %a2, ptr %target, align 4
          store i64 %b2, ptr %target2, align 4
          ret void
        one:
          %any = icmp eq i64 %count, 1
          br i1 %any, label %single, label %none
        single:
          %a1 = load i32, ptr %source, align 4
          store i32 %a1, ptr %target, align 4
          ret void
        none:
          ret void
        apart:
          %all = load <8 x i32>, ptr %from, align 32
          %lanes = bitcast i8 %mask to <8 x i1>
          call void @llvm.masked.store.v8i32.p0(<8 x i32> %all, ptr %to, i32 4, <8 x i1> %lanes)
          ret void
        }

        """;

    /// <summary>The function that stores lane by lane.</summary>
    private string ScatterHelper(string word, int alignment)
    {
        string name = Build.Invariant($"@kp.scatter.{Mangle(word)}.{alignment}");
        if (!_helpers.ContainsKey(name))
        {
            string bits = Build.Invariant($"i{_width}");
            Declare($"declare {bits} @llvm.cttz.{bits}({bits}, i1)");
            _helpers[name] = $$"""
                define internal void {{name}}({{Vector("ptr")}} %to, {{Vector(word)}} %values, {{MaskType}} %mask) noinline {
                entry:
                  %all = bitcast {{MaskType}} %mask to {{bits}}
                  br label %head
                head:
                  %rest = phi {{bits}} [ %all, %entry ], [ %others, %lane ]
                  %any = icmp ne {{bits}} %rest, 0
                  br i1 %any, label %lane, label %done
                lane:
                  %number = call {{bits}} @llvm.cttz.{{bits}}({{bits}} %rest, i1 true)
                  %address = extractelement {{Vector("ptr")}} %to, {{bits}} %number
                  %value = extractelement {{Vector(word)}} %values, {{bits}} %number
                  store {{word}} %value, ptr %address, align {{alignment}}
                  %below = sub {{bits}} %rest, 1
                  %others = and {{bits}} %rest, %below
                  br label %head
                done:
                  ret void
                }

                """;
        }
        return name;
    }
}
