; warp_sum_down.cu for nvptx64:sm_70, translated by KernelPort.
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @warp_sum(ptr addrspace(1) %in, ptr addrspace(1) %out) convergent nounwind {
  %v_var = alloca float, align 4
  %d_var = alloca i32, align 4
  %t1 = call i32 @kp.block.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = mul i32 %t1, %t2
  %t4 = call i32 @kp.thread.x()
  %i = add i32 %t3, %t4
  %t6 = sext i32 %i to i64
  %t7 = getelementptr float, ptr addrspace(1) %in, i64 %t6
  %t8 = load float, ptr addrspace(1) %t7, align 4
  store float %t8, ptr %v_var, align 4
  store i32 16, ptr %d_var, align 4
  br label %loop
loop:
  %d = load i32, ptr %d_var, align 4
  %t10 = icmp sle i32 %d, 0
  br i1 %t10, label %then, label %endif
then:
  br label %endloop
endif:
  %v = load float, ptr %v_var, align 4
  %d_1 = load i32, ptr %d_var, align 4
  %t13 = bitcast float %v to i32
  %t14 = call i32 @kp.shuffle_down(i64 4294967295, i32 %t13, i32 %d_1, i32 32)
  %t15 = bitcast i32 %t14 to float
  %v_1 = load float, ptr %v_var, align 4
  %t17 = fadd float %v_1, %t15
  store float %t17, ptr %v_var, align 4
  br label %next
next:
  %d_2 = load i32, ptr %d_var, align 4
  %t19 = ashr i32 %d_2, 1
  store i32 %t19, ptr %d_var, align 4
  br label %loop
endloop:
  %t20 = call i32 @kp.thread.x()
  %t21 = urem i32 %t20, 32
  %t22 = icmp eq i32 %t21, 0
  br i1 %t22, label %then_1, label %endif_1
then_1:
  %v_2 = load float, ptr %v_var, align 4
  %t24 = sdiv i32 %i, 32
  %t25 = sext i32 %t24 to i64
  %t26 = getelementptr float, ptr addrspace(1) %out, i64 %t25
  store float %v_2, ptr addrspace(1) %t26, align 4
  br label %endif_1
endif_1:
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

define internal i32 @kp.shuffle_down(i64 %mask, i32 %word, i32 %delta, i32 %width) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %outside = sub i32 32, %width
  %above = shl i32 %outside, 8
  %bounds = or i32 %above, 31
  %v = call i32 @llvm.nvvm.shfl.sync.down.i32(i32 %members, i32 %word, i32 %delta, i32 %bounds)
  ret i32 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  ret i32 %v
}

declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare i32 @llvm.nvvm.shfl.sync.down.i32(i32, i32, i32, i32)
