; directed.c through clang 19; generate.sh writes it.
define internal double @kp.add_rz.f64(double %a, double %b) {
entry:
  %add.i = fadd double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i14 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i14, label %cond.false.i, label %cond.true.i
cond.true.i:
  %sub.i = fsub double %add.i, %a
  %sub1.i = fsub double %add.i, %sub.i
  %sub2.i = fsub double %a, %sub1.i
  %sub3.i = fsub double %b, %sub.i
  %add.i16 = fadd double %sub3.i, %sub2.i
  br label %cond.end10.i
cond.false.i:
  %1 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i11 = fcmp ueq double %1, 0x7FF0000000000000
  %2 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i8 = fcmp ueq double %2, 0x7FF0000000000000
  %fneg.i = fneg double %add.i
  %3 = or i1 %cmp.i11, %cmp.i8
  %spec.select = select i1 %3, double 0.000000e+00, double %fneg.i
  br label %cond.end10.i
cond.end10.i:
  %cond11.i = phi double [ %add.i16, %cond.true.i ], [ %spec.select, %cond.false.i ]
  %cmp.i3 = fcmp oeq double %add.i, 0.000000e+00
  %or.cond = fcmp ueq double %add.i, 0.000000e+00
  br i1 %or.cond, label %cond.end.i, label %cond.false.i20
cond.false.i20:
  %4 = bitcast double %add.i to i64
  %tobool.not.i17 = icmp sgt i64 %4, -1
  %cmp3.i21 = fcmp ule double %cond11.i, 0.000000e+00
  %or.cond.i.not = or i1 %tobool.not.i17, %cmp3.i21
  %cmp7.i = fcmp olt double %cond11.i, 0.000000e+00
  %5 = and i1 %tobool.not.i17, %cmp7.i
  %cond8.i = sext i1 %5 to i32
  %spec.select33 = select i1 %or.cond.i.not, i32 %cond8.i, i32 1
  br label %cond.end.i
cond.end.i:
  %cond.i = phi i32 [ 0, %cond.end10.i ], [ %spec.select33, %cond.false.i20 ]
  %tobool.not.i5 = icmp eq i32 %cond.i, 0
  br i1 %tobool.not.i5, label %add.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i, 0
  br i1 %cmp.i3, label %if.then.i, label %if.end.i25
if.then.i:
  %6 = select i1 %cmp3.i, double 4.940660e-324, double -4.940660e-324
  br label %add.exit
if.end.i25:
  %7 = bitcast double %add.i to i64
  %8 = icmp slt i64 %7, 0
  %cmp3.i27 = xor i1 %8, %cmp3.i
  %cond4.i.v = select i1 %cmp3.i27, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %7
  %9 = bitcast i64 %cond4.i to double
  br label %add.exit
add.exit:
  %cond7.i = phi double [ %add.i, %cond.end.i ], [ %6, %if.then.i ], [ %9, %if.end.i25 ]
  ret double %cond7.i
}
define internal double @kp.sub_rz.f64(double %a, double %b) {
entry:
  %add.i = fsub double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i14 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i14, label %cond.false.i, label %cond.true.i
cond.true.i:
  %fneg = fneg double %b
  %sub.i = fsub double %add.i, %a
  %sub1.i = fsub double %add.i, %sub.i
  %sub2.i = fsub double %a, %sub1.i
  %sub3.i = fsub double %fneg, %sub.i
  %add.i16 = fadd double %sub3.i, %sub2.i
  br label %cond.end10.i
cond.false.i:
  %1 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i11 = fcmp ueq double %1, 0x7FF0000000000000
  %2 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i8 = fcmp ueq double %2, 0x7FF0000000000000
  %fneg.i = fneg double %add.i
  %3 = or i1 %cmp.i11, %cmp.i8
  %spec.select = select i1 %3, double 0.000000e+00, double %fneg.i
  br label %cond.end10.i
cond.end10.i:
  %cond11.i = phi double [ %add.i16, %cond.true.i ], [ %spec.select, %cond.false.i ]
  %cmp.i3 = fcmp oeq double %add.i, 0.000000e+00
  %or.cond = fcmp ueq double %add.i, 0.000000e+00
  br i1 %or.cond, label %cond.end.i, label %cond.false.i20
cond.false.i20:
  %4 = bitcast double %add.i to i64
  %tobool.not.i17 = icmp sgt i64 %4, -1
  %cmp3.i21 = fcmp ule double %cond11.i, 0.000000e+00
  %or.cond.i.not = or i1 %tobool.not.i17, %cmp3.i21
  %cmp7.i = fcmp olt double %cond11.i, 0.000000e+00
  %5 = and i1 %tobool.not.i17, %cmp7.i
  %cond8.i = sext i1 %5 to i32
  %spec.select33 = select i1 %or.cond.i.not, i32 %cond8.i, i32 1
  br label %cond.end.i
cond.end.i:
  %cond.i = phi i32 [ 0, %cond.end10.i ], [ %spec.select33, %cond.false.i20 ]
  %tobool.not.i5 = icmp eq i32 %cond.i, 0
  br i1 %tobool.not.i5, label %add.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i, 0
  br i1 %cmp.i3, label %if.then.i, label %if.end.i25
if.then.i:
  %6 = select i1 %cmp3.i, double 4.940660e-324, double -4.940660e-324
  br label %add.exit
if.end.i25:
  %7 = bitcast double %add.i to i64
  %8 = icmp slt i64 %7, 0
  %cmp3.i27 = xor i1 %8, %cmp3.i
  %cond4.i.v = select i1 %cmp3.i27, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %7
  %9 = bitcast i64 %cond4.i to double
  br label %add.exit
add.exit:
  %cond7.i = phi double [ %add.i, %cond.end.i ], [ %6, %if.then.i ], [ %9, %if.end.i25 ]
  ret double %cond7.i
}
define internal double @kp.mul_rz.f64(double %a, double %b) {
entry:
  %mul.i = fmul double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %mul.i)
  %cmp.i27 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i27, label %if.then.i, label %if.end.i
if.then.i:
  %cmp1.i41 = fcmp uno double %mul.i, 0.000000e+00
  br i1 %cmp1.i41, label %cond.end.i4, label %cond.false.i42
cond.false.i42:
  %1 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i24 = fcmp ueq double %1, 0x7FF0000000000000
  %2 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i21 = fcmp ueq double %2, 0x7FF0000000000000
  %3 = or i1 %cmp.i24, %cmp.i21
  %fneg.i = fneg double %mul.i
  %spec.select = select i1 %3, double 0.000000e+00, double %fneg.i
  %4 = bitcast double %mul.i to i64
  %tobool.not.i38 = icmp sgt i64 %4, -1
  %cmp3.i44 = fcmp ule double %spec.select, 0.000000e+00
  %or.cond.i45.not = or i1 %tobool.not.i38, %cmp3.i44
  %cmp7.i47 = fcmp olt double %spec.select, 0.000000e+00
  %5 = and i1 %tobool.not.i38, %cmp7.i47
  %cond8.i48 = sext i1 %5 to i32
  %spec.select74 = select i1 %or.cond.i45.not, i32 %cond8.i48, i32 1
  br label %cond.end.i4
cond.end.i4:
  %cond.i5 = phi i32 [ 0, %if.then.i ], [ %spec.select74, %cond.false.i42 ]
  %tobool.not.i6 = icmp eq i32 %cond.i5, 0
  br i1 %tobool.not.i6, label %mul.exit, label %if.end.i60
if.end.i60:
  %6 = bitcast double %mul.i to i64
  %tobool2.not.i61 = icmp sgt i64 %6, -1
  %7 = icmp slt i32 %cond.i5, 1
  %cmp3.i63 = xor i1 %tobool2.not.i61, %7
  %cond4.i66.v = select i1 %cmp3.i63, i64 1, i64 -1
  %cond4.i66 = add i64 %cond4.i66.v, %6
  %8 = bitcast i64 %cond4.i66 to double
  br label %mul.exit
if.end.i:
  %cmp22.i = fcmp oeq double %mul.i, 0.000000e+00
  %cmp24.i = fcmp une double %a, 0.000000e+00
  %cmp26.i = fcmp une double %b, 0.000000e+00
  %9 = and i1 %cmp24.i, %cmp26.i
  %or.cond37.i = and i1 %9, %cmp22.i
  br i1 %or.cond37.i, label %cond.true27.i, label %cond.false29.i
cond.true27.i:
  %10 = tail call double @llvm.copysign.f64(double 1.000000e+00, double %mul.i)
  br label %cond.end34.i
cond.false29.i:
  %11 = tail call double @llvm.fabs.f64(double %b)
  %12 = tail call double @llvm.fabs.f64(double %a)
  %cmp20.i = fcmp olt double %0, 0x7B0000000000000
  %cond21.i = select i1 %cmp20.i, double 0x61B0000000000000, double 1.000000e+00
  %cmp14.i = fcmp olt double %12, %11
  %cond18.i = select i1 %cmp14.i, double %b, double %a
  %cond11.i = select i1 %cmp14.i, double %a, double %b
  %mul30.i = fmul double %cond11.i, %cond21.i
  %13 = fneg double %mul.i
  %fneg32.i = fmul double %cond21.i, %13
  %14 = tail call double @llvm.fma.f64(double %mul30.i, double %cond18.i, double %fneg32.i)
  br label %cond.end34.i
cond.end34.i:
  %cond35.i = phi double [ %10, %cond.true27.i ], [ %14, %cond.false29.i ]
  br i1 %cmp22.i, label %cond.end.i11, label %cond.false.i33
cond.false.i33:
  %15 = bitcast double %mul.i to i64
  %tobool.not.i30 = icmp sgt i64 %15, -1
  %cmp3.i34 = fcmp ule double %cond35.i, 0.000000e+00
  %or.cond.i35.not = or i1 %tobool.not.i30, %cmp3.i34
  %cmp7.i = fcmp olt double %cond35.i, 0.000000e+00
  %16 = and i1 %tobool.not.i30, %cmp7.i
  %cond8.i = sext i1 %16 to i32
  %spec.select75 = select i1 %or.cond.i35.not, i32 %cond8.i, i32 1
  br label %cond.end.i11
cond.end.i11:
  %cond.i12 = phi i32 [ 0, %cond.end34.i ], [ %spec.select75, %cond.false.i33 ]
  %tobool.not.i13 = icmp eq i32 %cond.i12, 0
  br i1 %tobool.not.i13, label %mul.exit, label %cond.true2.i14
cond.true2.i14:
  %cmp3.i15 = icmp sgt i32 %cond.i12, 0
  br i1 %cmp22.i, label %if.then.i56, label %if.end.i52
if.then.i56:
  %17 = select i1 %cmp3.i15, double 4.940660e-324, double -4.940660e-324
  br label %mul.exit
if.end.i52:
  %18 = bitcast double %mul.i to i64
  %19 = icmp slt i64 %18, 0
  %cmp3.i54 = xor i1 %19, %cmp3.i15
  %cond4.i.v = select i1 %cmp3.i54, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %18
  %20 = bitcast i64 %cond4.i to double
  br label %mul.exit
mul.exit:
  %retval.0.i = phi double [ %mul.i, %cond.end.i4 ], [ %8, %if.end.i60 ], [ %mul.i, %cond.end.i11 ], [ %17, %if.then.i56 ], [ %20, %if.end.i52 ]
  ret double %retval.0.i
}
define internal double @kp.div_rz.f64(double %a, double %b) {
entry:
  %div.i = fdiv double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i27 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i27, label %divide.exit, label %lor.lhs.false.i
lor.lhs.false.i:
  %or.cond.i = tail call i1 @llvm.is.fpclass.f64(double %b, i32 615)
  br i1 %or.cond.i, label %divide.exit, label %if.end.i
if.end.i:
  %1 = tail call double @llvm.fabs.f64(double %div.i)
  %cmp.i21 = fcmp ueq double %1, 0x7FF0000000000000
  br i1 %cmp.i21, label %cond.false.i39, label %if.end8.i
cond.false.i39:
  %2 = bitcast double %div.i to i64
  %tobool.not.i35 = icmp sgt i64 %2, -1
  %cmp3.i41 = fcmp uge double %div.i, 0.000000e+00
  %or.cond.i42.not = or i1 %cmp3.i41, %tobool.not.i35
  %cmp7.i44 = fcmp ogt double %div.i, 0.000000e+00
  %3 = and i1 %cmp7.i44, %tobool.not.i35
  %tobool.not.i5 = xor i1 %3, %or.cond.i42.not
  br i1 %tobool.not.i5, label %divide.exit, label %if.end.i55
if.end.i55:
  %cmp3.i58 = xor i1 %tobool.not.i35, %or.cond.i42.not
  %add.i59 = or disjoint i64 %2, 1
  %sub.i60 = add nsw i64 %2, -1
  %cond4.i61 = select i1 %cmp3.i58, i64 %add.i59, i64 %sub.i60
  %4 = bitcast i64 %cond4.i61 to double
  br label %divide.exit
if.end8.i:
  %cmp.i7 = fcmp oeq double %div.i, 0.000000e+00
  br i1 %cmp.i7, label %cond.end.i11, label %cond.false.i32
cond.false.i32:
  %cmp14.i = fcmp olt double %b, 0.000000e+00
  %cmp10.i = fcmp olt double %0, 0x7B0000000000000
  %cond.i = select i1 %cmp10.i, double 0x4C70000000000000, double 1.000000e+00
  %5 = fneg double %div.i
  %fneg11.i = fmul double %cond.i, %5
  %mul12.i = fmul double %cond.i, %a
  %6 = tail call double @llvm.fma.f64(double %fneg11.i, double %b, double %mul12.i)
  %fneg15.i = fneg double %6
  %cond16.i = select i1 %cmp14.i, double %fneg15.i, double %6
  %7 = bitcast double %div.i to i64
  %tobool.not.i29 = icmp sgt i64 %7, -1
  %cmp3.i33 = fcmp ule double %cond16.i, 0.000000e+00
  %or.cond.i34.not = or i1 %tobool.not.i29, %cmp3.i33
  %cmp7.i = fcmp olt double %cond16.i, 0.000000e+00
  %8 = and i1 %tobool.not.i29, %cmp7.i
  %cond8.i = sext i1 %8 to i32
  %spec.select69 = select i1 %or.cond.i34.not, i32 %cond8.i, i32 1
  br label %cond.end.i11
cond.end.i11:
  %cond.i12 = phi i32 [ 0, %if.end8.i ], [ %spec.select69, %cond.false.i32 ]
  %tobool.not.i13 = icmp eq i32 %cond.i12, 0
  br i1 %tobool.not.i13, label %divide.exit, label %cond.true2.i14
cond.true2.i14:
  %cmp3.i15 = icmp sgt i32 %cond.i12, 0
  br i1 %cmp.i7, label %if.then.i, label %if.end.i49
if.then.i:
  %9 = select i1 %cmp3.i15, double 4.940660e-324, double -4.940660e-324
  br label %divide.exit
if.end.i49:
  %10 = bitcast double %div.i to i64
  %11 = icmp slt i64 %10, 0
  %cmp3.i50 = xor i1 %11, %cmp3.i15
  %cond4.i.v = select i1 %cmp3.i50, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %10
  %12 = bitcast i64 %cond4.i to double
  br label %divide.exit
divide.exit:
  %retval.0.i = phi double [ %div.i, %lor.lhs.false.i ], [ %div.i, %entry ], [ %div.i, %cond.false.i39 ], [ %4, %if.end.i55 ], [ %div.i, %cond.end.i11 ], [ %9, %if.then.i ], [ %12, %if.end.i49 ]
  ret double %retval.0.i
}
define internal double @kp.sqrt_rz.f64(double %a) {
entry:
  %0 = tail call double @llvm.sqrt.f64(double %a)
  %or.cond.i = tail call i1 @llvm.is.fpclass.f64(double %0, i32 611)
  br i1 %or.cond.i, label %square_root.exit, label %cond.false.i11
cond.false.i11:
  %1 = bitcast double %0 to i64
  %tobool.not.i8 = icmp sgt i64 %1, -1
  %cmp2.i = fcmp olt double %a, 0x7B0000000000000
  %mul.i = fmul double %0, 0x4630000000000000
  %cond.i = select i1 %cmp2.i, double %mul.i, double %0
  %fneg.i = fneg double %cond.i
  %mul6.i = fmul double %a, 0x4C70000000000000
  %cond9.i = select i1 %cmp2.i, double %mul6.i, double %a
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %cond.i, double %cond9.i)
  %cmp3.i13 = fcmp ule double %2, 0.000000e+00
  %or.cond.i14.not = or i1 %tobool.not.i8, %cmp3.i13
  %cmp7.i = fcmp olt double %2, 0.000000e+00
  %3 = and i1 %tobool.not.i8, %cmp7.i
  %tobool.not.i = xor i1 %3, %or.cond.i14.not
  br i1 %tobool.not.i, label %square_root.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i17 = xor i1 %tobool.not.i8, %or.cond.i14.not
  %cond4.i.v = select i1 %cmp3.i17, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %1
  %4 = bitcast i64 %cond4.i to double
  br label %square_root.exit
square_root.exit:
  %retval.0.i = phi double [ %0, %entry ], [ %4, %cond.true2.i ], [ %0, %cond.false.i11 ]
  ret double %retval.0.i
}
define internal float @kp.add_rz.f32(float %a, float %b) {
entry:
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %b to double
  %add.i = fadd double %conv.i, %conv1.i
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i16 = fcmp ueq double %0, 0x7FF0000000000000
  %conv.i1 = fptrunc double %add.i to float
  %cmp.i = fcmp uno float %conv.i1, 0.000000e+00
  %brmerge = or i1 %cmp.i, %cmp.i16
  br i1 %brmerge, label %add_float.exit, label %if.end.i4
if.end.i4:
  %cmp.i20 = fcmp oeq float %conv.i1, 0.000000e+00
  %or.cond = fcmp ueq float %conv.i1, 0.000000e+00
  br i1 %or.cond, label %cond.end.i22, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i1 to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i10 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i1
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %add.i, %conv2.i
  %cond.i5 = select i1 %cmp.i10, double %conv6.i, double %sub.i
  %cmp7.i = fcmp une double %cond.i5, 0.000000e+00
  %sub.i18 = fsub double %add.i, %conv.i
  %sub3.i = fsub double %conv1.i, %sub.i18
  %sub1.i = fsub double %add.i, %sub.i18
  %sub2.i = fsub double %conv.i, %sub1.i
  %add.i19 = fadd double %sub3.i, %sub2.i
  %cond12.i = select i1 %cmp7.i, double %cond.i5, double %add.i19
  %2 = bitcast double %add.i to i64
  %tobool.not.i.i = icmp sgt i64 %2, -1
  %cmp3.i.i = fcmp ule double %cond12.i, 0.000000e+00
  %or.cond.i.i.not = or i1 %tobool.not.i.i, %cmp3.i.i
  %cmp7.i.i = fcmp olt double %cond12.i, 0.000000e+00
  %3 = and i1 %tobool.not.i.i, %cmp7.i.i
  %cond8.i.i = sext i1 %3 to i32
  %spec.select = select i1 %or.cond.i.i.not, i32 %cond8.i.i, i32 1
  br label %cond.end.i22
cond.end.i22:
  %cond.i23 = phi i32 [ 0, %if.end.i4 ], [ %spec.select, %cond.false.i.i ]
  %tobool.not.i24 = icmp eq i32 %cond.i23, 0
  br i1 %tobool.not.i24, label %add_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i23, 0
  br i1 %cmp.i20, label %if.then.i, label %if.end.i26
if.then.i:
  %cond.i30 = select i1 %cmp3.i, i32 1, i32 -2147483647
  br label %beside_float.exit
if.end.i26:
  %4 = bitcast float %conv.i1 to i32
  %5 = icmp slt i32 %4, 0
  %cmp3.i27 = xor i1 %5, %cmp3.i
  %cond4.v.i = select i1 %cmp3.i27, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %4
  br label %beside_float.exit
beside_float.exit:
  %retval.0.in.i = phi i32 [ %cond.i30, %if.then.i ], [ %cond4.i, %if.end.i26 ]
  %retval.0.i28 = bitcast i32 %retval.0.in.i to float
  br label %add_float.exit
add_float.exit:
  %retval.0.i6 = phi float [ %conv.i1, %entry ], [ %retval.0.i28, %beside_float.exit ], [ %conv.i1, %cond.end.i22 ]
  ret float %retval.0.i6
}
define internal float @kp.sub_rz.f32(float %a, float %b) {
entry:
  %fneg = fneg float %b
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %fneg to double
  %add.i = fadd double %conv.i, %conv1.i
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i16 = fcmp ueq double %0, 0x7FF0000000000000
  %conv.i1 = fptrunc double %add.i to float
  %cmp.i = fcmp uno float %conv.i1, 0.000000e+00
  %brmerge = or i1 %cmp.i, %cmp.i16
  br i1 %brmerge, label %add_float.exit, label %if.end.i4
if.end.i4:
  %cmp.i20 = fcmp oeq float %conv.i1, 0.000000e+00
  %or.cond = fcmp ueq float %conv.i1, 0.000000e+00
  br i1 %or.cond, label %cond.end.i22, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i1 to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i10 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i1
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %add.i, %conv2.i
  %cond.i5 = select i1 %cmp.i10, double %conv6.i, double %sub.i
  %cmp7.i = fcmp une double %cond.i5, 0.000000e+00
  %sub.i18 = fsub double %add.i, %conv.i
  %sub3.i = fsub double %conv1.i, %sub.i18
  %sub1.i = fsub double %add.i, %sub.i18
  %sub2.i = fsub double %conv.i, %sub1.i
  %add.i19 = fadd double %sub3.i, %sub2.i
  %cond12.i = select i1 %cmp7.i, double %cond.i5, double %add.i19
  %2 = bitcast double %add.i to i64
  %tobool.not.i.i = icmp sgt i64 %2, -1
  %cmp3.i.i = fcmp ule double %cond12.i, 0.000000e+00
  %or.cond.i.i.not = or i1 %tobool.not.i.i, %cmp3.i.i
  %cmp7.i.i = fcmp olt double %cond12.i, 0.000000e+00
  %3 = and i1 %tobool.not.i.i, %cmp7.i.i
  %cond8.i.i = sext i1 %3 to i32
  %spec.select = select i1 %or.cond.i.i.not, i32 %cond8.i.i, i32 1
  br label %cond.end.i22
cond.end.i22:
  %cond.i23 = phi i32 [ 0, %if.end.i4 ], [ %spec.select, %cond.false.i.i ]
  %tobool.not.i24 = icmp eq i32 %cond.i23, 0
  br i1 %tobool.not.i24, label %add_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i23, 0
  br i1 %cmp.i20, label %if.then.i, label %if.end.i26
if.then.i:
  %cond.i30 = select i1 %cmp3.i, i32 1, i32 -2147483647
  br label %beside_float.exit
if.end.i26:
  %4 = bitcast float %conv.i1 to i32
  %5 = icmp slt i32 %4, 0
  %cmp3.i27 = xor i1 %5, %cmp3.i
  %cond4.v.i = select i1 %cmp3.i27, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %4
  br label %beside_float.exit
beside_float.exit:
  %retval.0.in.i = phi i32 [ %cond.i30, %if.then.i ], [ %cond4.i, %if.end.i26 ]
  %retval.0.i28 = bitcast i32 %retval.0.in.i to float
  br label %add_float.exit
add_float.exit:
  %retval.0.i6 = phi float [ %conv.i1, %entry ], [ %retval.0.i28, %beside_float.exit ], [ %conv.i1, %cond.end.i22 ]
  ret float %retval.0.i6
}
define internal float @kp.mul_rz.f32(float %a, float %b) {
entry:
  %conv = fpext float %a to double
  %conv1 = fpext float %b to double
  %mul = fmul double %conv, %conv1
  %conv.i = fptrunc double %mul to float
  %cmp.i = fcmp uno float %conv.i, 0.000000e+00
  %0 = tail call double @llvm.fabs.f64(double %mul)
  %cmp.i6 = fcmp ueq double %0, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i, %cmp.i6
  br i1 %or.cond, label %to_float.exit, label %if.end.i
if.end.i:
  %cmp.i8 = fcmp oeq float %conv.i, 0.000000e+00
  br i1 %cmp.i8, label %cond.end.i, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i3 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %mul, %conv2.i
  %cond.i = select i1 %cmp.i3, double %conv6.i, double %sub.i
  %cmp7.i.inv = fcmp oeq double %cond.i, 0.000000e+00
  %cond12.i = select i1 %cmp7.i.inv, double 0.000000e+00, double %cond.i
  %2 = bitcast double %mul to i64
  %tobool.not.i.i = icmp sgt i64 %2, -1
  %cmp3.i.i = fcmp ule double %cond12.i, 0.000000e+00
  %or.cond.i.i.not = or i1 %tobool.not.i.i, %cmp3.i.i
  %cmp7.i.i = fcmp olt double %cond12.i, 0.000000e+00
  %3 = and i1 %tobool.not.i.i, %cmp7.i.i
  %cond8.i.i = sext i1 %3 to i32
  %spec.select = select i1 %or.cond.i.i.not, i32 %cond8.i.i, i32 1
  br label %cond.end.i
cond.end.i:
  %cond.i10 = phi i32 [ 0, %if.end.i ], [ %spec.select, %cond.false.i.i ]
  %tobool.not.i11 = icmp eq i32 %cond.i10, 0
  br i1 %tobool.not.i11, label %to_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i10, 0
  br i1 %cmp.i8, label %if.then.i, label %if.end.i13
if.then.i:
  %cond.i17 = select i1 %cmp3.i, i32 1, i32 -2147483647
  br label %beside_float.exit
if.end.i13:
  %4 = bitcast float %conv.i to i32
  %5 = icmp slt i32 %4, 0
  %cmp3.i14 = xor i1 %5, %cmp3.i
  %cond4.v.i = select i1 %cmp3.i14, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %4
  br label %beside_float.exit
beside_float.exit:
  %retval.0.in.i = phi i32 [ %cond.i17, %if.then.i ], [ %cond4.i, %if.end.i13 ]
  %retval.0.i15 = bitcast i32 %retval.0.in.i to float
  br label %to_float.exit
to_float.exit:
  %retval.0.i = phi float [ %conv.i, %entry ], [ %retval.0.i15, %beside_float.exit ], [ %conv.i, %cond.end.i ]
  ret float %retval.0.i
}
define internal float @kp.div_rz.f32(float %a, float %b) {
entry:
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %b to double
  %div.i = fdiv double %conv.i, %conv1.i
  %0 = tail call double @llvm.fabs.f64(double %conv.i)
  %cmp.i11 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i11, label %cond.end.i, label %land.lhs.true.i
land.lhs.true.i:
  %1 = tail call double @llvm.fabs.f64(double %conv1.i)
  %cmp.i8 = fcmp one double %1, 0x7FF0000000000000
  %cmp.i = fcmp une float %b, 0.000000e+00
  %or.cond.i = and i1 %cmp.i, %cmp.i8
  %fneg.i = fneg double %div.i
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %conv1.i, double %conv.i)
  %spec.select = select i1 %or.cond.i, double %2, double 0.000000e+00
  br label %cond.end.i
cond.end.i:
  %cond.i = phi double [ 0.000000e+00, %entry ], [ %spec.select, %land.lhs.true.i ]
  %conv.i.i = fptrunc double %div.i to float
  %cmp.i.i = fcmp uno float %conv.i.i, 0.000000e+00
  %3 = tail call double @llvm.fabs.f64(double %div.i)
  %cmp.i5 = fcmp ueq double %3, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i.i, %cmp.i5
  br i1 %or.cond, label %divide_float.exit, label %if.end.i.i
if.end.i.i:
  %cmp.i13 = fcmp oeq float %conv.i.i, 0.000000e+00
  br i1 %cmp.i13, label %cond.end.i20, label %cond.false.i.i
cond.false.i.i:
  %conv2.i.i = fpext float %conv.i.i to double
  %4 = tail call double @llvm.fabs.f64(double %conv2.i.i)
  %cmp.i2 = fcmp ueq double %4, 0x7FF0000000000000
  %fneg.i.i = fneg float %conv.i.i
  %conv6.i.i = fpext float %fneg.i.i to double
  %sub.i.i = fsub double %div.i, %conv2.i.i
  %cond.i.i = select i1 %cmp.i2, double %conv6.i.i, double %sub.i.i
  %cmp7.i.i = fcmp une double %cond.i.i, 0.000000e+00
  %cmp11.i = fcmp olt float %b, 0.000000e+00
  %fneg14.i = fneg double %cond.i
  %cond17.i = select i1 %cmp11.i, double %fneg14.i, double %cond.i
  %cond12.i.i = select i1 %cmp7.i.i, double %cond.i.i, double %cond17.i
  %5 = bitcast double %div.i to i64
  %tobool.not.i.i16 = icmp sgt i64 %5, -1
  %cmp3.i.i = fcmp ule double %cond12.i.i, 0.000000e+00
  %or.cond.i.i.not = or i1 %tobool.not.i.i16, %cmp3.i.i
  %cmp7.i.i19 = fcmp olt double %cond12.i.i, 0.000000e+00
  %6 = and i1 %tobool.not.i.i16, %cmp7.i.i19
  %cond8.i.i = sext i1 %6 to i32
  %spec.select27 = select i1 %or.cond.i.i.not, i32 %cond8.i.i, i32 1
  br label %cond.end.i20
cond.end.i20:
  %cond.i21 = phi i32 [ 0, %if.end.i.i ], [ %spec.select27, %cond.false.i.i ]
  %tobool.not.i22 = icmp eq i32 %cond.i21, 0
  br i1 %tobool.not.i22, label %divide_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i21, 0
  br i1 %cmp.i13, label %if.then.i, label %if.end.i
if.then.i:
  %cond.i26 = select i1 %cmp3.i, i32 1, i32 -2147483647
  br label %beside_float.exit
if.end.i:
  %7 = bitcast float %conv.i.i to i32
  %8 = icmp slt i32 %7, 0
  %cmp3.i24 = xor i1 %8, %cmp3.i
  %cond4.v.i = select i1 %cmp3.i24, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %7
  br label %beside_float.exit
beside_float.exit:
  %retval.0.in.i = phi i32 [ %cond.i26, %if.then.i ], [ %cond4.i, %if.end.i ]
  %retval.0.i = bitcast i32 %retval.0.in.i to float
  br label %divide_float.exit
divide_float.exit:
  %retval.0.i.i = phi float [ %conv.i.i, %cond.end.i ], [ %retval.0.i, %beside_float.exit ], [ %conv.i.i, %cond.end.i20 ]
  ret float %retval.0.i.i
}
define internal float @kp.sqrt_rz.f32(float %a) {
entry:
  %conv.i = fpext float %a to double
  %0 = tail call double @llvm.sqrt.f64(double %conv.i)
  %1 = tail call double @llvm.fabs.f64(double %0)
  %cmp.i7 = fcmp ueq double %1, 0x7FF0000000000000
  %conv.i.i = fptrunc double %0 to float
  %cmp.i.i = fcmp uno float %conv.i.i, 0.000000e+00
  %brmerge = or i1 %cmp.i.i, %cmp.i7
  br i1 %brmerge, label %square_root_float.exit, label %if.end.i.i
if.end.i.i:
  %cmp.i9 = fcmp oeq float %conv.i.i, 0.000000e+00
  %or.cond = fcmp ueq float %conv.i.i, 0.000000e+00
  br i1 %or.cond, label %cond.end.i15, label %cond.false.i.i
cond.false.i.i:
  %conv2.i.i = fpext float %conv.i.i to double
  %cmp.i = fcmp ueq float %conv.i.i, 0x7FF0000000000000
  %fneg.i.i = fneg float %conv.i.i
  %conv6.i.i = fpext float %fneg.i.i to double
  %sub.i.i = fsub double %0, %conv2.i.i
  %cond.i.i = select i1 %cmp.i, double %conv6.i.i, double %sub.i.i
  %cmp7.i.i = fcmp une double %cond.i.i, 0.000000e+00
  %fneg.i = fneg double %0
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %0, double %conv.i)
  %cond12.i.i = select i1 %cmp7.i.i, double %cond.i.i, double %2
  %3 = bitcast double %0 to i64
  %tobool.not.i.i11 = icmp sgt i64 %3, -1
  %cmp3.i.i = fcmp ule double %cond12.i.i, 0.000000e+00
  %or.cond.i.i.not = or i1 %tobool.not.i.i11, %cmp3.i.i
  %cmp7.i.i14 = fcmp olt double %cond12.i.i, 0.000000e+00
  %4 = and i1 %tobool.not.i.i11, %cmp7.i.i14
  %cond8.i.i = sext i1 %4 to i32
  %spec.select22 = select i1 %or.cond.i.i.not, i32 %cond8.i.i, i32 1
  br label %cond.end.i15
cond.end.i15:
  %cond.i16 = phi i32 [ 0, %if.end.i.i ], [ %spec.select22, %cond.false.i.i ]
  %tobool.not.i17 = icmp eq i32 %cond.i16, 0
  br i1 %tobool.not.i17, label %square_root_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i16, 0
  br i1 %cmp.i9, label %if.then.i, label %if.end.i
if.then.i:
  %cond.i21 = select i1 %cmp3.i, i32 1, i32 -2147483647
  br label %beside_float.exit
if.end.i:
  %5 = bitcast float %conv.i.i to i32
  %6 = icmp slt i32 %5, 0
  %cmp3.i19 = xor i1 %6, %cmp3.i
  %cond4.v.i = select i1 %cmp3.i19, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %5
  br label %beside_float.exit
beside_float.exit:
  %retval.0.in.i = phi i32 [ %cond.i21, %if.then.i ], [ %cond4.i, %if.end.i ]
  %retval.0.i = bitcast i32 %retval.0.in.i to float
  br label %square_root_float.exit
square_root_float.exit:
  %retval.0.i.i = phi float [ %conv.i.i, %entry ], [ %retval.0.i, %beside_float.exit ], [ %conv.i.i, %cond.end.i15 ]
  ret float %retval.0.i.i
}
define internal float @kp.convert_rz.f32.f64(double %x) {
entry:
  %conv.i = fptrunc double %x to float
  %cmp.i = fcmp uno float %conv.i, 0.000000e+00
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp.i5 = fcmp ueq double %0, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i, %cmp.i5
  br i1 %or.cond, label %to_float.exit, label %if.end.i
if.end.i:
  %cmp.i7 = fcmp oeq float %conv.i, 0.000000e+00
  br i1 %cmp.i7, label %cond.end.i, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i2 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %x, %conv2.i
  %cond.i = select i1 %cmp.i2, double %conv6.i, double %sub.i
  %cmp7.i.inv = fcmp oeq double %cond.i, 0.000000e+00
  %cond12.i = select i1 %cmp7.i.inv, double 0.000000e+00, double %cond.i
  %2 = bitcast double %x to i64
  %tobool.not.i.i = icmp sgt i64 %2, -1
  %cmp3.i.i = fcmp ule double %cond12.i, 0.000000e+00
  %or.cond.i.i.not = or i1 %tobool.not.i.i, %cmp3.i.i
  %cmp7.i.i = fcmp olt double %cond12.i, 0.000000e+00
  %3 = and i1 %tobool.not.i.i, %cmp7.i.i
  %cond8.i.i = sext i1 %3 to i32
  %spec.select = select i1 %or.cond.i.i.not, i32 %cond8.i.i, i32 1
  br label %cond.end.i
cond.end.i:
  %cond.i9 = phi i32 [ 0, %if.end.i ], [ %spec.select, %cond.false.i.i ]
  %tobool.not.i10 = icmp eq i32 %cond.i9, 0
  br i1 %tobool.not.i10, label %to_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp3.i = icmp sgt i32 %cond.i9, 0
  br i1 %cmp.i7, label %if.then.i, label %if.end.i12
if.then.i:
  %cond.i16 = select i1 %cmp3.i, i32 1, i32 -2147483647
  br label %beside_float.exit
if.end.i12:
  %4 = bitcast float %conv.i to i32
  %5 = icmp slt i32 %4, 0
  %cmp3.i13 = xor i1 %5, %cmp3.i
  %cond4.v.i = select i1 %cmp3.i13, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %4
  br label %beside_float.exit
beside_float.exit:
  %retval.0.in.i = phi i32 [ %cond.i16, %if.then.i ], [ %cond4.i, %if.end.i12 ]
  %retval.0.i14 = bitcast i32 %retval.0.in.i to float
  br label %to_float.exit
to_float.exit:
  %retval.0.i = phi float [ %conv.i, %entry ], [ %retval.0.i14, %beside_float.exit ], [ %conv.i, %cond.end.i ]
  ret float %retval.0.i
}
define internal float @kp.convert_rz.f32.i32(i32 %x) {
entry:
  %0 = tail call i32 @llvm.abs.i32(i32 %x, i1 false)
  %cond.i5 = zext i32 %0 to i64
  %tobool.not.i = icmp eq i32 %x, 0
  %1 = tail call i32 @llvm.ctlz.i32(i32 %0, i1 true)
  %sub1.i = sub nsw i32 8, %1
  %2 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %2
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i5, %sh_prom.i
  %conv15.i = uitofp nneg i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %3 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %3
  %fneg.i = fneg double %mul.i
  %tobool16.not.i6 = icmp slt i32 %x, 0
  %cond20.i = select i1 %tobool16.not.i6, double %fneg.i, double %mul.i
  %conv3 = fptrunc double %cond20.i to float
  ret float %conv3
}
define internal float @kp.convert_rz.f32.u32(i32 %x) {
entry:
  %conv = zext i32 %x to i64
  %tobool.not.i = icmp eq i32 %x, 0
  %0 = tail call i32 @llvm.ctlz.i32(i32 %x, i1 true)
  %sub1.i = sub nsw i32 8, %0
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %conv, %sh_prom.i
  %conv15.i = uitofp nneg i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  %conv1 = fptrunc double %mul.i to float
  ret float %conv1
}
define internal float @kp.convert_rz.f32.i64(i64 %x) {
entry:
  %cond.i4 = tail call i64 @llvm.abs.i64(i64 %x, i1 false)
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %cond.i4, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 40, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i4, %sh_prom.i
  %conv15.i = uitofp i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  %fneg.i = fneg double %mul.i
  %tobool16.not.i5 = icmp slt i64 %x, 0
  %cond20.i = select i1 %tobool16.not.i5, double %fneg.i, double %mul.i
  %conv2 = fptrunc double %cond20.i to float
  ret float %conv2
}
define internal float @kp.convert_rz.f32.u64(i64 %x) {
entry:
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %x, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 40, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %x, %sh_prom.i
  %conv15.i = uitofp i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  %conv = fptrunc double %mul.i to float
  ret float %conv
}
define internal double @kp.convert_rz.f64.i64(i64 %x) {
entry:
  %cond.i3 = tail call i64 @llvm.abs.i64(i64 %x, i1 false)
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %cond.i3, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 11, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i3, %sh_prom.i
  %conv15.i = uitofp i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  %fneg.i = fneg double %mul.i
  %tobool16.not.i4 = icmp slt i64 %x, 0
  %cond20.i = select i1 %tobool16.not.i4, double %fneg.i, double %mul.i
  ret double %cond20.i
}
define internal double @kp.convert_rz.f64.u64(i64 %x) {
entry:
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %x, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 11, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %x, %sh_prom.i
  %conv15.i = uitofp i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  ret double %mul.i
}
define internal double @kp.add_ru.f64(double %a, double %b) {
entry:
  %add.i = fadd double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i14 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i14, label %cond.false.i, label %cond.true.i
cond.true.i:
  %sub.i = fsub double %add.i, %a
  %sub1.i = fsub double %add.i, %sub.i
  %sub2.i = fsub double %a, %sub1.i
  %sub3.i = fsub double %b, %sub.i
  %add.i16 = fadd double %sub3.i, %sub2.i
  br label %cond.end10.i
cond.false.i:
  %1 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i11 = fcmp ueq double %1, 0x7FF0000000000000
  %2 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i8 = fcmp ueq double %2, 0x7FF0000000000000
  %fneg.i = fneg double %add.i
  %3 = or i1 %cmp.i11, %cmp.i8
  %spec.select = select i1 %3, double 0.000000e+00, double %fneg.i
  br label %cond.end10.i
cond.end10.i:
  %cond11.i = phi double [ %add.i16, %cond.true.i ], [ %spec.select, %cond.false.i ]
  %cmp1.i = fcmp ord double %add.i, 0.000000e+00
  %cmp3.i19 = fcmp ogt double %cond11.i, 0.000000e+00
  %or.cond = and i1 %cmp1.i, %cmp3.i19
  br i1 %or.cond, label %cond.true2.i, label %add.exit
cond.true2.i:
  %cmp.i22 = fcmp oeq double %add.i, 0.000000e+00
  br i1 %cmp.i22, label %add.exit, label %if.end.i23
if.end.i23:
  %4 = bitcast double %add.i to i64
  %tobool2.not.i2430.inv = icmp sgt i64 %4, -1
  %cond4.i.v = select i1 %tobool2.not.i2430.inv, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %4
  %5 = bitcast i64 %cond4.i to double
  br label %add.exit
add.exit:
  %cond7.i = phi double [ %5, %if.end.i23 ], [ 4.940660e-324, %cond.true2.i ], [ %add.i, %cond.end10.i ]
  ret double %cond7.i
}
define internal double @kp.sub_ru.f64(double %a, double %b) {
entry:
  %add.i = fsub double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i14 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i14, label %cond.false.i, label %cond.true.i
cond.true.i:
  %fneg = fneg double %b
  %sub.i = fsub double %add.i, %a
  %sub1.i = fsub double %add.i, %sub.i
  %sub2.i = fsub double %a, %sub1.i
  %sub3.i = fsub double %fneg, %sub.i
  %add.i16 = fadd double %sub3.i, %sub2.i
  br label %cond.end10.i
cond.false.i:
  %1 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i11 = fcmp ueq double %1, 0x7FF0000000000000
  %2 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i8 = fcmp ueq double %2, 0x7FF0000000000000
  %fneg.i = fneg double %add.i
  %3 = or i1 %cmp.i11, %cmp.i8
  %spec.select = select i1 %3, double 0.000000e+00, double %fneg.i
  br label %cond.end10.i
cond.end10.i:
  %cond11.i = phi double [ %add.i16, %cond.true.i ], [ %spec.select, %cond.false.i ]
  %cmp1.i = fcmp ord double %add.i, 0.000000e+00
  %cmp3.i19 = fcmp ogt double %cond11.i, 0.000000e+00
  %or.cond = and i1 %cmp1.i, %cmp3.i19
  br i1 %or.cond, label %cond.true2.i, label %add.exit
cond.true2.i:
  %cmp.i22 = fcmp oeq double %add.i, 0.000000e+00
  br i1 %cmp.i22, label %add.exit, label %if.end.i23
if.end.i23:
  %4 = bitcast double %add.i to i64
  %tobool2.not.i2430.inv = icmp sgt i64 %4, -1
  %cond4.i.v = select i1 %tobool2.not.i2430.inv, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %4
  %5 = bitcast i64 %cond4.i to double
  br label %add.exit
add.exit:
  %cond7.i = phi double [ %5, %if.end.i23 ], [ 4.940660e-324, %cond.true2.i ], [ %add.i, %cond.end10.i ]
  ret double %cond7.i
}
define internal double @kp.mul_ru.f64(double %a, double %b) {
entry:
  %mul.i = fmul double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %mul.i)
  %cmp.i26 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i26, label %if.then.i, label %if.end.i
if.then.i:
  %cmp1.i33 = fcmp uno double %mul.i, 0.000000e+00
  br i1 %cmp1.i33, label %mul.exit, label %cond.false.i34
cond.false.i34:
  %1 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i23 = fcmp ueq double %1, 0x7FF0000000000000
  %2 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i20 = fcmp ueq double %2, 0x7FF0000000000000
  %.not.not67 = or i1 %cmp.i23, %cmp.i20
  %3 = fcmp uge double %mul.i, 0.000000e+00
  %cmp3.i35.not = or i1 %3, %.not.not67
  br i1 %cmp3.i35.not, label %mul.exit, label %if.end.i50
if.end.i50:
  %4 = bitcast double %mul.i to i64
  %tobool2.not.i5165.inv = icmp sgt i64 %4, -1
  %cond4.i56.v = select i1 %tobool2.not.i5165.inv, i64 1, i64 -1
  %cond4.i56 = add nsw i64 %cond4.i56.v, %4
  %5 = bitcast i64 %cond4.i56 to double
  br label %mul.exit
if.end.i:
  %cmp22.i = fcmp oeq double %mul.i, 0.000000e+00
  %cmp24.i = fcmp une double %a, 0.000000e+00
  %cmp26.i = fcmp une double %b, 0.000000e+00
  %6 = and i1 %cmp24.i, %cmp26.i
  %or.cond37.i = and i1 %6, %cmp22.i
  br i1 %or.cond37.i, label %cond.true27.i, label %cond.false29.i
cond.true27.i:
  %7 = tail call double @llvm.copysign.f64(double 1.000000e+00, double %mul.i)
  br label %cond.false.i
cond.false29.i:
  %8 = tail call double @llvm.fabs.f64(double %b)
  %9 = tail call double @llvm.fabs.f64(double %a)
  %cmp20.i = fcmp olt double %0, 0x7B0000000000000
  %cond21.i = select i1 %cmp20.i, double 0x61B0000000000000, double 1.000000e+00
  %cmp14.i = fcmp olt double %9, %8
  %cond18.i = select i1 %cmp14.i, double %b, double %a
  %cond11.i = select i1 %cmp14.i, double %a, double %b
  %mul30.i = fmul double %cond11.i, %cond21.i
  %10 = fneg double %mul.i
  %fneg32.i = fmul double %cond21.i, %10
  %11 = tail call double @llvm.fma.f64(double %mul30.i, double %cond18.i, double %fneg32.i)
  br label %cond.false.i
cond.false.i:
  %cond35.i = phi double [ %7, %cond.true27.i ], [ %11, %cond.false29.i ]
  %cmp3.i29 = fcmp ule double %cond35.i, 0.000000e+00
  %brmerge = or i1 %cmp22.i, %cmp3.i29
  %mul.i.mux = select i1 %cmp3.i29, double %mul.i, double 4.940660e-324
  br i1 %brmerge, label %mul.exit, label %if.end.i42
if.end.i42:
  %12 = bitcast double %mul.i to i64
  %tobool2.not.i4364.inv = icmp sgt i64 %12, -1
  %cond4.i.v = select i1 %tobool2.not.i4364.inv, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %12
  %13 = bitcast i64 %cond4.i to double
  br label %mul.exit
mul.exit:
  %retval.0.i = phi double [ %mul.i, %cond.false.i34 ], [ %5, %if.end.i50 ], [ %mul.i.mux, %cond.false.i ], [ %13, %if.end.i42 ], [ %mul.i, %if.then.i ]
  ret double %retval.0.i
}
define internal double @kp.div_ru.f64(double %a, double %b) {
entry:
  %div.i = fdiv double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i25 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i25, label %divide.exit, label %lor.lhs.false.i
lor.lhs.false.i:
  %or.cond.i = tail call i1 @llvm.is.fpclass.f64(double %b, i32 615)
  br i1 %or.cond.i, label %divide.exit, label %if.end.i
if.end.i:
  %1 = tail call double @llvm.fabs.f64(double %div.i)
  %cmp.i19 = fcmp ueq double %1, 0x7FF0000000000000
  br i1 %cmp.i19, label %cond.false.i32, label %cond.false.i
cond.false.i32:
  %cmp3.i33 = fcmp uge double %div.i, 0.000000e+00
  br i1 %cmp3.i33, label %divide.exit, label %if.end.i46
if.end.i46:
  br label %divide.exit
cond.false.i:
  %cmp14.i = fcmp olt double %b, 0.000000e+00
  %cmp10.i = fcmp olt double %0, 0x7B0000000000000
  %cond.i = select i1 %cmp10.i, double 0x4C70000000000000, double 1.000000e+00
  %2 = fneg double %div.i
  %fneg11.i = fmul double %cond.i, %2
  %mul12.i = fmul double %cond.i, %a
  %3 = tail call double @llvm.fma.f64(double %fneg11.i, double %b, double %mul12.i)
  %fneg15.i = fneg double %3
  %cond16.i = select i1 %cmp14.i, double %fneg15.i, double %3
  %cmp3.i28 = fcmp ule double %cond16.i, 0.000000e+00
  br i1 %cmp3.i28, label %divide.exit, label %cond.true2.i12
cond.true2.i12:
  %cmp.i39 = fcmp oeq double %div.i, 0.000000e+00
  br i1 %cmp.i39, label %divide.exit, label %if.end.i40
if.end.i40:
  %4 = bitcast double %div.i to i64
  %tobool2.not.i60.inv = icmp sgt i64 %4, -1
  %cond4.i.v = select i1 %tobool2.not.i60.inv, i64 1, i64 -1
  %cond4.i = add i64 %cond4.i.v, %4
  %5 = bitcast i64 %cond4.i to double
  br label %divide.exit
divide.exit:
  %retval.0.i = phi double [ %div.i, %lor.lhs.false.i ], [ %div.i, %entry ], [ %div.i, %cond.false.i32 ], [ 0xFFEFFFFFFFFFFFFF, %if.end.i46 ], [ %div.i, %cond.false.i ], [ %5, %if.end.i40 ], [ 4.940660e-324, %cond.true2.i12 ]
  ret double %retval.0.i
}
define internal double @kp.sqrt_ru.f64(double %a) {
entry:
  %0 = tail call double @llvm.sqrt.f64(double %a)
  %or.cond.i = tail call i1 @llvm.is.fpclass.f64(double %0, i32 611)
  br i1 %or.cond.i, label %square_root.exit, label %cond.false.i
cond.false.i:
  %cmp2.i = fcmp olt double %a, 0x7B0000000000000
  %mul.i = fmul double %0, 0x4630000000000000
  %cond.i = select i1 %cmp2.i, double %mul.i, double %0
  %fneg.i = fneg double %cond.i
  %mul6.i = fmul double %a, 0x4C70000000000000
  %cond9.i = select i1 %cmp2.i, double %mul6.i, double %a
  %1 = tail call double @llvm.fma.f64(double %fneg.i, double %cond.i, double %cond9.i)
  %cmp3.i10 = fcmp ule double %1, 0.000000e+00
  br i1 %cmp3.i10, label %square_root.exit, label %cond.true2.i
cond.true2.i:
  %2 = bitcast double %0 to i64
  %add.i = add nuw i64 %2, 1
  %3 = bitcast i64 %add.i to double
  br label %square_root.exit
square_root.exit:
  %retval.0.i = phi double [ %0, %entry ], [ %3, %cond.true2.i ], [ %0, %cond.false.i ]
  ret double %retval.0.i
}
define internal float @kp.add_ru.f32(float %a, float %b) {
entry:
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %b to double
  %add.i = fadd double %conv.i, %conv1.i
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i16 = fcmp ueq double %0, 0x7FF0000000000000
  %conv.i1 = fptrunc double %add.i to float
  %cmp.i = fcmp uno float %conv.i1, 0.000000e+00
  %brmerge = or i1 %cmp.i, %cmp.i16
  br i1 %brmerge, label %add_float.exit, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i1 to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i10 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i1
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %add.i, %conv2.i
  %cond.i5 = select i1 %cmp.i10, double %conv6.i, double %sub.i
  %cmp7.i = fcmp une double %cond.i5, 0.000000e+00
  %sub.i18 = fsub double %add.i, %conv.i
  %sub1.i = fsub double %add.i, %sub.i18
  %sub2.i = fsub double %conv.i, %sub1.i
  %sub3.i = fsub double %conv1.i, %sub.i18
  %add.i19 = fadd double %sub3.i, %sub2.i
  %cond12.i = select i1 %cmp7.i, double %cond.i5, double %add.i19
  %cmp3.i.i = fcmp ogt double %cond12.i, 0.000000e+00
  br i1 %cmp3.i.i, label %cond.true2.i, label %add_float.exit
cond.true2.i:
  %cmp.i25 = fcmp oeq float %conv.i1, 0.000000e+00
  %2 = bitcast float %conv.i1 to i32
  %tobool2.not.i = icmp sgt i32 %2, -1
  %cond4.v.i = select i1 %tobool2.not.i, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %2
  %3 = bitcast i32 %cond4.i to float
  %retval.0.i28 = select i1 %cmp.i25, float 0x36A0000000000000, float %3
  br label %add_float.exit
add_float.exit:
  %retval.0.i6 = phi float [ %conv.i1, %entry ], [ %retval.0.i28, %cond.true2.i ], [ %conv.i1, %cond.false.i.i ]
  ret float %retval.0.i6
}
define internal float @kp.sub_ru.f32(float %a, float %b) {
entry:
  %fneg = fneg float %b
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %fneg to double
  %add.i = fadd double %conv.i, %conv1.i
  %0 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i16 = fcmp ueq double %0, 0x7FF0000000000000
  %conv.i1 = fptrunc double %add.i to float
  %cmp.i = fcmp uno float %conv.i1, 0.000000e+00
  %brmerge = or i1 %cmp.i, %cmp.i16
  br i1 %brmerge, label %add_float.exit, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i1 to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i10 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i1
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %add.i, %conv2.i
  %cond.i5 = select i1 %cmp.i10, double %conv6.i, double %sub.i
  %cmp7.i = fcmp une double %cond.i5, 0.000000e+00
  %sub.i18 = fsub double %add.i, %conv.i
  %sub1.i = fsub double %add.i, %sub.i18
  %sub2.i = fsub double %conv.i, %sub1.i
  %sub3.i = fsub double %conv1.i, %sub.i18
  %add.i19 = fadd double %sub3.i, %sub2.i
  %cond12.i = select i1 %cmp7.i, double %cond.i5, double %add.i19
  %cmp3.i.i = fcmp ogt double %cond12.i, 0.000000e+00
  br i1 %cmp3.i.i, label %cond.true2.i, label %add_float.exit
cond.true2.i:
  %cmp.i25 = fcmp oeq float %conv.i1, 0.000000e+00
  %2 = bitcast float %conv.i1 to i32
  %tobool2.not.i = icmp sgt i32 %2, -1
  %cond4.v.i = select i1 %tobool2.not.i, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %2
  %3 = bitcast i32 %cond4.i to float
  %retval.0.i28 = select i1 %cmp.i25, float 0x36A0000000000000, float %3
  br label %add_float.exit
add_float.exit:
  %retval.0.i6 = phi float [ %conv.i1, %entry ], [ %retval.0.i28, %cond.true2.i ], [ %conv.i1, %cond.false.i.i ]
  ret float %retval.0.i6
}
define internal float @kp.mul_ru.f32(float %a, float %b) {
entry:
  %conv = fpext float %a to double
  %conv1 = fpext float %b to double
  %mul = fmul double %conv, %conv1
  %conv.i = fptrunc double %mul to float
  %cmp.i = fcmp uno float %conv.i, 0.000000e+00
  %0 = tail call double @llvm.fabs.f64(double %mul)
  %cmp.i6 = fcmp ueq double %0, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i, %cmp.i6
  br i1 %or.cond, label %to_float.exit, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i3 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %mul, %conv2.i
  %cond.i = select i1 %cmp.i3, double %conv6.i, double %sub.i
  %cmp7.i.inv = fcmp oeq double %cond.i, 0.000000e+00
  %cond12.i = select i1 %cmp7.i.inv, double 0.000000e+00, double %cond.i
  %cmp3.i.i = fcmp ule double %cond12.i, 0.000000e+00
  br i1 %cmp3.i.i, label %to_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i12 = fcmp oeq float %conv.i, 0.000000e+00
  %2 = bitcast float %conv.i to i32
  %tobool2.not.i = icmp sgt i32 %2, -1
  %cond4.v.i = select i1 %tobool2.not.i, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %2
  %3 = bitcast i32 %cond4.i to float
  %retval.0.i15 = select i1 %cmp.i12, float 0x36A0000000000000, float %3
  br label %to_float.exit
to_float.exit:
  %retval.0.i = phi float [ %conv.i, %entry ], [ %retval.0.i15, %cond.true2.i ], [ %conv.i, %cond.false.i.i ]
  ret float %retval.0.i
}
define internal float @kp.div_ru.f32(float %a, float %b) {
entry:
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %b to double
  %div.i = fdiv double %conv.i, %conv1.i
  %0 = tail call double @llvm.fabs.f64(double %conv.i)
  %cmp.i11 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i11, label %cond.end.i, label %land.lhs.true.i
land.lhs.true.i:
  %1 = tail call double @llvm.fabs.f64(double %conv1.i)
  %cmp.i8 = fcmp one double %1, 0x7FF0000000000000
  %cmp.i = fcmp une float %b, 0.000000e+00
  %or.cond.i = and i1 %cmp.i, %cmp.i8
  %fneg.i = fneg double %div.i
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %conv1.i, double %conv.i)
  %spec.select = select i1 %or.cond.i, double %2, double 0.000000e+00
  br label %cond.end.i
cond.end.i:
  %cond.i = phi double [ 0.000000e+00, %entry ], [ %spec.select, %land.lhs.true.i ]
  %conv.i.i = fptrunc double %div.i to float
  %cmp.i.i = fcmp uno float %conv.i.i, 0.000000e+00
  %3 = tail call double @llvm.fabs.f64(double %div.i)
  %cmp.i5 = fcmp ueq double %3, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i.i, %cmp.i5
  br i1 %or.cond, label %divide_float.exit, label %cond.false.i.i
cond.false.i.i:
  %cmp11.i = fcmp olt float %b, 0.000000e+00
  %fneg14.i = fneg double %cond.i
  %cond17.i = select i1 %cmp11.i, double %fneg14.i, double %cond.i
  %conv2.i.i = fpext float %conv.i.i to double
  %4 = tail call double @llvm.fabs.f64(double %conv2.i.i)
  %cmp.i2 = fcmp ueq double %4, 0x7FF0000000000000
  %fneg.i.i = fneg float %conv.i.i
  %conv6.i.i = fpext float %fneg.i.i to double
  %sub.i.i = fsub double %div.i, %conv2.i.i
  %cond.i.i = select i1 %cmp.i2, double %conv6.i.i, double %sub.i.i
  %cmp7.i.i = fcmp une double %cond.i.i, 0.000000e+00
  %cond12.i.i = select i1 %cmp7.i.i, double %cond.i.i, double %cond17.i
  %cmp3.i.i = fcmp ule double %cond12.i.i, 0.000000e+00
  br i1 %cmp3.i.i, label %divide_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i21 = fcmp oeq float %conv.i.i, 0.000000e+00
  %5 = bitcast float %conv.i.i to i32
  %tobool2.not.i = icmp sgt i32 %5, -1
  %cond4.v.i = select i1 %tobool2.not.i, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %5
  %6 = bitcast i32 %cond4.i to float
  %retval.0.i = select i1 %cmp.i21, float 0x36A0000000000000, float %6
  br label %divide_float.exit
divide_float.exit:
  %retval.0.i.i = phi float [ %conv.i.i, %cond.end.i ], [ %retval.0.i, %cond.true2.i ], [ %conv.i.i, %cond.false.i.i ]
  ret float %retval.0.i.i
}
define internal float @kp.sqrt_ru.f32(float %a) {
entry:
  %conv.i = fpext float %a to double
  %0 = tail call double @llvm.sqrt.f64(double %conv.i)
  %1 = tail call double @llvm.fabs.f64(double %0)
  %cmp.i7 = fcmp ueq double %1, 0x7FF0000000000000
  %conv.i.i = fptrunc double %0 to float
  %cmp.i.i = fcmp uno float %conv.i.i, 0.000000e+00
  %brmerge = or i1 %cmp.i.i, %cmp.i7
  br i1 %brmerge, label %square_root_float.exit, label %cond.false.i.i
cond.false.i.i:
  %conv2.i.i = fpext float %conv.i.i to double
  %2 = tail call double @llvm.fabs.f64(double %conv2.i.i)
  %cmp.i = fcmp ueq double %2, 0x7FF0000000000000
  %fneg.i.i = fneg float %conv.i.i
  %conv6.i.i = fpext float %fneg.i.i to double
  %sub.i.i = fsub double %0, %conv2.i.i
  %cond.i.i = select i1 %cmp.i, double %conv6.i.i, double %sub.i.i
  %cmp7.i.i = fcmp une double %cond.i.i, 0.000000e+00
  %fneg.i = fneg double %0
  %3 = tail call double @llvm.fma.f64(double %fneg.i, double %0, double %conv.i)
  %cond12.i.i = select i1 %cmp7.i.i, double %cond.i.i, double %3
  %cmp3.i.i = fcmp ogt double %cond12.i.i, 0.000000e+00
  br i1 %cmp3.i.i, label %cond.true2.i, label %square_root_float.exit
cond.true2.i:
  %cmp.i16 = fcmp oeq float %conv.i.i, 0.000000e+00
  %4 = bitcast float %conv.i.i to i32
  %tobool2.not.i = icmp sgt i32 %4, -1
  %cond4.v.i = select i1 %tobool2.not.i, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %4
  %5 = bitcast i32 %cond4.i to float
  %retval.0.i = select i1 %cmp.i16, float 0x36A0000000000000, float %5
  br label %square_root_float.exit
square_root_float.exit:
  %retval.0.i.i = phi float [ %conv.i.i, %entry ], [ %retval.0.i, %cond.true2.i ], [ %conv.i.i, %cond.false.i.i ]
  ret float %retval.0.i.i
}
define internal float @kp.convert_ru.f32.f64(double %x) {
entry:
  %conv.i = fptrunc double %x to float
  %cmp.i = fcmp uno float %conv.i, 0.000000e+00
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp.i5 = fcmp ueq double %0, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i, %cmp.i5
  br i1 %or.cond, label %to_float.exit, label %cond.false.i.i
cond.false.i.i:
  %conv2.i = fpext float %conv.i to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i2 = fcmp ueq double %1, 0x7FF0000000000000
  %fneg.i = fneg float %conv.i
  %conv6.i = fpext float %fneg.i to double
  %sub.i = fsub double %x, %conv2.i
  %cond.i = select i1 %cmp.i2, double %conv6.i, double %sub.i
  %cmp7.i.inv = fcmp oeq double %cond.i, 0.000000e+00
  %cond12.i = select i1 %cmp7.i.inv, double 0.000000e+00, double %cond.i
  %cmp3.i.i = fcmp ule double %cond12.i, 0.000000e+00
  br i1 %cmp3.i.i, label %to_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i11 = fcmp oeq float %conv.i, 0.000000e+00
  %2 = bitcast float %conv.i to i32
  %tobool2.not.i = icmp sgt i32 %2, -1
  %cond4.v.i = select i1 %tobool2.not.i, i32 1, i32 -1
  %cond4.i = add i32 %cond4.v.i, %2
  %3 = bitcast i32 %cond4.i to float
  %retval.0.i14 = select i1 %cmp.i11, float 0x36A0000000000000, float %3
  br label %to_float.exit
to_float.exit:
  %retval.0.i = phi float [ %conv.i, %entry ], [ %retval.0.i14, %cond.true2.i ], [ %conv.i, %cond.false.i.i ]
  ret float %retval.0.i
}
define internal float @kp.convert_ru.f32.i32(i32 %x) {
entry:
  %0 = tail call i32 @llvm.abs.i32(i32 %x, i1 false)
  %cond.i5 = zext i32 %0 to i64
  %tobool.not.i = icmp eq i32 %x, 0
  %1 = tail call i32 @llvm.ctlz.i32(i32 %0, i1 true)
  %sub1.i = sub nsw i32 8, %1
  %2 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %2
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i5, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %sub7.i, %cond.i5
  %tobool8.i.not = icmp ne i64 %and.i, 0
  %.not6 = icmp sgt i32 %x, -1
  %narrow = and i1 %.not6, %tobool8.i.not
  %spec.select.i = zext i1 %narrow to i64
  %spec.select = add nuw nsw i64 %shr.i, %spec.select.i
  %conv15.i = uitofp nneg i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %3 = bitcast i64 %shl.i to double
  %mul.i = fmul double %3, %conv15.i
  %fneg.i = fneg double %mul.i
  %tobool16.not.i7 = icmp slt i32 %x, 0
  %cond20.i = select i1 %tobool16.not.i7, double %fneg.i, double %mul.i
  %conv3 = fptrunc double %cond20.i to float
  ret float %conv3
}
define internal float @kp.convert_ru.f32.u32(i32 %x) {
entry:
  %conv = zext i32 %x to i64
  %tobool.not.i = icmp eq i32 %x, 0
  %0 = tail call i32 @llvm.ctlz.i32(i32 %x, i1 true)
  %sub1.i = sub nsw i32 8, %0
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %conv, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %sub7.i, %conv
  %tobool8.i.not = icmp ne i64 %and.i, 0
  %inc.i = zext i1 %tobool8.i.not to i64
  %spec.select = add nuw nsw i64 %shr.i, %inc.i
  %conv15.i = uitofp nneg i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %2, %conv15.i
  %conv1 = fptrunc double %mul.i to float
  ret float %conv1
}
define internal float @kp.convert_ru.f32.i64(i64 %x) {
entry:
  %cond.i4 = tail call i64 @llvm.abs.i64(i64 %x, i1 false)
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %cond.i4, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 40, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i4, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %cond.i4, %sub7.i
  %tobool8.i.not = icmp ne i64 %and.i, 0
  %.not5 = icmp sgt i64 %x, -1
  %narrow = and i1 %.not5, %tobool8.i.not
  %spec.select.i = zext i1 %narrow to i64
  %spec.select = add nuw i64 %shr.i, %spec.select.i
  %conv15.i = uitofp i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %2, %conv15.i
  %fneg.i = fneg double %mul.i
  %tobool16.not.i6 = icmp slt i64 %x, 0
  %cond20.i = select i1 %tobool16.not.i6, double %fneg.i, double %mul.i
  %conv2 = fptrunc double %cond20.i to float
  ret float %conv2
}
define internal float @kp.convert_ru.f32.u64(i64 %x) {
entry:
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %x, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 40, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %x, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %sub7.i, %x
  %tobool8.i.not = icmp ne i64 %and.i, 0
  %inc.i = zext i1 %tobool8.i.not to i64
  %spec.select = add i64 %shr.i, %inc.i
  %conv15.i = uitofp i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %2, %conv15.i
  %conv = fptrunc double %mul.i to float
  ret float %conv
}
define internal double @kp.convert_ru.f64.i64(i64 %x) {
entry:
  %cond.i3 = tail call i64 @llvm.abs.i64(i64 %x, i1 false)
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %cond.i3, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 11, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i3, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %cond.i3, %sub7.i
  %tobool8.i.not = icmp ne i64 %and.i, 0
  %.not4 = icmp sgt i64 %x, -1
  %narrow = and i1 %.not4, %tobool8.i.not
  %spec.select.i = zext i1 %narrow to i64
  %spec.select = add nuw i64 %shr.i, %spec.select.i
  %conv15.i = uitofp i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %2, %conv15.i
  %fneg.i = fneg double %mul.i
  %tobool16.not.i5 = icmp slt i64 %x, 0
  %cond20.i = select i1 %tobool16.not.i5, double %fneg.i, double %mul.i
  ret double %cond20.i
}
define internal double @kp.convert_ru.f64.u64(i64 %x) {
entry:
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %x, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 11, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %x, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %sub7.i, %x
  %tobool8.i.not = icmp ne i64 %and.i, 0
  %inc.i = zext i1 %tobool8.i.not to i64
  %spec.select = add i64 %shr.i, %inc.i
  %conv15.i = uitofp i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %2, %conv15.i
  ret double %mul.i
}
define internal double @kp.add_rd.f64(double %a, double %b) {
entry:
  %add.i = fadd double %a, %b
  %cmp.i = fcmp oeq double %add.i, 0.000000e+00
  br i1 %cmp.i, label %land.rhs.i, label %if.end.i
land.rhs.i:
  %0 = bitcast double %a to i64
  %1 = bitcast double %b to i64
  %2 = or i64 %1, %0
  %3 = icmp sgt i64 %2, -1
  br i1 %3, label %if.end.i, label %add.exit
if.end.i:
  %4 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i14 = fcmp ueq double %4, 0x7FF0000000000000
  br i1 %cmp.i14, label %cond.false.i, label %cond.true.i
cond.true.i:
  %sub.i = fsub double %add.i, %a
  %sub1.i = fsub double %add.i, %sub.i
  %sub2.i = fsub double %a, %sub1.i
  %sub3.i = fsub double %b, %sub.i
  %add.i16 = fadd double %sub3.i, %sub2.i
  br label %cond.end10.i
cond.false.i:
  %5 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i11 = fcmp ueq double %5, 0x7FF0000000000000
  %6 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i8 = fcmp ueq double %6, 0x7FF0000000000000
  %fneg.i = fneg double %add.i
  %7 = or i1 %cmp.i11, %cmp.i8
  %spec.select30 = select i1 %7, double 0.000000e+00, double %fneg.i
  br label %cond.end10.i
cond.end10.i:
  %cond11.i = phi double [ %add.i16, %cond.true.i ], [ %spec.select30, %cond.false.i ]
  %cmp1.i = fcmp uno double %add.i, 0.000000e+00
  %cmp7.i = fcmp uge double %cond11.i, 0.000000e+00
  %narrow.not = or i1 %cmp1.i, %cmp7.i
  %brmerge = or i1 %cmp.i, %narrow.not
  %add.i.mux = select i1 %narrow.not, double %add.i, double -4.940660e-324
  br i1 %brmerge, label %add.exit, label %if.end.i23
if.end.i23:
  %8 = bitcast double %add.i to i64
  %tobool2.not.i24.inv = icmp sgt i64 %8, -1
  %cond4.i.v = select i1 %tobool2.not.i24.inv, i64 -1, i64 1
  %cond4.i = add i64 %cond4.i.v, %8
  %9 = bitcast i64 %cond4.i to double
  br label %add.exit
add.exit:
  %retval.0.i = phi double [ -0.000000e+00, %land.rhs.i ], [ %add.i.mux, %cond.end10.i ], [ %9, %if.end.i23 ]
  ret double %retval.0.i
}
define internal double @kp.sub_rd.f64(double %a, double %b) {
entry:
  %fneg = fneg double %b
  %add.i = fsub double %a, %b
  %cmp.i = fcmp oeq double %add.i, 0.000000e+00
  br i1 %cmp.i, label %land.rhs.i, label %if.end.i
land.rhs.i:
  %0 = bitcast double %a to i64
  %1 = bitcast double %fneg to i64
  %2 = or i64 %1, %0
  %3 = icmp sgt i64 %2, -1
  br i1 %3, label %if.end.i, label %add.exit
if.end.i:
  %4 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i14 = fcmp ueq double %4, 0x7FF0000000000000
  br i1 %cmp.i14, label %cond.false.i, label %cond.true.i
cond.true.i:
  %sub.i = fsub double %add.i, %a
  %sub1.i = fsub double %add.i, %sub.i
  %sub2.i = fsub double %a, %sub1.i
  %sub3.i = fsub double %fneg, %sub.i
  %add.i16 = fadd double %sub3.i, %sub2.i
  br label %cond.end10.i
cond.false.i:
  %5 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i11 = fcmp ueq double %5, 0x7FF0000000000000
  %6 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i8 = fcmp ueq double %6, 0x7FF0000000000000
  %fneg.i = fneg double %add.i
  %7 = or i1 %cmp.i11, %cmp.i8
  %spec.select30 = select i1 %7, double 0.000000e+00, double %fneg.i
  br label %cond.end10.i
cond.end10.i:
  %cond11.i = phi double [ %add.i16, %cond.true.i ], [ %spec.select30, %cond.false.i ]
  %cmp1.i = fcmp uno double %add.i, 0.000000e+00
  %cmp7.i = fcmp uge double %cond11.i, 0.000000e+00
  %narrow.not = or i1 %cmp1.i, %cmp7.i
  %brmerge = or i1 %cmp.i, %narrow.not
  %add.i.mux = select i1 %narrow.not, double %add.i, double -4.940660e-324
  br i1 %brmerge, label %add.exit, label %if.end.i23
if.end.i23:
  %8 = bitcast double %add.i to i64
  %tobool2.not.i24.inv = icmp sgt i64 %8, -1
  %cond4.i.v = select i1 %tobool2.not.i24.inv, i64 -1, i64 1
  %cond4.i = add i64 %cond4.i.v, %8
  %9 = bitcast i64 %cond4.i to double
  br label %add.exit
add.exit:
  %retval.0.i = phi double [ -0.000000e+00, %land.rhs.i ], [ %add.i.mux, %cond.end10.i ], [ %9, %if.end.i23 ]
  ret double %retval.0.i
}
define internal double @kp.mul_rd.f64(double %a, double %b) {
entry:
  %mul.i = fmul double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %mul.i)
  %cmp.i26 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i26, label %if.then.i, label %if.end.i
if.then.i:
  %1 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i23 = fcmp ueq double %1, 0x7FF0000000000000
  %2 = tail call double @llvm.fabs.f64(double %b)
  %cmp.i20 = fcmp ueq double %2, 0x7FF0000000000000
  %.not.not65 = or i1 %cmp.i23, %cmp.i20
  %3 = fcmp ule double %mul.i, 0.000000e+00
  %cmp7.i37.not = or i1 %3, %.not.not65
  br i1 %cmp7.i37.not, label %mul.exit, label %if.end.i50
if.end.i50:
  %4 = bitcast double %mul.i to i64
  %tobool2.not.i51.inv = icmp sgt i64 %4, -1
  %cond4.i56.v = select i1 %tobool2.not.i51.inv, i64 -1, i64 1
  %cond4.i56 = add i64 %cond4.i56.v, %4
  %5 = bitcast i64 %cond4.i56 to double
  br label %mul.exit
if.end.i:
  %cmp22.i = fcmp oeq double %mul.i, 0.000000e+00
  %cmp24.i = fcmp une double %a, 0.000000e+00
  %cmp26.i = fcmp une double %b, 0.000000e+00
  %6 = and i1 %cmp24.i, %cmp26.i
  %or.cond37.i = and i1 %6, %cmp22.i
  br i1 %or.cond37.i, label %cond.true27.i, label %cond.false29.i
cond.true27.i:
  %7 = tail call double @llvm.copysign.f64(double 1.000000e+00, double %mul.i)
  br label %cond.end34.i
cond.false29.i:
  %8 = tail call double @llvm.fabs.f64(double %b)
  %9 = tail call double @llvm.fabs.f64(double %a)
  %cmp20.i = fcmp olt double %0, 0x7B0000000000000
  %cond21.i = select i1 %cmp20.i, double 0x61B0000000000000, double 1.000000e+00
  %cmp14.i = fcmp olt double %9, %8
  %cond18.i = select i1 %cmp14.i, double %b, double %a
  %cond11.i = select i1 %cmp14.i, double %a, double %b
  %mul30.i = fmul double %cond11.i, %cond21.i
  %10 = fneg double %mul.i
  %fneg32.i = fmul double %cond21.i, %10
  %11 = tail call double @llvm.fma.f64(double %mul30.i, double %cond18.i, double %fneg32.i)
  br label %cond.end34.i
cond.end34.i:
  %cond35.i = phi double [ %7, %cond.true27.i ], [ %11, %cond.false29.i ]
  %cmp7.i = fcmp uge double %cond35.i, 0.000000e+00
  %brmerge = or i1 %cmp22.i, %cmp7.i
  %mul.i.mux = select i1 %cmp7.i, double %mul.i, double -4.940660e-324
  br i1 %brmerge, label %mul.exit, label %if.end.i42
if.end.i42:
  %12 = bitcast double %mul.i to i64
  %tobool2.not.i43.inv = icmp sgt i64 %12, -1
  %cond4.i.v = select i1 %tobool2.not.i43.inv, i64 -1, i64 1
  %cond4.i = add i64 %cond4.i.v, %12
  %13 = bitcast i64 %cond4.i to double
  br label %mul.exit
mul.exit:
  %retval.0.i = phi double [ %mul.i, %if.then.i ], [ %5, %if.end.i50 ], [ %mul.i.mux, %cond.end34.i ], [ %13, %if.end.i42 ]
  ret double %retval.0.i
}
define internal double @kp.div_rd.f64(double %a, double %b) {
entry:
  %div.i = fdiv double %a, %b
  %0 = tail call double @llvm.fabs.f64(double %a)
  %cmp.i25 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i25, label %divide.exit, label %lor.lhs.false.i
lor.lhs.false.i:
  %or.cond.i = tail call i1 @llvm.is.fpclass.f64(double %b, i32 615)
  br i1 %or.cond.i, label %divide.exit, label %if.end.i
if.end.i:
  %1 = tail call double @llvm.fabs.f64(double %div.i)
  %cmp.i19 = fcmp ueq double %1, 0x7FF0000000000000
  br i1 %cmp.i19, label %if.then6.i, label %if.end8.i
if.then6.i:
  %cmp7.i35 = fcmp ule double %div.i, 0.000000e+00
  br i1 %cmp7.i35, label %divide.exit, label %if.end.i46
if.end.i46:
  %2 = bitcast double %div.i to i64
  %sub.i51 = add nsw i64 %2, -1
  %3 = bitcast i64 %sub.i51 to double
  br label %divide.exit
if.end8.i:
  %cmp10.i = fcmp olt double %0, 0x7B0000000000000
  %cond.i = select i1 %cmp10.i, double 0x4C70000000000000, double 1.000000e+00
  %4 = fneg double %div.i
  %fneg11.i = fmul double %cond.i, %4
  %mul12.i = fmul double %cond.i, %a
  %5 = tail call double @llvm.fma.f64(double %fneg11.i, double %b, double %mul12.i)
  %cmp14.i = fcmp olt double %b, 0.000000e+00
  %fneg15.i = fneg double %5
  %cond16.i = select i1 %cmp14.i, double %fneg15.i, double %5
  %cmp7.i = fcmp uge double %cond16.i, 0.000000e+00
  br i1 %cmp7.i, label %divide.exit, label %cond.true2.i12
cond.true2.i12:
  %cmp.i39 = fcmp oeq double %div.i, 0.000000e+00
  br i1 %cmp.i39, label %divide.exit, label %if.end.i40
if.end.i40:
  %6 = bitcast double %div.i to i64
  %tobool2.not.i.inv = icmp sgt i64 %6, -1
  %cond4.i.v = select i1 %tobool2.not.i.inv, i64 -1, i64 1
  %cond4.i = add i64 %cond4.i.v, %6
  %7 = bitcast i64 %cond4.i to double
  br label %divide.exit
divide.exit:
  %retval.0.i = phi double [ %div.i, %lor.lhs.false.i ], [ %div.i, %entry ], [ %div.i, %if.then6.i ], [ %3, %if.end.i46 ], [ %div.i, %if.end8.i ], [ %7, %if.end.i40 ], [ -4.940660e-324, %cond.true2.i12 ]
  ret double %retval.0.i
}
define internal double @kp.sqrt_rd.f64(double %a) {
entry:
  %0 = tail call double @llvm.sqrt.f64(double %a)
  %or.cond.i = tail call i1 @llvm.is.fpclass.f64(double %0, i32 611)
  br i1 %or.cond.i, label %square_root.exit, label %if.end.i
if.end.i:
  %cmp2.i = fcmp olt double %a, 0x7B0000000000000
  %mul.i = fmul double %0, 0x4630000000000000
  %cond.i = select i1 %cmp2.i, double %mul.i, double %0
  %fneg.i = fneg double %cond.i
  %mul6.i = fmul double %a, 0x4C70000000000000
  %cond9.i = select i1 %cmp2.i, double %mul6.i, double %a
  %1 = tail call double @llvm.fma.f64(double %fneg.i, double %cond.i, double %cond9.i)
  %cmp7.i = fcmp uge double %1, 0.000000e+00
  br i1 %cmp7.i, label %square_root.exit, label %cond.true2.i
cond.true2.i:
  %2 = bitcast double %0 to i64
  %sub.i = add nsw i64 %2, -1
  %3 = bitcast i64 %sub.i to double
  br label %square_root.exit
square_root.exit:
  %retval.0.i = phi double [ %0, %entry ], [ %3, %cond.true2.i ], [ %0, %if.end.i ]
  ret double %retval.0.i
}
define internal float @kp.add_rd.f32(float %a, float %b) {
entry:
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %b to double
  %add.i = fadd double %conv.i, %conv1.i
  %cmp.i7 = fcmp une double %add.i, 0.000000e+00
  %0 = bitcast float %a to i32
  %1 = bitcast float %b to i32
  %2 = or i32 %1, %0
  %3 = icmp sgt i32 %2, -1
  %land.ext.i = or i1 %cmp.i7, %3
  br i1 %land.ext.i, label %if.end.i, label %add_float.exit
if.end.i:
  %4 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i16 = fcmp ueq double %4, 0x7FF0000000000000
  %conv.i1 = fptrunc double %add.i to float
  %cmp.i = fcmp uno float %conv.i1, 0.000000e+00
  %brmerge = or i1 %cmp.i, %cmp.i16
  br i1 %brmerge, label %add_float.exit, label %if.end.i4
if.end.i4:
  %sub.i18 = fsub double %add.i, %conv.i
  %sub1.i = fsub double %add.i, %sub.i18
  %sub2.i = fsub double %conv.i, %sub1.i
  %sub3.i = fsub double %conv1.i, %sub.i18
  %add.i19 = fadd double %sub3.i, %sub2.i
  %conv2.i = fpext float %conv.i1 to double
  %5 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i10 = fcmp ueq double %5, 0x7FF0000000000000
  %sub.i = fsub double %add.i, %conv2.i
  %fneg.i = fneg float %conv.i1
  %conv6.i = fpext float %fneg.i to double
  %cond.i5 = select i1 %cmp.i10, double %conv6.i, double %sub.i
  %cmp7.i = fcmp une double %cond.i5, 0.000000e+00
  %cond12.i = select i1 %cmp7.i, double %cond.i5, double %add.i19
  %cmp7.i.i = fcmp uge double %cond12.i, 0.000000e+00
  br i1 %cmp7.i.i, label %add_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i25 = fcmp oeq float %conv.i1, 0.000000e+00
  %6 = bitcast float %conv.i1 to i32
  %tobool2.not.i.inv = icmp sgt i32 %6, -1
  %cond4.v.i = select i1 %tobool2.not.i.inv, i32 -1, i32 1
  %cond4.i = add i32 %cond4.v.i, %6
  %7 = bitcast i32 %cond4.i to float
  %retval.0.i28 = select i1 %cmp.i25, float 0xB6A0000000000000, float %7
  br label %add_float.exit
add_float.exit:
  %retval.0.i = phi float [ -0.000000e+00, %entry ], [ %conv.i1, %if.end.i ], [ %retval.0.i28, %cond.true2.i ], [ %conv.i1, %if.end.i4 ]
  ret float %retval.0.i
}
define internal float @kp.sub_rd.f32(float %a, float %b) {
entry:
  %fneg = fneg float %b
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %fneg to double
  %add.i = fadd double %conv.i, %conv1.i
  %cmp.i7 = fcmp une double %add.i, 0.000000e+00
  %0 = bitcast float %a to i32
  %1 = bitcast float %fneg to i32
  %2 = or i32 %1, %0
  %3 = icmp sgt i32 %2, -1
  %land.ext.i = or i1 %cmp.i7, %3
  br i1 %land.ext.i, label %if.end.i, label %add_float.exit
if.end.i:
  %4 = tail call double @llvm.fabs.f64(double %add.i)
  %cmp.i16 = fcmp ueq double %4, 0x7FF0000000000000
  %conv.i1 = fptrunc double %add.i to float
  %cmp.i = fcmp uno float %conv.i1, 0.000000e+00
  %brmerge = or i1 %cmp.i, %cmp.i16
  br i1 %brmerge, label %add_float.exit, label %if.end.i4
if.end.i4:
  %sub.i18 = fsub double %add.i, %conv.i
  %sub1.i = fsub double %add.i, %sub.i18
  %sub2.i = fsub double %conv.i, %sub1.i
  %sub3.i = fsub double %conv1.i, %sub.i18
  %add.i19 = fadd double %sub3.i, %sub2.i
  %conv2.i = fpext float %conv.i1 to double
  %5 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i10 = fcmp ueq double %5, 0x7FF0000000000000
  %sub.i = fsub double %add.i, %conv2.i
  %fneg.i = fneg float %conv.i1
  %conv6.i = fpext float %fneg.i to double
  %cond.i5 = select i1 %cmp.i10, double %conv6.i, double %sub.i
  %cmp7.i = fcmp une double %cond.i5, 0.000000e+00
  %cond12.i = select i1 %cmp7.i, double %cond.i5, double %add.i19
  %cmp7.i.i = fcmp uge double %cond12.i, 0.000000e+00
  br i1 %cmp7.i.i, label %add_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i25 = fcmp oeq float %conv.i1, 0.000000e+00
  %6 = bitcast float %conv.i1 to i32
  %tobool2.not.i.inv = icmp sgt i32 %6, -1
  %cond4.v.i = select i1 %tobool2.not.i.inv, i32 -1, i32 1
  %cond4.i = add i32 %cond4.v.i, %6
  %7 = bitcast i32 %cond4.i to float
  %retval.0.i28 = select i1 %cmp.i25, float 0xB6A0000000000000, float %7
  br label %add_float.exit
add_float.exit:
  %retval.0.i = phi float [ -0.000000e+00, %entry ], [ %conv.i1, %if.end.i ], [ %retval.0.i28, %cond.true2.i ], [ %conv.i1, %if.end.i4 ]
  ret float %retval.0.i
}
define internal float @kp.mul_rd.f32(float %a, float %b) {
entry:
  %conv = fpext float %a to double
  %conv1 = fpext float %b to double
  %mul = fmul double %conv, %conv1
  %conv.i = fptrunc double %mul to float
  %cmp.i = fcmp uno float %conv.i, 0.000000e+00
  %0 = tail call double @llvm.fabs.f64(double %mul)
  %cmp.i6 = fcmp ueq double %0, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i, %cmp.i6
  br i1 %or.cond, label %to_float.exit, label %if.end.i
if.end.i:
  %conv2.i = fpext float %conv.i to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i3 = fcmp ueq double %1, 0x7FF0000000000000
  %sub.i = fsub double %mul, %conv2.i
  %fneg.i = fneg float %conv.i
  %conv6.i = fpext float %fneg.i to double
  %cond.i = select i1 %cmp.i3, double %conv6.i, double %sub.i
  %cmp7.i.inv = fcmp oeq double %cond.i, 0.000000e+00
  %cond12.i = select i1 %cmp7.i.inv, double 0.000000e+00, double %cond.i
  %cmp7.i.i = fcmp uge double %cond12.i, 0.000000e+00
  br i1 %cmp7.i.i, label %to_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i12 = fcmp oeq float %conv.i, 0.000000e+00
  %2 = bitcast float %conv.i to i32
  %tobool2.not.i.inv = icmp sgt i32 %2, -1
  %cond4.v.i = select i1 %tobool2.not.i.inv, i32 -1, i32 1
  %cond4.i = add i32 %cond4.v.i, %2
  %3 = bitcast i32 %cond4.i to float
  %retval.0.i15 = select i1 %cmp.i12, float 0xB6A0000000000000, float %3
  br label %to_float.exit
to_float.exit:
  %retval.0.i = phi float [ %conv.i, %entry ], [ %retval.0.i15, %cond.true2.i ], [ %conv.i, %if.end.i ]
  ret float %retval.0.i
}
define internal float @kp.div_rd.f32(float %a, float %b) {
entry:
  %conv.i = fpext float %a to double
  %conv1.i = fpext float %b to double
  %div.i = fdiv double %conv.i, %conv1.i
  %0 = tail call double @llvm.fabs.f64(double %conv.i)
  %cmp.i11 = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp.i11, label %cond.end.i, label %land.lhs.true.i
land.lhs.true.i:
  %1 = tail call double @llvm.fabs.f64(double %conv1.i)
  %cmp.i8 = fcmp one double %1, 0x7FF0000000000000
  %cmp.i = fcmp une float %b, 0.000000e+00
  %or.cond.i = and i1 %cmp.i, %cmp.i8
  %fneg.i = fneg double %div.i
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %conv1.i, double %conv.i)
  %spec.select = select i1 %or.cond.i, double %2, double 0.000000e+00
  br label %cond.end.i
cond.end.i:
  %cond.i = phi double [ 0.000000e+00, %entry ], [ %spec.select, %land.lhs.true.i ]
  %conv.i.i = fptrunc double %div.i to float
  %cmp.i.i = fcmp uno float %conv.i.i, 0.000000e+00
  %3 = tail call double @llvm.fabs.f64(double %div.i)
  %cmp.i5 = fcmp ueq double %3, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i.i, %cmp.i5
  br i1 %or.cond, label %divide_float.exit, label %if.end.i.i
if.end.i.i:
  %cmp11.i = fcmp olt float %b, 0.000000e+00
  %fneg14.i = fneg double %cond.i
  %cond17.i = select i1 %cmp11.i, double %fneg14.i, double %cond.i
  %conv2.i.i = fpext float %conv.i.i to double
  %4 = tail call double @llvm.fabs.f64(double %conv2.i.i)
  %cmp.i2 = fcmp ueq double %4, 0x7FF0000000000000
  %sub.i.i = fsub double %div.i, %conv2.i.i
  %fneg.i.i = fneg float %conv.i.i
  %conv6.i.i = fpext float %fneg.i.i to double
  %cond.i.i = select i1 %cmp.i2, double %conv6.i.i, double %sub.i.i
  %cmp7.i.i = fcmp une double %cond.i.i, 0.000000e+00
  %cond12.i.i = select i1 %cmp7.i.i, double %cond.i.i, double %cond17.i
  %cmp7.i.i17 = fcmp uge double %cond12.i.i, 0.000000e+00
  br i1 %cmp7.i.i17, label %divide_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i21 = fcmp oeq float %conv.i.i, 0.000000e+00
  %5 = bitcast float %conv.i.i to i32
  %tobool2.not.i.inv = icmp sgt i32 %5, -1
  %cond4.v.i = select i1 %tobool2.not.i.inv, i32 -1, i32 1
  %cond4.i = add i32 %cond4.v.i, %5
  %6 = bitcast i32 %cond4.i to float
  %retval.0.i = select i1 %cmp.i21, float 0xB6A0000000000000, float %6
  br label %divide_float.exit
divide_float.exit:
  %retval.0.i.i = phi float [ %conv.i.i, %cond.end.i ], [ %retval.0.i, %cond.true2.i ], [ %conv.i.i, %if.end.i.i ]
  ret float %retval.0.i.i
}
define internal float @kp.sqrt_rd.f32(float %a) {
entry:
  %conv.i = fpext float %a to double
  %0 = tail call double @llvm.sqrt.f64(double %conv.i)
  %1 = tail call double @llvm.fabs.f64(double %0)
  %cmp.i7 = fcmp ueq double %1, 0x7FF0000000000000
  %conv.i.i = fptrunc double %0 to float
  %cmp.i.i = fcmp uno float %conv.i.i, 0.000000e+00
  %brmerge = or i1 %cmp.i.i, %cmp.i7
  br i1 %brmerge, label %square_root_float.exit, label %if.end.i.i
if.end.i.i:
  %fneg.i = fneg double %0
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %0, double %conv.i)
  %conv2.i.i = fpext float %conv.i.i to double
  %3 = tail call double @llvm.fabs.f64(double %conv2.i.i)
  %cmp.i = fcmp ueq double %3, 0x7FF0000000000000
  %sub.i.i = fsub double %0, %conv2.i.i
  %fneg.i.i = fneg float %conv.i.i
  %conv6.i.i = fpext float %fneg.i.i to double
  %cond.i.i = select i1 %cmp.i, double %conv6.i.i, double %sub.i.i
  %cmp7.i.i = fcmp une double %cond.i.i, 0.000000e+00
  %cond12.i.i = select i1 %cmp7.i.i, double %cond.i.i, double %2
  %cmp7.i.i12 = fcmp uge double %cond12.i.i, 0.000000e+00
  br i1 %cmp7.i.i12, label %square_root_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i16 = fcmp oeq float %conv.i.i, 0.000000e+00
  %4 = bitcast float %conv.i.i to i32
  %tobool2.not.i.inv = icmp sgt i32 %4, -1
  %cond4.v.i = select i1 %tobool2.not.i.inv, i32 -1, i32 1
  %cond4.i = add i32 %cond4.v.i, %4
  %5 = bitcast i32 %cond4.i to float
  %retval.0.i = select i1 %cmp.i16, float 0xB6A0000000000000, float %5
  br label %square_root_float.exit
square_root_float.exit:
  %retval.0.i.i = phi float [ %conv.i.i, %entry ], [ %retval.0.i, %cond.true2.i ], [ %conv.i.i, %if.end.i.i ]
  ret float %retval.0.i.i
}
define internal float @kp.convert_rd.f32.f64(double %x) {
entry:
  %conv.i = fptrunc double %x to float
  %cmp.i = fcmp uno float %conv.i, 0.000000e+00
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp.i5 = fcmp ueq double %0, 0x7FF0000000000000
  %or.cond = or i1 %cmp.i, %cmp.i5
  br i1 %or.cond, label %to_float.exit, label %if.end.i
if.end.i:
  %conv2.i = fpext float %conv.i to double
  %1 = tail call double @llvm.fabs.f64(double %conv2.i)
  %cmp.i2 = fcmp ueq double %1, 0x7FF0000000000000
  %sub.i = fsub double %x, %conv2.i
  %fneg.i = fneg float %conv.i
  %conv6.i = fpext float %fneg.i to double
  %cond.i = select i1 %cmp.i2, double %conv6.i, double %sub.i
  %cmp7.i.inv = fcmp oeq double %cond.i, 0.000000e+00
  %cond12.i = select i1 %cmp7.i.inv, double 0.000000e+00, double %cond.i
  %cmp7.i.i = fcmp uge double %cond12.i, 0.000000e+00
  br i1 %cmp7.i.i, label %to_float.exit, label %cond.true2.i
cond.true2.i:
  %cmp.i11 = fcmp oeq float %conv.i, 0.000000e+00
  %2 = bitcast float %conv.i to i32
  %tobool2.not.i.inv = icmp sgt i32 %2, -1
  %cond4.v.i = select i1 %tobool2.not.i.inv, i32 -1, i32 1
  %cond4.i = add i32 %cond4.v.i, %2
  %3 = bitcast i32 %cond4.i to float
  %retval.0.i14 = select i1 %cmp.i11, float 0xB6A0000000000000, float %3
  br label %to_float.exit
to_float.exit:
  %retval.0.i = phi float [ %conv.i, %entry ], [ %retval.0.i14, %cond.true2.i ], [ %conv.i, %if.end.i ]
  ret float %retval.0.i
}
define internal float @kp.convert_rd.f32.i32(i32 %x) {
entry:
  %0 = tail call i32 @llvm.abs.i32(i32 %x, i1 false)
  %cond.i5 = zext i32 %0 to i64
  %tobool.not.i = icmp eq i32 %x, 0
  %1 = tail call i32 @llvm.ctlz.i32(i32 %0, i1 true)
  %sub1.i = sub nsw i32 8, %1
  %2 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %2
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i5, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %sub7.i, %cond.i5
  %tobool8.i.not = icmp eq i64 %and.i, 0
  %x.lobit7 = lshr i32 %x, 31
  %inc.i = zext nneg i32 %x.lobit7 to i64
  %spec.select.i = select i1 %tobool8.i.not, i64 0, i64 %inc.i
  %spec.select = add nuw nsw i64 %spec.select.i, %shr.i
  %conv15.i = uitofp nneg i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %3 = bitcast i64 %shl.i to double
  %mul.i = fmul double %3, %conv15.i
  %fneg.i = fneg double %mul.i
  %tobool16.not.i8 = icmp slt i32 %x, 0
  %cond20.i = select i1 %tobool16.not.i8, double %fneg.i, double %mul.i
  %conv3 = fptrunc double %cond20.i to float
  ret float %conv3
}
define internal float @kp.convert_rd.f32.u32(i32 %x) {
entry:
  %conv = zext i32 %x to i64
  %tobool.not.i = icmp eq i32 %x, 0
  %0 = tail call i32 @llvm.ctlz.i32(i32 %x, i1 true)
  %sub1.i = sub nsw i32 8, %0
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %conv, %sh_prom.i
  %conv15.i = uitofp nneg i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  %conv1 = fptrunc double %mul.i to float
  ret float %conv1
}
define internal float @kp.convert_rd.f32.i64(i64 %x) {
entry:
  %cond.i4 = tail call i64 @llvm.abs.i64(i64 %x, i1 false)
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %cond.i4, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 40, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i4, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %cond.i4, %sub7.i
  %tobool8.i.not = icmp eq i64 %and.i, 0
  %2 = lshr i64 %x, 63
  %spec.select.i = select i1 %tobool8.i.not, i64 0, i64 %2
  %spec.select = add nuw i64 %spec.select.i, %shr.i
  %conv15.i = uitofp i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %3 = bitcast i64 %shl.i to double
  %mul.i = fmul double %3, %conv15.i
  %fneg.i = fneg double %mul.i
  %tobool16.not.i6 = icmp slt i64 %x, 0
  %cond20.i = select i1 %tobool16.not.i6, double %fneg.i, double %mul.i
  %conv2 = fptrunc double %cond20.i to float
  ret float %conv2
}
define internal float @kp.convert_rd.f32.u64(i64 %x) {
entry:
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %x, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 40, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %x, %sh_prom.i
  %conv15.i = uitofp i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  %conv = fptrunc double %mul.i to float
  ret float %conv
}
define internal double @kp.convert_rd.f64.i64(i64 %x) {
entry:
  %cond.i3 = tail call i64 @llvm.abs.i64(i64 %x, i1 false)
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %cond.i3, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 11, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %cond.i3, %sh_prom.i
  %notmask.i = shl nsw i64 -1, %sh_prom.i
  %sub7.i = xor i64 %notmask.i, -1
  %and.i = and i64 %cond.i3, %sub7.i
  %tobool8.i.not = icmp eq i64 %and.i, 0
  %2 = lshr i64 %x, 63
  %spec.select.i = select i1 %tobool8.i.not, i64 0, i64 %2
  %spec.select = add nuw i64 %spec.select.i, %shr.i
  %conv15.i = uitofp i64 %spec.select to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %3 = bitcast i64 %shl.i to double
  %mul.i = fmul double %3, %conv15.i
  %fneg.i = fneg double %mul.i
  %tobool16.not.i5 = icmp slt i64 %x, 0
  %cond20.i = select i1 %tobool16.not.i5, double %fneg.i, double %mul.i
  ret double %cond20.i
}
define internal double @kp.convert_rd.f64.u64(i64 %x) {
entry:
  %tobool.not.i = icmp eq i64 %x, 0
  %0 = tail call i64 @llvm.ctlz.i64(i64 %x, i1 true)
  %cast.i = trunc nuw nsw i64 %0 to i32
  %sub1.i = sub nsw i32 11, %cast.i
  %1 = tail call i32 @llvm.smax.i32(i32 %sub1.i, i32 0)
  %cond5.i = select i1 %tobool.not.i, i32 0, i32 %1
  %sh_prom.i = zext nneg i32 %cond5.i to i64
  %shr.i = lshr i64 %x, %sh_prom.i
  %conv15.i = uitofp i64 %shr.i to double
  %add.i = add nuw nsw i32 %cond5.i, 1023
  %conv.i = zext nneg i32 %add.i to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %2 = bitcast i64 %shl.i to double
  %mul.i = fmul double %conv15.i, %2
  ret double %mul.i
}
declare double @llvm.fabs.f64(double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.fma.f64(double, double, double)
declare double @llvm.sqrt.f64(double)
declare i64 @llvm.ctlz.i64(i64, i1 immarg)
declare i32 @llvm.smax.i32(i32, i32)
declare i64 @llvm.abs.i64(i64, i1 immarg)
declare i1 @llvm.is.fpclass.f64(double, i32 immarg)
declare i32 @llvm.abs.i32(i32, i1 immarg)
declare i32 @llvm.ctlz.i32(i32, i1 immarg)
