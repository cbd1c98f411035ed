; struct_by_value.cu for nvptx64:sm_70, translated by KernelPort.
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

%Vec2 = type <{ float, float }>
%Particle = type <{ %Vec2, float }>
%Step = type <{ float, %Vec2 }>

define ptx_kernel void @move(ptr addrspace(1) %p, ptr byval(%Step) align 4 %s_in, i32 %n) convergent nounwind {
  %q_var = alloca %Particle, align 4
  %s = load %Step, ptr %s_in, align 4
  %t1 = call i32 @kp.block.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = mul i32 %t1, %t2
  %t4 = call i32 @kp.thread.x()
  %i = add i32 %t3, %t4
  %t6 = icmp sge i32 %i, %n
  br i1 %t6, label %then, label %endif
then:
  ret void
endif:
  %t7 = sext i32 %i to i64
  %t8 = getelementptr [12 x i8], ptr addrspace(1) %p, i64 %t7
  %t9 = load %Particle, ptr addrspace(1) %t8, align 4
  store %Particle %t9, ptr %q_var, align 4
  %t10 = getelementptr i8, ptr %q_var, i64 8
  %t11 = load float, ptr %t10, align 4
  %t12 = load float, ptr %q_var, align 4
  %t13 = extractvalue %Step %s, 0
  %t14 = extractvalue %Step %s, 1
  %t15 = extractvalue %Vec2 %t14, 0
  %t16 = fmul float %t13, %t15
  %t17 = fdiv float %t16, %t11
  %t18 = fadd float %t12, %t17
  store float %t18, ptr %q_var, align 4
  %t19 = getelementptr i8, ptr %q_var, i64 8
  %t20 = load float, ptr %t19, align 4
  %t21 = getelementptr i8, ptr %q_var, i64 4
  %t22 = load float, ptr %t21, align 4
  %t23 = extractvalue %Step %s, 0
  %t24 = extractvalue %Step %s, 1
  %t25 = extractvalue %Vec2 %t24, 1
  %t26 = fmul float %t23, %t25
  %t27 = fdiv float %t26, %t20
  %t28 = fadd float %t22, %t27
  %t29 = getelementptr i8, ptr %q_var, i64 4
  store float %t28, ptr %t29, align 4
  %q = load %Particle, ptr %q_var, align 4
  %t31 = sext i32 %i to i64
  %t32 = getelementptr [12 x i8], ptr addrspace(1) %p, i64 %t31
  store %Particle %q, ptr addrspace(1) %t32, align 4
  ret void
}

define internal i32 @kp.block.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  ret i32 %v
}

define internal i32 @kp.blockdim.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  ret i32 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  ret i32 %v
}

declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
