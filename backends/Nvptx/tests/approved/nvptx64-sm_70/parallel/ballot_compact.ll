; ballot_compact.cu for nvptx64:sm_70, translated by KernelPort.
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @compact(ptr addrspace(1) %x, ptr addrspace(1) %out, ptr addrspace(1) %count) convergent nounwind {
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
  %t11 = call i64 @kp.ballot(i64 4294967295, i1 %t10)
  %m = trunc i64 %t11 to i32
  %t13 = call i32 @kp.thread.x()
  %t14 = icmp uge i32 %t13, 32
  %t15 = select i1 %t14, i32 0, i32 %t13
  %t16 = shl i32 1, %t15
  %t17 = select i1 %t14, i32 0, i32 %t16
  %t18 = sub i32 %t17, 1
  %before = and i32 %m, %t18
  %t20 = icmp ne i32 %keep, 0
  br i1 %t20, label %then, label %endif
then:
  %t21 = call i32 @llvm.ctpop.i32(i32 %before)
  %t22 = sext i32 %t21 to i64
  %t23 = getelementptr i32, ptr addrspace(1) %out, i64 %t22
  store i32 %v, ptr addrspace(1) %t23, align 4
  br label %endif
endif:
  %t24 = call i32 @kp.thread.x()
  %t25 = icmp eq i32 %t24, 0
  br i1 %t25, label %then_1, label %endif_1
then_1:
  %t26 = call i32 @llvm.ctpop.i32(i32 %m)
  store i32 %t26, ptr addrspace(1) %count, align 4
  br label %endif_1
endif_1:
  ret void
}

define internal i64 @kp.ballot(i64 %mask, i1 %yes) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %bits = call i32 @llvm.nvvm.vote.ballot.sync(i32 %members, i1 %yes)
  %v = zext i32 %bits to i64
  ret i64 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  ret i32 %v
}

declare i32 @llvm.ctpop.i32(i32)
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare i32 @llvm.nvvm.vote.ballot.sync(i32, i1)
