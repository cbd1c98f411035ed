; The whole grid meets, in a launch that keeps all its blocks there at once. Each block adds to one number, the first of them so much that the sum of all is 2^31: the
; highest bit turns when the last has come, and nothing need be set back. The number is the module's: two such launches of it at a time would count together.

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
