; Waves of 32 lanes: gfx11.

define internal i32 @kp.lane() alwaysinline nounwind {
  %v = call i32 @llvm.amdgcn.mbcnt.lo(i32 -1, i32 0)
  ret i32 %v
}

define internal i64 @kp.ballot(i64 %mask, i1 %yes) alwaysinline convergent nounwind {
  %bits = call i32 @llvm.amdgcn.ballot.i32(i1 %yes)
  %v = zext i32 %bits to i64
  ret i64 %v
}

define internal i64 @kp.active_mask() alwaysinline convergent nounwind {
  %bits = call i32 @llvm.amdgcn.ballot.i32(i1 true)
  %v = zext i32 %bits to i64
  ret i64 %v
}

; The counter of cycles has 20 bits here and starts anew; this one counts at 100 MHz and does not.
define internal i64 @kp.clock() alwaysinline nounwind {
  %v = call i64 @llvm.readsteadycounter()
  ret i64 %v
}

declare i32 @llvm.amdgcn.mbcnt.lo(i32, i32)
declare i32 @llvm.amdgcn.ballot.i32(i1)
declare i64 @llvm.readsteadycounter()
