; device_printf.cu for nvptx64:sm_70, translated by KernelPort.
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @tell(ptr addrspace(1) %in, ptr addrspace(1) %out) convergent nounwind {
  %i_var = alloca i32, align 4
  %wide_var = alloca i64, align 8
  %printed_var = alloca [8 x i8], align 8
  %printed_var_1 = alloca [48 x i8], align 8
  %printed_var_2 = alloca [24 x i8], align 8
  %t1 = call i32 @kp.block.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = mul i32 %t1, %t2
  %t4 = call i32 @kp.thread.x()
  %t5 = add i32 %t3, %t4
  store i32 %t5, ptr %i_var, align 4
  %i = load i32, ptr %i_var, align 4
  %t7 = icmp eq i32 %i, 0
  br i1 %t7, label %then, label %endif
then:
  %printed = call i32 @kp.griddim.x()
  %printed_1 = call i32 @kp.blockdim.x()
  %t10 = getelementptr i8, ptr %printed_var, i64 0
  store i32 %printed, ptr %t10
  %t11 = getelementptr i8, ptr %printed_var, i64 4
  store i32 %printed_1, ptr %t11
  call void @kp.print(ptr addrspacecast (ptr addrspace(1) @kp.text.0 to ptr), ptr %printed_var)
  br label %endif
endif:
  %i_1 = load i32, ptr %i_var, align 4
  %t13 = srem i32 %i_1, 2
  %t14 = icmp eq i32 %t13, 1
  br i1 %t14, label %then_1, label %endif_1
then_1:
  %i_2 = load i32, ptr %i_var, align 4
  %i_3 = load i32, ptr %i_var, align 4
  %t17 = sext i32 %i_3 to i64
  %t18 = getelementptr float, ptr addrspace(1) %in, i64 %t17
  %t19 = load float, ptr addrspace(1) %t18, align 4
  %i_4 = load i32, ptr %i_var, align 4
  %t21 = sext i32 %i_4 to i64
  %t22 = getelementptr float, ptr addrspace(1) %in, i64 %t21
  %t23 = load float, ptr addrspace(1) %t22, align 4
  %i_5 = load i32, ptr %i_var, align 4
  %t25 = sext i32 %i_5 to i64
  %t26 = getelementptr float, ptr addrspace(1) %in, i64 %t25
  %t27 = load float, ptr addrspace(1) %t26, align 4
  %i_6 = load i32, ptr %i_var, align 4
  %printed_2 = add i32 97, %i_6
  %i_7 = load i32, ptr %i_var, align 4
  %printed_3 = sitofp i32 %i_7 to float
  %t32 = fpext float %t19 to double
  %t33 = fpext float %t23 to double
  %t34 = fpext float %t27 to double
  %t35 = fpext float %printed_3 to double
  %t36 = getelementptr i8, ptr %printed_var_1, i64 0
  store i32 %i_2, ptr %t36
  %t37 = getelementptr i8, ptr %printed_var_1, i64 8
  store double %t32, ptr %t37
  %t38 = getelementptr i8, ptr %printed_var_1, i64 16
  store double %t33, ptr %t38
  %t39 = getelementptr i8, ptr %printed_var_1, i64 24
  store double %t34, ptr %t39
  %t40 = getelementptr i8, ptr %printed_var_1, i64 32
  store i32 %printed_2, ptr %t40
  %t41 = getelementptr i8, ptr %printed_var_1, i64 40
  store double %t35, ptr %t41
  call void @kp.print(ptr addrspacecast (ptr addrspace(1) @kp.text.1 to ptr), ptr %printed_var_1)
  br label %endif_1
endif_1:
  %i_8 = load i32, ptr %i_var, align 4
  %t43 = add i32 40, %i_8
  %t44 = icmp uge i32 %t43, 64
  %t45 = select i1 %t44, i32 0, i32 %t43
  %t46 = zext i32 %t45 to i64
  %t47 = shl i64 1, %t46
  %t48 = select i1 %t44, i64 0, i64 %t47
  store i64 %t48, ptr %wide_var, align 8
  %wide = load i64, ptr %wide_var, align 8
  %wide_1 = load i64, ptr %wide_var, align 8
  %i_9 = load i32, ptr %i_var, align 4
  %t52 = getelementptr i8, ptr %printed_var_2, i64 0
  store i64 %wide, ptr %t52
  %t53 = getelementptr i8, ptr %printed_var_2, i64 8
  store i64 %wide_1, ptr %t53
  %t54 = getelementptr i8, ptr %printed_var_2, i64 16
  store i32 4, ptr %t54
  %t55 = getelementptr i8, ptr %printed_var_2, i64 20
  store i32 %i_9, ptr %t55
  call void @kp.print(ptr addrspacecast (ptr addrspace(1) @kp.text.2 to ptr), ptr %printed_var_2)
  %i_10 = load i32, ptr %i_var, align 4
  %i_11 = load i32, ptr %i_var, align 4
  %t58 = sext i32 %i_11 to i64
  %t59 = getelementptr i32, ptr addrspace(1) %out, i64 %t58
  store i32 %i_10, ptr addrspace(1) %t59, align 4
  ret void
}
@kp.text.0 = internal addrspace(1) constant [39 x i8] c"tell: %d blocks of %u threads?? 100%%\0A\00", align 1
@kp.text.1 = internal addrspace(1) constant [35 x i8] c"in[%d] = %8.3f|%-9g|%e \22%c\22\09%5.1f\0A\00", align 1
@kp.text.2 = internal addrspace(1) constant [19 x i8] c"%lld %llx %*d end\0A\00", align 1

define internal i32 @kp.block.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  ret i32 %v
}

define internal i32 @kp.blockdim.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  ret i32 %v
}

define internal i32 @kp.griddim.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
  ret i32 %v
}

define internal void @kp.print(ptr %format, ptr %values) nounwind {
  %v = call i32 @vprintf(ptr %format, ptr %values)
  ret void
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  ret i32 %v
}

declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare i32 @vprintf(ptr, ptr)
