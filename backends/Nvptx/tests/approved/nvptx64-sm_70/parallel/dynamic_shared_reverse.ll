; dynamic_shared_reverse.cu for nvptx64:sm_70, translated by KernelPort.
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"
@kp_dynamic_shared = external addrspace(3) global [0 x i8], align 16

define ptx_kernel void @reverse(ptr addrspace(1) %data) convergent nounwind {
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
  call void @llvm.nvvm.barrier0()
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
declare void @llvm.nvvm.barrier0()
