; Reductions of a warp, which sm_80 and later have.

define internal i32 @kp.reduce_add.i32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.add(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_add.u32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.add(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_min.i32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.min(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_min.u32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.umin(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_max.i32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.max(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_max.u32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.umax(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_and.i32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.and(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_and.u32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.and(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_or.i32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.or(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_or.u32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.or(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_xor.i32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.xor(i32 %value, i32 %members)
  ret i32 %v
}

define internal i32 @kp.reduce_xor.u32(i64 %mask, i32 %value) alwaysinline convergent nounwind {
  %members = trunc i64 %mask to i32
  %v = call i32 @llvm.nvvm.redux.sync.xor(i32 %value, i32 %members)
  ret i32 %v
}

declare i32 @llvm.nvvm.redux.sync.add(i32, i32)
declare i32 @llvm.nvvm.redux.sync.and(i32, i32)
declare i32 @llvm.nvvm.redux.sync.max(i32, i32)
declare i32 @llvm.nvvm.redux.sync.min(i32, i32)
declare i32 @llvm.nvvm.redux.sync.or(i32, i32)
declare i32 @llvm.nvvm.redux.sync.umax(i32, i32)
declare i32 @llvm.nvvm.redux.sync.umin(i32, i32)
declare i32 @llvm.nvvm.redux.sync.xor(i32, i32)
