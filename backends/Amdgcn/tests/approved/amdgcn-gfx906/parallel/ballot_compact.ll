; ballot_compact.cu for amdgcn:gfx906, translated by KernelPort.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9"
target triple = "amdgcn-amd-amdhsa"

define amdgpu_kernel void @compact(ptr addrspace(1) %x, ptr addrspace(1) %out, ptr addrspace(1) %count) convergent nounwind "amdgpu-flat-work-group-size"="1,1024" "uniform-work-group-size"="true" {
  %t1 = call i32 @kp.thread.x()
  %t2 = zext i32 %t1 to i64
  %t3 = getelementptr i32, ptr addrspace(1) %x, i64 %t2
  %v = load i32, ptr addrspace(1) %t3, align 4
  %t5 = icmp sge i32 %v, 0
  %t6 = srem i32 %v, 2
  %t7 = icmp eq i32 %t6, 0
  %t8 = and i1 %t5, %t7
  %keep = zext i1 %t8 to i32
  %t10 = icmp ne i32 %keep, 0
  %ballot = call i64 @kp.ballot(i64 4294967295, i1 %t10)
  %t12 = call i32 @kp.thread.x()
  %t13 = call i32 @kp.blockdim.x()
  %t14 = call i32 @kp.thread.y()
  %t15 = call i32 @kp.blockdim.y()
  %t16 = call i32 @kp.thread.z()
  %t17 = mul i32 %t15, %t16
  %t18 = add i32 %t14, %t17
  %t19 = mul i32 %t13, %t18
  %t20 = add i32 %t12, %t19
  %t21 = and i32 %t20, 32
  %t22 = icmp uge i32 %t21, 64
  %t23 = select i1 %t22, i32 0, i32 %t21
  %t24 = zext i32 %t23 to i64
  %t25 = lshr i64 %ballot, %t24
  %t26 = select i1 %t22, i64 0, i64 %t25
  %t27 = and i64 %t26, 4294967295
  %t28 = and i64 %t27, 4294967295
  %m = trunc i64 %t28 to i32
  %t30 = call i32 @kp.thread.x()
  %t31 = icmp uge i32 %t30, 32
  %t32 = select i1 %t31, i32 0, i32 %t30
  %t33 = shl i32 1, %t32
  %t34 = select i1 %t31, i32 0, i32 %t33
  %t35 = sub i32 %t34, 1
  %before = and i32 %m, %t35
  %t37 = icmp ne i32 %keep, 0
  br i1 %t37, label %then, label %endif
then:
  %t38 = call i32 @llvm.ctpop.i32(i32 %before)
  %t39 = sext i32 %t38 to i64
  %t40 = getelementptr i32, ptr addrspace(1) %out, i64 %t39
  store i32 %v, ptr addrspace(1) %t40, align 4
  br label %endif
endif:
  %t41 = call i32 @kp.thread.x()
  %t42 = icmp eq i32 %t41, 0
  br i1 %t42, label %then_1, label %endif_1
then_1:
  %t43 = call i32 @llvm.ctpop.i32(i32 %m)
  store i32 %t43, ptr addrspace(1) %count, align 4
  br label %endif_1
endif_1:
  ret void
}

define internal i64 @kp.ballot(i64 %mask, i1 %yes) alwaysinline convergent nounwind {
  %v = call i64 @llvm.amdgcn.ballot.i64(i1 %yes)
  ret i64 %v
}

define internal i32 @kp.blockdim.x() alwaysinline nounwind {
  %hidden = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %at = getelementptr i8, ptr addrspace(4) %hidden, i64 12
  %size = load i16, ptr addrspace(4) %at, align 2
  %v = zext i16 %size to i32
  ret i32 %v
}

define internal i32 @kp.blockdim.y() alwaysinline nounwind {
  %hidden = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %at = getelementptr i8, ptr addrspace(4) %hidden, i64 14
  %size = load i16, ptr addrspace(4) %at, align 2
  %v = zext i16 %size to i32
  ret i32 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workitem.id.x()
  ret i32 %v
}

define internal i32 @kp.thread.y() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workitem.id.y()
  ret i32 %v
}

define internal i32 @kp.thread.z() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workitem.id.z()
  ret i32 %v
}

declare i32 @llvm.amdgcn.workitem.id.x()
declare i32 @llvm.amdgcn.workitem.id.y()
declare i32 @llvm.amdgcn.workitem.id.z()
declare i32 @llvm.ctpop.i32(i32)
declare i64 @llvm.amdgcn.ballot.i64(i1)
declare ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()

!llvm.module.flags = !{!0}
!0 = !{i32 1, !"amdhsa_code_object_version", i32 500}
