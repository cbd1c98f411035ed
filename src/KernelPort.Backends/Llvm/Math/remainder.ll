; remainder.c through clang 19; generate.sh writes it.
define internal double @kp.fmod.f64(double %x, double %y) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %1 = tail call double @llvm.fabs.f64(double %y)
  %cmp = fcmp uno double %x, 0.000000e+00
  br i1 %cmp, label %cleanup, label %lor.lhs.false
lor.lhs.false:
  %cmp2 = fcmp uno double %y, 0.000000e+00
  %cmp4 = fcmp oeq double %0, 0x7FF0000000000000
  %or.cond = or i1 %cmp2, %cmp4
  %cmp6 = fcmp oeq double %y, 0.000000e+00
  %or.cond39 = or i1 %cmp6, %or.cond
  br i1 %or.cond39, label %cleanup, label %if.end
if.end:
  %cmp7 = fcmp olt double %0, %1
  br i1 %cmp7, label %cleanup, label %if.end9
if.end9:
  %2 = bitcast double %0 to i64
  %shr = lshr i64 %2, 52
  %conv = trunc nuw nsw i64 %shr to i32
  %3 = bitcast double %1 to i64
  %shr12 = lshr i64 %3, 52
  %conv13 = trunc nuw nsw i64 %shr12 to i32
  %cmp14 = fcmp olt double %1, 0x10000000000000
  %mul = fmul double %1, 0x4350000000000000
  %4 = bitcast double %mul to i64
  %shr21 = lshr i64 %4, 52
  %conv22 = trunc nuw nsw i64 %shr21 to i32
  %sub23 = add nsw i32 %conv22, -54
  %n.0.in.v = select i1 %cmp14, i32 %sub23, i32 %conv13
  %b.0 = select i1 %cmp14, double %mul, double %1
  %n.0.in = add nuw nsw i32 %conv, 1
  %n.0 = sub nsw i32 %n.0.in, %n.0.in.v
  %cmp2766 = icmp sgt i32 %n.0, -1
  br i1 %cmp2766, label %for.body, label %for.end
for.body:
  %rest.068 = phi double [ %rest.1, %for.body ], [ %0, %if.end9 ]
  %n.167 = phi i32 [ %dec, %for.body ], [ %n.0, %if.end9 ]
  %sub30 = add nsw i32 %n.167, -54
  %cond = select i1 %cmp14, i32 %sub30, i32 %n.167
  %div.i = sdiv i32 %cond, 2
  %add.i63 = add nsw i32 %div.i, 1023
  %conv.i64 = zext nneg i32 %add.i63 to i64
  %shl.i65 = shl i64 %conv.i64, 52
  %5 = bitcast i64 %shl.i65 to double
  %mul.i = fmul double %b.0, %5
  %sub.i = add i32 %cond, 1023
  %add.i = sub i32 %sub.i, %div.i
  %conv.i = zext i32 %add.i to i64
  %shl.i = shl i64 %conv.i, 52
  %6 = bitcast i64 %shl.i to double
  %mul2.i = fmul double %mul.i, %6
  %cmp32 = fcmp ugt double %mul2.i, %rest.068
  %sub35 = fsub double %rest.068, %mul2.i
  %rest.1 = select i1 %cmp32, double %rest.068, double %sub35
  %dec = add nsw i32 %n.167, -1
  %cmp27.not = icmp eq i32 %n.167, 0
  br i1 %cmp27.not, label %for.end, label %for.body
for.end:
  %rest.0.lcssa = phi double [ %0, %if.end9 ], [ %rest.1, %for.body ]
  %7 = tail call double @llvm.copysign.f64(double %rest.0.lcssa, double %x)
  br label %cleanup
cleanup:
  %retval.0 = phi double [ %7, %for.end ], [ 0x7FF8000000000000, %lor.lhs.false ], [ 0x7FF8000000000000, %entry ], [ %x, %if.end ]
  ret double %retval.0
}
define internal double @kp.remainder.f64(double %x, double %y) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %y)
  %or.cond74 = fcmp uno double %x, %y
  br i1 %or.cond74, label %cleanup, label %lor.lhs.false2
lor.lhs.false2:
  %1 = tail call double @llvm.fabs.f64(double %x)
  %cmp4 = fcmp oeq double %1, 0x7FF0000000000000
  %cmp6 = fcmp oeq double %y, 0.000000e+00
  %or.cond = or i1 %cmp4, %cmp6
  br i1 %or.cond, label %cleanup, label %if.end
if.end:
  %cmp7 = fcmp oeq double %0, 0x7FF0000000000000
  br i1 %cmp7, label %cleanup, label %if.end9
if.end9:
  %cmp10 = fcmp olt double %0, 0x7FD0000000000000
  br i1 %cmp10, label %cond.true, label %cond.end
cond.true:
  %mul = fmul double %0, 2.000000e+00
  %call11 = tail call double @kp.fmod.f64(double %x, double %mul)
  %.pre = tail call double @llvm.fabs.f64(double %call11)
  br label %cond.end
cond.end:
  %.pre-phi = phi double [ %1, %if.end9 ], [ %.pre, %cond.true ]
  %cmp13 = fcmp olt double %0, 0x20000000000000
  %mul15 = fmul double %0, 5.000000e-01
  br i1 %cmp13, label %cond.true16, label %cond.false19
cond.true16:
  %mul14 = fmul double %.pre-phi, 2.000000e+00
  %cmp17 = fcmp ogt double %mul14, %0
  br i1 %cmp17, label %if.then22, label %if.end34
cond.false19:
  %cmp20 = fcmp ogt double %.pre-phi, %mul15
  br i1 %cmp20, label %if.then22, label %if.end34
if.then22:
  %sub = fsub double %.pre-phi, %0
  br i1 %cmp13, label %cond.true24, label %cond.false28
cond.true24:
  %mul25 = fmul double %sub, 2.000000e+00
  %cmp26 = fcmp ult double %mul25, %0
  br i1 %cmp26, label %if.end34, label %if.then31
cond.false28:
  %cmp29 = fcmp ult double %sub, %mul15
  br i1 %cmp29, label %if.end34, label %if.then31
if.then31:
  %sub32 = fsub double %sub, %0
  br label %if.end34
if.end34:
  %a.0 = phi double [ %sub32, %if.then31 ], [ %sub, %cond.true24 ], [ %sub, %cond.false28 ], [ %.pre-phi, %cond.true16 ], [ %.pre-phi, %cond.false19 ]
  %2 = tail call double @llvm.copysign.f64(double 1.000000e+00, double %x)
  %mul36 = fmul double %2, %a.0
  %cmp37 = fcmp oeq double %mul36, 0.000000e+00
  br i1 %cmp37, label %cond.true39, label %cleanup
cond.true39:
  %3 = tail call double @llvm.copysign.f64(double 0.000000e+00, double %x)
  br label %cleanup
cleanup:
  %retval.0 = phi double [ 0x7FF8000000000000, %lor.lhs.false2 ], [ 0x7FF8000000000000, %entry ], [ %x, %if.end ], [ %3, %cond.true39 ], [ %mul36, %if.end34 ]
  ret double %retval.0
}
define internal double @kp.ldexp.f64(double %x, i32 %n) {
entry:
  %or.cond = tail call i1 @llvm.is.fpclass.f64(double %x, i32 408)
  br i1 %or.cond, label %if.end, label %cleanup
if.end:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp2 = fcmp olt double %0, 0x10000000000000
  %mul = fmul double %0, 0x4350000000000000
  %cond = select i1 %cmp2, double %mul, double %0
  %1 = bitcast double %cond to i64
  %shr = lshr i64 %1, 52
  %conv4 = trunc nuw nsw i64 %shr to i32
  %and = and i64 %1, 4503599627370495
  %or = or disjoint i64 %and, 4607182418800017408
  %2 = bitcast i64 %or to double
  %cond18 = tail call i32 @llvm.smax.i32(i32 %n, i32 -4000)
  %cond20 = tail call i32 @llvm.smin.i32(i32 %cond18, i32 4000)
  %sub = select i1 %cmp2, i32 -1077, i32 -1023
  %sub7 = add nsw i32 %sub, %cond20
  %add = add nsw i32 %sub7, %conv4
  %cmp21 = icmp sgt i32 %add, 1023
  br i1 %cmp21, label %cond.end32, label %cond.false24
cond.false24:
  %cmp25 = icmp slt i32 %add, -1100
  br i1 %cmp25, label %cond.end32, label %cond.false28
cond.false28:
  %div.i.lhs.trunc = trunc nsw i32 %add to i16
  %div.i51 = sdiv i16 %div.i.lhs.trunc, 2
  %div.i.sext = sext i16 %div.i51 to i32
  %add.i48 = add nsw i32 %div.i.sext, 1023
  %conv.i49 = zext nneg i32 %add.i48 to i64
  %shl.i50 = shl nuw nsw i64 %conv.i49, 52
  %3 = bitcast i64 %shl.i50 to double
  %mul.i = fmul double %2, %3
  %sub.i = add nsw i32 %add, 1023
  %add.i = sub nsw i32 %sub.i, %div.i.sext
  %conv.i = zext i32 %add.i to i64
  %shl.i = shl i64 %conv.i, 52
  %4 = bitcast i64 %shl.i to double
  %mul2.i = fmul double %mul.i, %4
  br label %cond.end32
cond.end32:
  %cond33 = phi double [ 0x7FF0000000000000, %if.end ], [ %mul2.i, %cond.false28 ], [ 0.000000e+00, %cond.false24 ]
  %5 = tail call double @llvm.copysign.f64(double %cond33, double %x)
  br label %cleanup
cleanup:
  %retval.0 = phi double [ %5, %cond.end32 ], [ %x, %entry ]
  ret double %retval.0
}
define internal float @kp.fmod.f32(float %x, float %y) {
entry:
  %conv = fpext float %x to double
  %conv1 = fpext float %y to double
  %call = tail call double @kp.fmod.f64(double %conv, double %conv1)
  %conv2 = fptrunc double %call to float
  ret float %conv2
}
define internal float @kp.remainder.f32(float %x, float %y) {
entry:
  %conv = fpext float %x to double
  %conv1 = fpext float %y to double
  %call = tail call double @kp.remainder.f64(double %conv, double %conv1)
  %conv2 = fptrunc double %call to float
  ret float %conv2
}
define internal float @kp.ldexp.f32(float %x, i32 %n) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.ldexp.f64(double %conv, i32 %n)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
declare double @llvm.fabs.f64(double)
declare double @llvm.copysign.f64(double, double)
declare i1 @llvm.is.fpclass.f64(double, i32 immarg)
declare i32 @llvm.smax.i32(i32, i32)
declare i32 @llvm.smin.i32(i32, i32)
