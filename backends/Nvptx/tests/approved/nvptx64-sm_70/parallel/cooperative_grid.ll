; cooperative_grid.cu for nvptx64:sm_70, translated by KernelPort.
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

%cooperative_groups_grid_group = type <{ <{ [1 x i8] }> }>
@ring.mine = internal addrspace(3) global [8 x i32] undef, align 4

define internal void @cooperative_groups_this_grid() convergent nounwind {
  ret void
}

define internal void @cooperative_groups_grid_group_sync() convergent nounwind {
  call void @kp.grid_barrier()
  ret void
}

define ptx_kernel void @ring(ptr addrspace(1) %a, ptr addrspace(1) %b) convergent nounwind {
  call void @cooperative_groups_this_grid()
  %t1 = call i32 @kp.block.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = mul i32 %t1, %t2
  %t4 = call i32 @kp.thread.x()
  %i = add i32 %t3, %t4
  %t6 = call i32 @kp.griddim.x()
  %t7 = call i32 @kp.blockdim.x()
  %n = mul i32 %t6, %t7
  %t9 = sext i32 %i to i64
  %t10 = getelementptr i32, ptr addrspace(1) %a, i64 %t9
  %t11 = load i32, ptr addrspace(1) %t10, align 4
  %t12 = call i32 @kp.thread.x()
  %t13 = zext i32 %t12 to i64
  %t14 = getelementptr i32, ptr addrspace(3) @ring.mine, i64 %t13
  store i32 %t11, ptr addrspace(3) %t14, align 4
  %t15 = sext i32 %i to i64
  %t16 = getelementptr i32, ptr addrspace(1) %a, i64 %t15
  %t17 = load i32, ptr addrspace(1) %t16, align 4
  %t18 = add i32 %t17, %n
  %t19 = sext i32 %i to i64
  %t20 = getelementptr i32, ptr addrspace(1) %a, i64 %t19
  store i32 %t18, ptr addrspace(1) %t20, align 4
  call void @cooperative_groups_grid_group_sync()
  %t21 = sdiv i32 %n, 2
  %t22 = add i32 %i, %t21
  %t23 = icmp eq i32 %n, 0
  %t24 = icmp eq i32 %n, -1
  %t25 = or i1 %t23, %t24
  %t26 = select i1 %t25, i32 1, i32 %n
  %t27 = srem i32 %t22, %t26
  %t28 = select i1 %t24, i32 0, i32 %t27
  %t29 = select i1 %t23, i32 %t22, i32 %t28
  %t30 = sext i32 %t29 to i64
  %t31 = getelementptr i32, ptr addrspace(1) %a, i64 %t30
  %t32 = load i32, ptr addrspace(1) %t31, align 4
  %t33 = call i32 @kp.thread.x()
  %t34 = zext i32 %t33 to i64
  %t35 = getelementptr i32, ptr addrspace(3) @ring.mine, i64 %t34
  %t36 = load i32, ptr addrspace(3) %t35, align 4
  %t37 = sdiv i32 %n, 2
  %t38 = add i32 %i, %t37
  %t39 = icmp eq i32 %n, 0
  %t40 = icmp eq i32 %n, -1
  %t41 = or i1 %t39, %t40
  %t42 = select i1 %t41, i32 1, i32 %n
  %t43 = srem i32 %t38, %t42
  %t44 = select i1 %t40, i32 0, i32 %t43
  %t45 = select i1 %t39, i32 %t38, i32 %t44
  %t46 = sext i32 %t45 to i64
  %t47 = getelementptr i32, ptr addrspace(1) %a, i64 %t46
  %t48 = load i32, ptr addrspace(1) %t47, align 4
  %t49 = add i32 %t32, %t36
  %t50 = sdiv i32 %n, 2
  %t51 = add i32 %i, %t50
  %t52 = icmp eq i32 %n, 0
  %t53 = icmp eq i32 %n, -1
  %t54 = or i1 %t52, %t53
  %t55 = select i1 %t54, i32 1, i32 %n
  %t56 = srem i32 %t51, %t55
  %t57 = select i1 %t53, i32 0, i32 %t56
  %t58 = select i1 %t52, i32 %t51, i32 %t57
  %t59 = sub i32 %t49, %t58
  %t60 = sdiv i32 %n, 2
  %t61 = add i32 %i, %t60
  %t62 = icmp eq i32 %n, 0
  %t63 = icmp eq i32 %n, -1
  %t64 = or i1 %t62, %t63
  %t65 = select i1 %t64, i32 1, i32 %n
  %t66 = srem i32 %t61, %t65
  %t67 = select i1 %t63, i32 0, i32 %t66
  %t68 = select i1 %t62, i32 %t61, i32 %t67
  %t69 = add i32 %t59, %t68
  %t70 = sub i32 %t48, %n
  %t71 = sub i32 %t69, %t70
  %t72 = srem i32 %i, 1
  %t73 = add i32 %t71, %t72
  %t74 = sext i32 %i to i64
  %t75 = getelementptr i32, ptr addrspace(1) %b, i64 %t74
  store i32 %t73, ptr addrspace(1) %t75, align 4
  ret void
}

define internal i64 @cooperative_groups_grid_group_block_rank() convergent nounwind {
  %t1 = call i32 @kp.block.x()
  %t2 = zext i32 %t1 to i64
  %t3 = call i32 @kp.griddim.x()
  %t4 = zext i32 %t3 to i64
  %t5 = call i32 @kp.block.y()
  %t6 = zext i32 %t5 to i64
  %t7 = call i32 @kp.griddim.y()
  %t8 = zext i32 %t7 to i64
  %t9 = call i32 @kp.block.z()
  %t10 = zext i32 %t9 to i64
  %t11 = mul i64 %t8, %t10
  %t12 = add i64 %t6, %t11
  %t13 = mul i64 %t4, %t12
  %t14 = add i64 %t2, %t13
  ret i64 %t14
}

define internal i32 @cooperative_groups_thread_block_size() convergent nounwind {
  %t1 = call i32 @kp.blockdim.x()
  %t2 = call i32 @kp.blockdim.y()
  %t3 = mul i32 %t1, %t2
  %t4 = call i32 @kp.blockdim.z()
  %t5 = mul i32 %t3, %t4
  ret i32 %t5
}

define internal i32 @cooperative_groups_thread_block_thread_rank() convergent nounwind {
  %t1 = call i32 @kp.thread.x()
  %t2 = call i32 @kp.blockdim.x()
  %t3 = call i32 @kp.thread.y()
  %t4 = call i32 @kp.blockdim.y()
  %t5 = call i32 @kp.thread.z()
  %t6 = mul i32 %t4, %t5
  %t7 = add i32 %t3, %t6
  %t8 = mul i32 %t2, %t7
  %t9 = add i32 %t1, %t8
  ret i32 %t9
}

define internal i64 @cooperative_groups_grid_group_thread_rank() convergent nounwind {
  %block_rank_result = call i64 @cooperative_groups_grid_group_block_rank()
  %size_result = call i32 @cooperative_groups_thread_block_size()
  %thread_rank_result = call i32 @cooperative_groups_thread_block_thread_rank()
  %t4 = zext i32 %size_result to i64
  %t5 = mul i64 %block_rank_result, %t4
  %t6 = zext i32 %thread_rank_result to i64
  %t7 = add i64 %t5, %t6
  ret i64 %t7
}

define internal void @cooperative_groups_sync_grid_group() convergent nounwind {
  call void @cooperative_groups_grid_group_sync()
  ret void
}

define ptx_kernel void @scan(ptr addrspace(1) %v, ptr addrspace(1) %w, i32 %n) convergent nounwind {
  %d_var = alloca i32, align 4
  %chosen_var = alloca i32, align 4
  call void @cooperative_groups_this_grid()
  %thread_rank_result = call i64 @cooperative_groups_grid_group_thread_rank()
  %i = trunc i64 %thread_rank_result to i32
  store i32 1, ptr %d_var, align 4
  br label %loop
loop:
  %d = load i32, ptr %d_var, align 4
  %t4 = icmp sge i32 %d, %n
  br i1 %t4, label %then, label %endif
then:
  br label %endloop
endif:
  %t5 = icmp slt i32 %i, %n
  br i1 %t5, label %then_1, label %endif_1
then_1:
  %t6 = sext i32 %i to i64
  %t7 = getelementptr i32, ptr addrspace(1) %v, i64 %t6
  %t8 = load i32, ptr addrspace(1) %t7, align 4
  %d_1 = load i32, ptr %d_var, align 4
  %t10 = icmp sge i32 %i, %d_1
  br i1 %t10, label %then_2, label %else
then_2:
  %d_2 = load i32, ptr %d_var, align 4
  %t12 = sub i32 %i, %d_2
  %t13 = sext i32 %t12 to i64
  %t14 = getelementptr i32, ptr addrspace(1) %v, i64 %t13
  %t15 = load i32, ptr addrspace(1) %t14, align 4
  store i32 %t15, ptr %chosen_var, align 4
  br label %endif_2
else:
  store i32 0, ptr %chosen_var, align 4
  br label %endif_2
endif_2:
  %chosen = load i32, ptr %chosen_var, align 4
  %t17 = add i32 %t8, %chosen
  %t18 = sext i32 %i to i64
  %t19 = getelementptr i32, ptr addrspace(1) %w, i64 %t18
  store i32 %t17, ptr addrspace(1) %t19, align 4
  br label %endif_1
endif_1:
  call void @cooperative_groups_sync_grid_group()
  %t20 = icmp slt i32 %i, %n
  br i1 %t20, label %then_3, label %endif_3
then_3:
  %t21 = sext i32 %i to i64
  %t22 = getelementptr i32, ptr addrspace(1) %w, i64 %t21
  %t23 = load i32, ptr addrspace(1) %t22, align 4
  %t24 = sext i32 %i to i64
  %t25 = getelementptr i32, ptr addrspace(1) %v, i64 %t24
  store i32 %t23, ptr addrspace(1) %t25, align 4
  br label %endif_3
endif_3:
  call void @cooperative_groups_grid_group_sync()
  br label %next
next:
  %d_3 = load i32, ptr %d_var, align 4
  %t27 = mul i32 %d_3, 2
  store i32 %t27, ptr %d_var, align 4
  br label %loop
endloop:
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

define internal i32 @kp.block.y() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  ret i32 %v
}

define internal i32 @kp.block.z() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
  ret i32 %v
}

define internal i32 @kp.blockdim.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  ret i32 %v
}

define internal i32 @kp.blockdim.y() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  ret i32 %v
}

define internal i32 @kp.blockdim.z() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.ntid.z()
  ret i32 %v
}

define internal void @kp.fence_device() alwaysinline nounwind {
  call void @llvm.nvvm.membar.gl()
  ret void
}

@kp.grid.arrived = internal addrspace(1) global i32 0, align 4

define internal void @kp.grid_barrier() convergent nounwind {
entry:
  call void @kp.fence_device()
  call void @kp.barrier()
  %tx = call i32 @kp.thread.x()
  %ty = call i32 @kp.thread.y()
  %tz = call i32 @kp.thread.z()
  %txy = or i32 %tx, %ty
  %thread = or i32 %txy, %tz
  %speaks = icmp eq i32 %thread, 0
  br i1 %speaks, label %arrive, label %meet
arrive:
  %gx = call i32 @kp.griddim.x()
  %gy = call i32 @kp.griddim.y()
  %gz = call i32 @kp.griddim.z()
  %gxy = mul i32 %gx, %gy
  %blocks = mul i32 %gxy, %gz
  %bx = call i32 @kp.block.x()
  %by = call i32 @kp.block.y()
  %bz = call i32 @kp.block.z()
  %bxy = or i32 %bx, %by
  %block = or i32 %bxy, %bz
  %first = icmp eq i32 %block, 0
  %most = sub i32 -2147483647, %blocks
  %add = select i1 %first, i32 %most, i32 1
  %before = atomicrmw add ptr addrspace(1) @kp.grid.arrived, i32 %add monotonic
  br label %wait
wait:
  %now = load atomic volatile i32, ptr addrspace(1) @kp.grid.arrived monotonic, align 4
  %both = xor i32 %before, %now
  %turned = icmp slt i32 %both, 0
  br i1 %turned, label %meet, label %wait
meet:
  call void @kp.barrier()
  call void @kp.fence_device()
  ret void
}

define internal i32 @kp.griddim.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
  ret i32 %v
}

define internal i32 @kp.griddim.y() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.nctaid.y()
  ret i32 %v
}

define internal i32 @kp.griddim.z() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.nctaid.z()
  ret i32 %v
}

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  ret i32 %v
}

define internal i32 @kp.thread.y() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  ret i32 %v
}

define internal i32 @kp.thread.z() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.z()
  ret i32 %v
}

declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
declare i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.nctaid.y()
declare i32 @llvm.nvvm.read.ptx.sreg.nctaid.z()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.z()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.y()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.z()
declare void @llvm.nvvm.barrier0()
declare void @llvm.nvvm.membar.gl()
