; Places, barriers, exchanges and fences of NVIDIA's machines; the mask of an exchange has 32 bits there.

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

define internal void @kp.barrier() alwaysinline convergent nounwind {
  call void @llvm.nvvm.barrier0()
  ret void
}

define internal i32 @kp.barrier_count(i1 %yes) alwaysinline convergent nounwind {
  %p = zext i1 %yes to i32
  %v = call i32 @llvm.nvvm.barrier0.popc(i32 %p)
  ret i32 %v
}

define internal i32 @kp.barrier_and(i1 %yes) alwaysinline convergent nounwind {
  %p = zext i1 %yes to i32
  %v = call i32 @llvm.nvvm.barrier0.and(i32 %p)
  ret i32 %v
}

define internal i32 @kp.barrier_or(i1 %yes) alwaysinline convergent nounwind {
  %p = zext i1 %yes to i32
  %v = call i32 @llvm.nvvm.barrier0.or(i32 %p)
  ret i32 %v
}

define internal void @kp.warp_barrier(i64 %mask) alwaysinline convergent nounwind {
  %lanes = trunc i64 %mask to i32
  call void @llvm.nvvm.bar.warp.sync(i32 %lanes)
  ret void
}

; The last operand holds the end of the lanes that exchange in its low bits, and above them which bits of a lane's number are not its own.

define internal i32 @kp.shuffle(i64 %mask, i32 %word, i32 %lane, i32 %width) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %outside = sub i32 32, %width
  %above = shl i32 %outside, 8
  %bounds = or i32 %above, 31
  %v = call i32 @llvm.nvvm.shfl.sync.idx.i32(i32 %members, i32 %word, i32 %lane, i32 %bounds)
  ret i32 %v
}

define internal i32 @kp.shuffle_up(i64 %mask, i32 %word, i32 %delta, i32 %width) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %outside = sub i32 32, %width
  %above = shl i32 %outside, 8
  %bounds = or i32 %above, 0
  %v = call i32 @llvm.nvvm.shfl.sync.up.i32(i32 %members, i32 %word, i32 %delta, i32 %bounds)
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

define internal i32 @kp.shuffle_xor(i64 %mask, i32 %word, i32 %lanes, i32 %width) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %outside = sub i32 32, %width
  %above = shl i32 %outside, 8
  %bounds = or i32 %above, 31
  %v = call i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 %members, i32 %word, i32 %lanes, i32 %bounds)
  ret i32 %v
}

define internal i32 @kp.vote_all(i64 %mask, i1 %yes) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %answer = call i1 @llvm.nvvm.vote.all.sync(i32 %members, i1 %yes)
  %v = zext i1 %answer to i32
  ret i32 %v
}

define internal i32 @kp.vote_any(i64 %mask, i1 %yes) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %answer = call i1 @llvm.nvvm.vote.any.sync(i32 %members, i1 %yes)
  %v = zext i1 %answer to i32
  ret i32 %v
}

define internal i64 @kp.ballot(i64 %mask, i1 %yes) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %bits = call i32 @llvm.nvvm.vote.ballot.sync(i32 %members, i1 %yes)
  %v = zext i32 %bits to i64
  ret i64 %v
}

define internal i64 @kp.active_mask() alwaysinline convergent nounwind {
  %bits = call i32 @llvm.nvvm.activemask()
  %v = zext i32 %bits to i64
  ret i64 %v
}

define internal i64 @kp.match_any.i32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %bits = call i32 @llvm.nvvm.match.any.sync.i32(i32 %members, i32 %value)
  %v = zext i32 %bits to i64
  ret i64 %v
}

define internal i64 @kp.match_any.i64(i64 %mask, i64 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %bits = call i32 @llvm.nvvm.match.any.sync.i64(i32 %members, i64 %value)
  %v = zext i32 %bits to i64
  ret i64 %v
}

define internal void @kp.fence_block() alwaysinline nounwind {
  call void @llvm.nvvm.membar.cta()
  ret void
}

define internal void @kp.fence_device() alwaysinline nounwind {
  call void @llvm.nvvm.membar.gl()
  ret void
}

define internal void @kp.fence_system() alwaysinline nounwind {
  call void @llvm.nvvm.membar.sys()
  ret void
}

define internal void @kp.sleep(i32 %nanoseconds) alwaysinline nounwind {
  call void @llvm.nvvm.nanosleep(i32 %nanoseconds)
  ret void
}

define internal i64 @kp.clock() alwaysinline nounwind {
  %v = call i64 @llvm.nvvm.read.ptx.sreg.clock64()
  ret i64 %v
}

declare i1 @llvm.nvvm.vote.all.sync(i32, i1)
declare i1 @llvm.nvvm.vote.any.sync(i32, i1)
declare i32 @llvm.nvvm.activemask()
declare i32 @llvm.nvvm.barrier0.and(i32)
declare i32 @llvm.nvvm.barrier0.or(i32)
declare i32 @llvm.nvvm.barrier0.popc(i32)
declare i32 @llvm.nvvm.match.any.sync.i32(i32, i32)
declare i32 @llvm.nvvm.match.any.sync.i64(i32, i64)
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
declare i32 @llvm.nvvm.shfl.sync.bfly.i32(i32, i32, i32, i32)
declare i32 @llvm.nvvm.shfl.sync.down.i32(i32, i32, i32, i32)
declare i32 @llvm.nvvm.shfl.sync.idx.i32(i32, i32, i32, i32)
declare i32 @llvm.nvvm.shfl.sync.up.i32(i32, i32, i32, i32)
declare i32 @llvm.nvvm.vote.ballot.sync(i32, i1)
declare i64 @llvm.nvvm.read.ptx.sreg.clock64()
declare void @llvm.nvvm.bar.warp.sync(i32)
declare void @llvm.nvvm.barrier0()
declare void @llvm.nvvm.membar.cta()
declare void @llvm.nvvm.membar.gl()
declare void @llvm.nvvm.membar.sys()
declare void @llvm.nvvm.nanosleep(i32)
