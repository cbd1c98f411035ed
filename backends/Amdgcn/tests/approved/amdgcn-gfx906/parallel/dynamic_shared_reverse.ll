; dynamic_shared_reverse.cu for amdgcn:gfx906, translated by KernelPort.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"
@kp_dynamic_shared = external addrspace(3) global [0 x i8], align 16

define amdgpu_kernel void @reverse(ptr addrspace(1) %data) convergent nounwind "amdgpu-flat-work-group-size"="1,1024" "uniform-work-group-size"="true" {
  %t1 = call i32 @kp.block.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = mul i32 %t1, %t2
  %t4 = zext i32 %t3 to i64
  %mine = getelementptr i32, ptr addrspace(1) %data, i64 %t4
  %t6 = call i32 @kp.thread.x()
  %t7 = zext i32 %t6 to i64
  %t8 = getelementptr i32, ptr addrspace(1) %mine, i64 %t7
  %t9 = load i32, ptr addrspace(1) %t8, align 4
  %t10 = call i32 @kp.thread.x()
  %t11 = zext i32 %t10 to i64
  %t12 = getelementptr i32, ptr addrspace(3) @kp_dynamic_shared, i64 %t11
  store i32 %t9, ptr addrspace(3) %t12, align 4
  call void @kp.barrier()
  %t13 = call i32 @kp.blockdim.x()
  %t14 = sub i32 %t13, 1
  %t15 = call i32 @kp.thread.x()
  %t16 = sub i32 %t14, %t15
  %t17 = zext i32 %t16 to i64
  %t18 = getelementptr i32, ptr addrspace(3) @kp_dynamic_shared, i64 %t17
  %t19 = load i32, ptr addrspace(3) %t18, align 4
  %t20 = call i32 @kp.thread.x()
  %t21 = zext i32 %t20 to i64
  %t22 = getelementptr i32, ptr addrspace(1) %mine, i64 %t21
  store i32 %t19, ptr addrspace(1) %t22, align 4
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
declare void @llvm.amdgcn.s.barrier()

!llvm.module.flags = !{!0}
!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
