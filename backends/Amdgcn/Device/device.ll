; Places, barriers and fences on machines of AMD's; what depends on a wave's width is in files of its own.

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

define internal i32 @kp.block.x() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workgroup.id.x()
  ret i32 %v
}

define internal i32 @kp.block.y() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workgroup.id.y()
  ret i32 %v
}

define internal i32 @kp.block.z() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.workgroup.id.z()
  ret i32 %v
}

; Hidden arguments of code object version 5: numbers of blocks at 0, 4 and 8, sizes of a block in 16 bits at 12, 14 and 16.
define internal i32 @kp.griddim.x() alwaysinline nounwind {
  %hidden = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %v = load i32, ptr addrspace(4) %hidden, align 4
  ret i32 %v
}

define internal i32 @kp.griddim.y() alwaysinline nounwind {
  %hidden = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %at = getelementptr i8, ptr addrspace(4) %hidden, i64 4
  %v = load i32, ptr addrspace(4) %at, align 4
  ret i32 %v
}

define internal i32 @kp.griddim.z() alwaysinline nounwind {
  %hidden = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %at = getelementptr i8, ptr addrspace(4) %hidden, i64 8
  %v = load i32, ptr addrspace(4) %at, align 4
  ret i32 %v
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

define internal i32 @kp.blockdim.z() alwaysinline nounwind {
  %hidden = call ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
  %at = getelementptr i8, ptr addrspace(4) %hidden, i64 16
  %size = load i16, ptr addrspace(4) %at, align 2
  %v = zext i16 %size to i32
  ret i32 %v
}

define internal void @kp.barrier() alwaysinline convergent nounwind {
  fence syncscope("workgroup") release
  call void @llvm.amdgcn.s.barrier()
  fence syncscope("workgroup") acquire
  ret void
}

; A wave goes in step; the fence keeps the compiler from moving accesses across.
define internal void @kp.warp_barrier(i64 %mask) alwaysinline convergent nounwind {
  fence syncscope("wavefront") release
  call void @llvm.amdgcn.wave.barrier()
  fence syncscope("wavefront") acquire
  ret void
}

define internal void @kp.fence_block() alwaysinline nounwind {
  fence syncscope("workgroup") seq_cst
  ret void
}

define internal void @kp.fence_device() alwaysinline nounwind {
  fence syncscope("agent") seq_cst
  ret void
}

define internal void @kp.fence_system() alwaysinline nounwind {
  fence seq_cst
  ret void
}

; A wish: some hundred cycles whatever was asked for.
define internal void @kp.sleep(i32 %nanoseconds) alwaysinline nounwind {
  call void @llvm.amdgcn.s.sleep(i32 2)
  ret void
}

; What a lane of the wave has; indices count bytes.
define internal i32 @kp.from_lane(i32 %word, i32 %lane) alwaysinline convergent nounwind {
  %at = shl i32 %lane, 2
  %v = call i32 @llvm.amdgcn.ds.bpermute(i32 %at, i32 %word)
  ret i32 %v
}

define internal i32 @kp.shuffle(i64 %mask, i32 %word, i32 %lane, i32 %width) alwaysinline convergent nounwind {
  %me = call i32 @kp.lane()
  %last = sub i32 %width, 1
  %outside = xor i32 %last, -1
  %low = and i32 %me, %outside
  %within = and i32 %lane, %last
  %source = or i32 %low, %within
  %v = call i32 @kp.from_lane(i32 %word, i32 %source)
  ret i32 %v
}

define internal i32 @kp.shuffle_up(i64 %mask, i32 %word, i32 %delta, i32 %width) alwaysinline convergent nounwind {
  %me = call i32 @kp.lane()
  %last = sub i32 %width, 1
  %within = and i32 %me, %last
  %steps = and i32 %delta, 31
  %inside = icmp uge i32 %within, %steps
  %there = sub i32 %me, %steps
  %source = select i1 %inside, i32 %there, i32 %me
  %v = call i32 @kp.from_lane(i32 %word, i32 %source)
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

define internal i32 @kp.shuffle_xor(i64 %mask, i32 %word, i32 %lanes, i32 %width) alwaysinline convergent nounwind {
  %me = call i32 @kp.lane()
  %last = sub i32 %width, 1
  %high = or i32 %me, %last
  %flipped = and i32 %lanes, 31
  %there = xor i32 %me, %flipped
  %inside = icmp ule i32 %there, %high
  %source = select i1 %inside, i32 %there, i32 %me
  %v = call i32 @kp.from_lane(i32 %word, i32 %source)
  ret i32 %v
}

declare i32 @llvm.amdgcn.workitem.id.x()
declare i32 @llvm.amdgcn.workitem.id.y()
declare i32 @llvm.amdgcn.workitem.id.z()
declare i32 @llvm.amdgcn.workgroup.id.x()
declare i32 @llvm.amdgcn.workgroup.id.y()
declare i32 @llvm.amdgcn.workgroup.id.z()
declare ptr addrspace(4) @llvm.amdgcn.implicitarg.ptr()
declare void @llvm.amdgcn.s.barrier()
declare void @llvm.amdgcn.wave.barrier()
declare void @llvm.amdgcn.s.sleep(i32 immarg)
declare i32 @llvm.amdgcn.ds.bpermute(i32, i32)
