; words.c through clang 19; generate.sh writes it.
define internal i32 @kp.byte_perm.u32(i32 %a, i32 %b, i32 %s) {
entry:
  %conv = zext i32 %a to i64
  %conv1 = zext i32 %b to i64
  %shl = shl nuw i64 %conv1, 32
  %or = or disjoint i64 %shl, %conv
  %and3 = shl i32 %s, 3
  %mul4 = and i32 %and3, 56
  %sh_prom = zext nneg i32 %mul4 to i64
  %shr5 = lshr i64 %or, %sh_prom
  %conv6 = trunc i64 %shr5 to i32
  %and8 = and i32 %s, 8
  %tobool.not = icmp eq i32 %and8, 0
  %and9 = and i32 %conv6, 128
  %tobool10.not = icmp eq i32 %and9, 0
  %cond = select i1 %tobool10.not, i32 0, i32 255
  %and7 = and i32 %conv6, 255
  %cond11 = select i1 %tobool.not, i32 %and7, i32 %cond
  %0 = lshr i32 %s, 1
  %mul4.1 = and i32 %0, 56
  %sh_prom.1 = zext nneg i32 %mul4.1 to i64
  %shr5.1 = lshr i64 %or, %sh_prom.1
  %conv6.1 = trunc i64 %shr5.1 to i32
  %1 = and i32 %s, 128
  %tobool.not.1 = icmp eq i32 %1, 0
  %and9.1 = and i32 %conv6.1, 128
  %tobool10.not.1 = icmp eq i32 %and9.1, 0
  %cond.1 = select i1 %tobool10.not.1, i32 0, i32 255
  %and7.1 = and i32 %conv6.1, 255
  %cond11.1 = select i1 %tobool.not.1, i32 %and7.1, i32 %cond.1
  %shl13.1 = shl nuw nsw i32 %cond11.1, 8
  %or14.1 = or disjoint i32 %shl13.1, %cond11
  %2 = lshr i32 %s, 5
  %mul4.2 = and i32 %2, 56
  %sh_prom.2 = zext nneg i32 %mul4.2 to i64
  %shr5.2 = lshr i64 %or, %sh_prom.2
  %conv6.2 = trunc i64 %shr5.2 to i32
  %3 = and i32 %s, 2048
  %tobool.not.2 = icmp eq i32 %3, 0
  %and9.2 = and i32 %conv6.2, 128
  %tobool10.not.2 = icmp eq i32 %and9.2, 0
  %cond.2 = select i1 %tobool10.not.2, i32 0, i32 255
  %and7.2 = and i32 %conv6.2, 255
  %cond11.2 = select i1 %tobool.not.2, i32 %and7.2, i32 %cond.2
  %shl13.2 = shl nuw nsw i32 %cond11.2, 16
  %or14.2 = or disjoint i32 %shl13.2, %or14.1
  %4 = lshr i32 %s, 9
  %mul4.3 = and i32 %4, 56
  %sh_prom.3 = zext nneg i32 %mul4.3 to i64
  %shr5.3 = lshr i64 %or, %sh_prom.3
  %conv6.3 = trunc i64 %shr5.3 to i32
  %5 = and i32 %s, 32768
  %tobool.not.3 = icmp eq i32 %5, 0
  %and9.3 = and i32 %conv6.3, 128
  %tobool10.not.3 = icmp eq i32 %and9.3, 0
  %cond.3 = select i1 %tobool10.not.3, i32 0, i32 255
  %and7.3 = and i32 %conv6.3, 255
  %cond11.3 = select i1 %tobool.not.3, i32 %and7.3, i32 %cond.3
  %shl13.3 = shl nuw i32 %cond11.3, 24
  %or14.3 = or disjoint i32 %shl13.3, %or14.2
  ret i32 %or14.3
}
define internal i32 @kp.mul24.i32(i32 %a, i32 %b) {
entry:
  %shl = shl i32 %a, 8
  %shr = ashr exact i32 %shl, 8
  %shl1 = shl i32 %b, 8
  %shr2 = ashr exact i32 %shl1, 8
  %mul = mul i32 %shr2, %shr
  ret i32 %mul
}
define internal i32 @kp.mul24.u32(i32 %a, i32 %b) {
entry:
  %and = and i32 %a, 16777215
  %and1 = and i32 %b, 16777215
  %mul = mul i32 %and1, %and
  ret i32 %mul
}
