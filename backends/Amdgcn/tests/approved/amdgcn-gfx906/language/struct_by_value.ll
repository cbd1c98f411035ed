; struct_by_value.cu for amdgcn:gfx906, translated by KernelPort.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

%Vec2 = type <{ float, float }>
%Particle = type <{ %Vec2, float }>
%Step = type <{ float, %Vec2 }>

define amdgpu_kernel void @move(ptr addrspace(1) %p, ptr addrspace(4) byref(%Step) align 4 %s_in, i32 %n) convergent nounwind "amdgpu-flat-work-group-size"="1,1024" "uniform-work-group-size"="true" {
  %q_var = alloca %Particle, align 4, addrspace(5)
  %s = load %Step, ptr addrspace(4) %s_in, align 4
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
  store %Particle %t9, ptr addrspace(5) %q_var, align 4
  %t10 = getelementptr i8, ptr addrspace(5) %q_var, i64 8
  %t11 = load float, ptr addrspace(5) %t10, align 4
  %t12 = load float, ptr addrspace(5) %q_var, align 4
  %t13 = extractvalue %Step %s, 0
  %t14 = extractvalue %Step %s, 1
  %t15 = extractvalue %Vec2 %t14, 0
  %t16 = fmul float %t13, %t15
  %t17 = fdiv float %t16, %t11
  %t18 = fadd float %t12, %t17
  store float %t18, ptr addrspace(5) %q_var, align 4
  %t19 = getelementptr i8, ptr addrspace(5) %q_var, i64 8
  %t20 = load float, ptr addrspace(5) %t19, align 4
  %t21 = getelementptr i8, ptr addrspace(5) %q_var, i64 4
  %t22 = load float, ptr addrspace(5) %t21, align 4
  %t23 = extractvalue %Step %s, 0
  %t24 = extractvalue %Step %s, 1
  %t25 = extractvalue %Vec2 %t24, 1
  %t26 = fmul float %t23, %t25
  %t27 = fdiv float %t26, %t20
  %t28 = fadd float %t22, %t27
  %t29 = getelementptr i8, ptr addrspace(5) %q_var, i64 4
  store float %t28, ptr addrspace(5) %t29, align 4
  %q = load %Particle, ptr addrspace(5) %q_var, align 4
  %t31 = sext i32 %i to i64
  %t32 = getelementptr [12 x i8], ptr addrspace(1) %p, i64 %t31
  store %Particle %q, ptr addrspace(1) %t32, align 4
  ret void
}

define internal i32 @kp.block.x() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workgroup.id.x()
  ret i32 %v
}

define internal i32 @kp.blockdim.x() alwaysinline nounwind {
  %hidden = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %at = getelementptr i8, ptr addrspace(4) %hidden, i64 12
  %size = load i16, ptr addrspace(4) %at, align 2
  %v = zext i16 %size to i32
  ret i32 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workitem.id.x()
  ret i32 %v
}

declare i32 @llvm.amdgcn.workgroup.id.x()
declare i32 @llvm.amdgcn.workitem.id.x()
declare ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()

!llvm.module.flags = !{!0}
!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
