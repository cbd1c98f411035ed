; warp_sum_down.cu for amdgcn:gfx906, translated by KernelPort.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @warp_sum(ptr addrspace(1) %in, ptr addrspace(1) %out) convergent nounwind "amdgpu-flat-work-group-size"="1,1024" "uniform-work-group-size"="true" {
  %v_var = alloca float, align 4, addrspace(5)
  %d_var = alloca i32, align 4, addrspace(5)
  %t1 = call i32 @kp.block.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = mul i32 %t1, %t2
  %t4 = call i32 @kp.thread.x()
  %i = add i32 %t3, %t4
  %t6 = sext i32 %i to i64
  %t7 = getelementptr float, ptr addrspace(1) %in, i64 %t6
  %t8 = load float, ptr addrspace(1) %t7, align 4
  store float %t8, ptr addrspace(5) %v_var, align 4
  store i32 16, ptr addrspace(5) %d_var, align 4
  br label %loop
loop:
  %d = load i32, ptr addrspace(5) %d_var, align 4
  %t10 = icmp sle i32 %d, 0
  br i1 %t10, label %then, label %endif
then:
  br label %endloop
endif:
  %v = load float, ptr addrspace(5) %v_var, align 4
  %d_1 = load i32, ptr addrspace(5) %d_var, align 4
  %t13 = bitcast float %v to i32
  %t14 = call i32 @kp.shuffle_down(i64 4294967295, i32 %t13, i32 %d_1, i32 32)
  %t15 = bitcast i32 %t14 to float
  %v_1 = load float, ptr addrspace(5) %v_var, align 4
  %t17 = fadd float %v_1, %t15
  store float %t17, ptr addrspace(5) %v_var, align 4
  br label %next
next:
  %d_2 = load i32, ptr addrspace(5) %d_var, align 4
  %t19 = ashr i32 %d_2, 1
  store i32 %t19, ptr addrspace(5) %d_var, align 4
  br label %loop
endloop:
  %t20 = call i32 @kp.thread.x()
  %t21 = urem i32 %t20, 32
  %t22 = icmp eq i32 %t21, 0
  br i1 %t22, label %then_1, label %endif_1
then_1:
  %v_2 = load float, ptr addrspace(5) %v_var, align 4
  %t24 = sdiv i32 %i, 32
  %t25 = sext i32 %t24 to i64
  %t26 = getelementptr float, ptr addrspace(1) %out, i64 %t25
  store float %v_2, ptr addrspace(1) %t26, align 4
  br label %endif_1
endif_1:
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

define internal i32 @kp.from_lane(i32 %word, i32 %lane) alwaysinline convergent nounwind {
  %at = shl i32 %lane, 2
  %v = call i32 @llvm.amdgcn.ds.bpermute(i32 %at, i32 %word)
  ret i32 %v
}

define internal i32 @kp.lane() alwaysinline nounwind {
  %low = call i32 @llvm.amdgcn.mbcnt.lo(i32 -1, i32 0)
  %v = call i32 @llvm.amdgcn.mbcnt.hi(i32 -1, i32 %low)
  ret i32 %v
}

define internal i32 @kp.shuffle_down(i64 %mask, i32 %word, i32 %delta, i32 %width) alwaysinline convergent nounwind {
  %me = call i32 @kp.lane()
  %last = sub i32 %width, 1
  %within = and i32 %me, %last
  %steps = and i32 %delta, 31
  %sum = add i32 %within, %steps
  %inside = icmp ult i32 %sum, %width
  %there = add i32 %me, %steps
  %source = select i1 %inside, i32 %there, i32 %me
  %v = call i32 @kp.from_lane(i32 %word, i32 %source)
  ret i32 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workitem.id.x()
  ret i32 %v
}

declare i32 @llvm.amdgcn.ds.bpermute(i32, i32)
declare i32 @llvm.amdgcn.mbcnt.hi(i32, i32)
declare i32 @llvm.amdgcn.mbcnt.lo(i32, i32)
declare i32 @llvm.amdgcn.workgroup.id.x()
declare i32 @llvm.amdgcn.workitem.id.x()
declare ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()

!llvm.module.flags = !{!0}
!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
