; Waves of 64 lanes: gfx9.

define internal i32 @kp.lane() alwaysinline nounwind {
  %low = call i32 @llvm.amdgcn.mbcnt.lo(i32 -1, i32 0)
  %v = call i32 @llvm.amdgcn.mbcnt.hi(i32 -1, i32 %low)
  ret i32 %v
}

define internal i64 @kp.ballot(i64 %mask, i1 %yes) alwaysinline convergent nounwind {
  %v = call i64 @llvm.amdgcn.ballot.i64(i1 %yes)
  ret i64 %v
}

define internal i64 @kp.active_mask() alwaysinline convergent nounwind {
  %v = call i64 @llvm.amdgcn.ballot.i64(i1 true)
  ret i64 %v
}

define internal i64 @kp.clock() alwaysinline nounwind {
  %v = call i64 @llvm.amdgcn.s.memtime()
  ret i64 %v
}

declare i32 @llvm.amdgcn.mbcnt.lo(i32, i32)
declare i32 @llvm.amdgcn.mbcnt.hi(i32, i32)
declare i64 @llvm.amdgcn.ballot.i64(i1)
declare i64 @llvm.amdgcn.s.memtime()
