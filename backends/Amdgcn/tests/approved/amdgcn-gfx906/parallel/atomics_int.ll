; atomics_int.cu for amdgcn:gfx906, translated by KernelPort.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @all(ptr addrspace(1) %v, ptr addrspace(1) %u) convergent nounwind "amdgpu-flat-work-group-size"="1,1024" "uniform-work-group-size"="true" {
  %t1 = call i32 @kp.block.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = mul i32 %t1, %t2
  %t4 = call i32 @kp.thread.x()
  %i = add i32 %t3, %t4
  %old = atomicrmw add ptr addrspace(1) %v, i32 1 syncscope("agent") monotonic, align 4
  %t7 = getelementptr i32, ptr addrspace(1) %v, i64 1
  %old_1 = atomicrmw sub ptr addrspace(1) %t7, i32 %i syncscope("agent") monotonic, align 4
  %t9 = getelementptr i32, ptr addrspace(1) %v, i64 2
  %old_2 = atomicrmw min ptr addrspace(1) %t9, i32 %i syncscope("agent") monotonic, align 4
  %t11 = getelementptr i32, ptr addrspace(1) %v, i64 3
  %old_3 = atomicrmw max ptr addrspace(1) %t11, i32 %i syncscope("agent") monotonic, align 4
  %t13 = getelementptr i32, ptr addrspace(1) %v, i64 4
  %old_4 = atomicrmw and ptr addrspace(1) %t13, i32 %i syncscope("agent") monotonic, align 4
  %t15 = getelementptr i32, ptr addrspace(1) %v, i64 5
  %old_5 = atomicrmw or ptr addrspace(1) %t15, i32 %i syncscope("agent") monotonic, align 4
  %t17 = getelementptr i32, ptr addrspace(1) %v, i64 6
  %old_6 = atomicrmw xor ptr addrspace(1) %t17, i32 %i syncscope("agent") monotonic, align 4
  %t19 = icmp eq i32 %i, 41
  br i1 %t19, label %then, label %endif
then:
  %t20 = add i32 %i, 1
  %t21 = getelementptr i32, ptr addrspace(1) %v, i64 7
  %old_7 = atomicrmw xchg ptr addrspace(1) %t21, i32 %t20 syncscope("agent") monotonic, align 4
  br label %endif
endif:
  %old_8 = atomicrmw uinc_wrap ptr addrspace(1) %u, i32 9 syncscope("agent") monotonic, align 4
  %t24 = getelementptr i32, ptr addrspace(1) %u, i64 1
  %old_9 = atomicrmw udec_wrap ptr addrspace(1) %t24, i32 9 syncscope("agent") monotonic, align 4
  %t26 = getelementptr i32, ptr addrspace(1) %u, i64 2
  %t27 = cmpxchg ptr addrspace(1) %t26, i32 9, i32 0 syncscope("agent") monotonic monotonic, align 4
  %old_10 = extractvalue { i32, i1 } %t27, 0
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
