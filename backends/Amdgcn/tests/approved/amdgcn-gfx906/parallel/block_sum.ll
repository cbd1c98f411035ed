; block_sum.cu for amdgcn:gfx906, translated by KernelPort.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"
@block_sum_256.part = internal addrspace(3) global [256 x i32] undef, align 4

define amdgpu_kernel void @block_sum_256(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %n) convergent nounwind "amdgpu-flat-work-group-size"="1,1024" "uniform-work-group-size"="true" {
  %chosen_var = alloca i32, align 4, addrspace(5)
  %step_var = alloca i32, align 4, addrspace(5)
  %t1 = call i32 @kp.block.x()
  %t2 = mul i32 %t1, 256
  %t3 = call i32 @kp.thread.x()
  %i = add i32 %t2, %t3
  %t5 = icmp slt i32 %i, %n
  br i1 %t5, label %then, label %else
then:
  %t6 = sext i32 %i to i64
  %t7 = getelementptr i32, ptr addrspace(1) %in, i64 %t6
  %t8 = load i32, ptr addrspace(1) %t7, align 4
  store i32 %t8, ptr addrspace(5) %chosen_var, align 4
  br label %endif
else:
  store i32 0, ptr addrspace(5) %chosen_var, align 4
  br label %endif
endif:
  %chosen = load i32, ptr addrspace(5) %chosen_var, align 4
  %t10 = call i32 @kp.thread.x()
  %t11 = zext i32 %t10 to i64
  %t12 = getelementptr i32, ptr addrspace(3) @block_sum_256.part, i64 %t11
  store i32 %chosen, ptr addrspace(3) %t12, align 4
  call void @kp.barrier()
  %t13 = sdiv i32 256, 2
  store i32 %t13, ptr addrspace(5) %step_var, align 4
  br label %loop
loop:
  %step = load i32, ptr addrspace(5) %step_var, align 4
  %t15 = icmp sle i32 %step, 0
  br i1 %t15, label %then_1, label %endif_1
then_1:
  br label %endloop
endif_1:
  %step_1 = load i32, ptr addrspace(5) %step_var, align 4
  %t17 = call i32 @kp.thread.x()
  %t18 = icmp ult i32 %t17, %step_1
  br i1 %t18, label %then_2, label %endif_2
then_2:
  %step_2 = load i32, ptr addrspace(5) %step_var, align 4
  %t20 = call i32 @kp.thread.x()
  %t21 = add i32 %t20, %step_2
  %t22 = zext i32 %t21 to i64
  %t23 = getelementptr i32, ptr addrspace(3) @block_sum_256.part, i64 %t22
  %t24 = load i32, ptr addrspace(3) %t23, align 4
  %t25 = call i32 @kp.thread.x()
  %t26 = zext i32 %t25 to i64
  %t27 = getelementptr i32, ptr addrspace(3) @block_sum_256.part, i64 %t26
  %t28 = load i32, ptr addrspace(3) %t27, align 4
  %t29 = add i32 %t28, %t24
  %t30 = call i32 @kp.thread.x()
  %t31 = zext i32 %t30 to i64
  %t32 = getelementptr i32, ptr addrspace(3) @block_sum_256.part, i64 %t31
  store i32 %t29, ptr addrspace(3) %t32, align 4
  br label %endif_2
endif_2:
  call void @kp.barrier()
  br label %next
next:
  %step_3 = load i32, ptr addrspace(5) %step_var, align 4
  %t34 = sdiv i32 %step_3, 2
  store i32 %t34, ptr addrspace(5) %step_var, align 4
  br label %loop
endloop:
  %t35 = call i32 @kp.thread.x()
  %t36 = icmp eq i32 %t35, 0
  br i1 %t36, label %then_3, label %endif_3
then_3:
  %t37 = load i32, ptr addrspace(3) @block_sum_256.part, align 4
  %t38 = call i32 @kp.block.x()
  %t39 = zext i32 %t38 to i64
  %t40 = getelementptr i32, ptr addrspace(1) %out, i64 %t39
  store i32 %t37, ptr addrspace(1) %t40, align 4
  br label %endif_3
endif_3:
  ret void
}

define internal void @kp.barrier() alwaysinline convergent nounwind {
  fence syncscope("workgroup") release
  call void @llvm.amdgcn.s.barrier()
  fence syncscope("workgroup") acquire
  ret void
}

define internal i32 @kp.block.x() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workgroup.id.x()
  ret i32 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workitem.id.x()
  ret i32 %v
}

declare i32 @llvm.amdgcn.workgroup.id.x()
declare i32 @llvm.amdgcn.workitem.id.x()
declare void @llvm.amdgcn.s.barrier()

!llvm.module.flags = !{!0}
!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
