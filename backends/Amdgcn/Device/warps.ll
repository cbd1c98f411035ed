; Votes of a block are counted in local memory; matches and reductions of a warp look at its lanes one by one, those that a mask names.

@kp.votes = internal addrspace(3) global i32 undef, align 4

; The first barrier keeps the count before from being taken for this one.
define internal i32 @kp.barrier_count(i1 %yes) convergent nounwind {
  call void @kp.barrier()
  store i32 0, ptr addrspace(3) @kp.votes, align 4
  call void @kp.barrier()
  %vote = zext i1 %yes to i32
  %before = atomicrmw add ptr addrspace(3) @kp.votes, i32 %vote syncscope("workgroup") monotonic, align 4
  call void @kp.barrier()
  %v = load i32, ptr addrspace(3) @kp.votes, align 4
  ret i32 %v
}

define internal i32 @kp.barrier_or(i1 %yes) convergent nounwind {
  %count = call i32 @kp.barrier_count(i1 %yes)
  %some = icmp ne i32 %count, 0
  %v = zext i1 %some to i32
  ret i32 %v
}

define internal i32 @kp.barrier_and(i1 %yes) convergent nounwind {
  %no = xor i1 %yes, true
  %count = call i32 @kp.barrier_count(i1 %no)
  %all = icmp eq i32 %count, 0
  %v = zext i1 %all to i32
  ret i32 %v
}

define internal i64 @kp.match_any.i32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i64 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %same = icmp eq i32 %other, %value
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %both = and i1 %same, %named
  %bit = zext i1 %both to i64
  %there = shl i64 %bit, %i64
  %s = or i64 %r, %there
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i64 %s
}

define internal i64 @kp.match_any.i64(i64 %mask, i64 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  %lower = trunc i64 %value to i32
  %above = lshr i64 %value, 32
  %upper = trunc i64 %above to i32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i64 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %lower, i32 %from)
  %others = call i32 @kp.from_lane(i32 %upper, i32 %from)
  %same.lower = icmp eq i32 %other, %lower
  %same.upper = icmp eq i32 %others, %upper
  %same = and i1 %same.lower, %same.upper
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %both = and i1 %same, %named
  %bit = zext i1 %both to i64
  %there = shl i64 %bit, %i64
  %s = or i64 %r, %there
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i64 %s
}

define internal i32 @kp.reduce_add.i32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = add i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_add.u32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = add i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_min.i32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 2147483647, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = call i32 @llvm.smin.i32(i32 %r, i32 %other)
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_min.u32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ -1, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = call i32 @llvm.umin.i32(i32 %r, i32 %other)
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_max.i32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ -2147483648, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = call i32 @llvm.smax.i32(i32 %r, i32 %other)
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_max.u32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = call i32 @llvm.umax.i32(i32 %r, i32 %other)
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_and.i32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ -1, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = and i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_and.u32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ -1, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = and i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_or.i32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = or i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_or.u32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = or i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_xor.i32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = xor i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

define internal i32 @kp.reduce_xor.u32(i64 %mask, i32 %value) convergent nounwind {
entry:
  %me = call i32 @kp.lane()
  %low = and i32 %me, -32
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %r = phi i32 [ 0, %entry ], [ %s, %loop ]
  %from = or i32 %low, %i
  %other = call i32 @kp.from_lane(i32 %value, i32 %from)
  %i64 = zext i32 %i to i64
  %shifted = lshr i64 %mask, %i64
  %named = trunc i64 %shifted to i1
  %c = xor i32 %r, %other
  %s = select i1 %named, i32 %c, i32 %r
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 32
  br i1 %more, label %loop, label %done
done:
  ret i32 %s
}

declare i32 @llvm.smax.i32(i32, i32)
declare i32 @llvm.smin.i32(i32, i32)
declare i32 @llvm.umax.i32(i32, i32)
declare i32 @llvm.umin.i32(i32, i32)
