; exponential.c through clang 19; generate.sh writes it.
define internal double @kp.exp_of(double %x, double %low) {
entry:
  %cmp = fcmp ogt double %x, 7.100000e+02
  %cmp1 = fcmp olt double %x, -7.460000e+02
  %cond = select i1 %cmp1, double -7.460000e+02, double %x
  %cond5 = select i1 %cmp, double 7.100000e+02, double %cond
  %mul = fmul double %cond5, 0x3FF71547652B82FE
  %0 = tail call double @llvm.rint.f64(double %mul)
  %fneg = fneg double %0
  %1 = tail call double @llvm.fma.f64(double %fneg, double 0x3FE62E42FEFA39EF, double %cond5)
  %2 = tail call double @llvm.fma.f64(double %fneg, double 0x3C7ABC9E3B39803F, double %low)
  %add.i27 = fadd double %1, %2
  %3 = tail call double @llvm.fma.f64(double %add.i27, double 0x3E21F7340DBC337E, double 0x3E5AF4E554377204)
  %4 = tail call double @llvm.fma.f64(double %3, double %add.i27, double 0x3E927E4DB46CDDD1)
  %5 = tail call double @llvm.fma.f64(double %4, double %add.i27, double 0x3EC71DE01FDBF9CA)
  %6 = tail call double @llvm.fma.f64(double %5, double %add.i27, double 0x3EFA01A01A6E1E2A)
  %7 = tail call double @llvm.fma.f64(double %6, double %add.i27, double 0x3F2A01A01ABF85AB)
  %8 = tail call double @llvm.fma.f64(double %7, double %add.i27, double 0x3F56C16C16C162C3)
  %9 = tail call double @llvm.fma.f64(double %8, double %add.i27, double 0x3F811111111100BE)
  %10 = tail call double @llvm.fma.f64(double %9, double %add.i27, double 0x3FA5555555555556)
  %11 = tail call double @llvm.fma.f64(double %10, double %add.i27, double 0x3FC5555555555557)
  %12 = tail call double @llvm.fma.f64(double %11, double %add.i27, double 5.000000e-01)
  %sub.i28 = fsub double %1, %add.i27
  %add1.i29 = fadd double %2, %sub.i28
  %mul.i31 = fmul double %add.i27, %add.i27
  %13 = tail call double @llvm.fma.f64(double %mul.i31, double %12, double %add1.i29)
  %add.i38 = fadd double %add.i27, %13
  %sub.i39 = fsub double %add.i38, %add.i27
  %sub1.i = fsub double %13, %sub.i39
  %add.i = fadd double %add.i38, %sub1.i
  %add1.i = fadd double %add.i, 1.000000e+00
  %conv = fptosi double %0 to i32
  %div.i = sdiv i32 %conv, 2
  %add.i34 = add nsw i32 %div.i, 1023
  %conv.i35 = zext i32 %add.i34 to i64
  %shl.i36 = shl i64 %conv.i35, 52
  %14 = bitcast i64 %shl.i36 to double
  %mul.i = fmul double %add1.i, %14
  %sub.i = add i32 %conv, 1023
  %add.i32 = sub i32 %sub.i, %div.i
  %conv.i = zext i32 %add.i32 to i64
  %shl.i = shl i64 %conv.i, 52
  %15 = bitcast i64 %shl.i to double
  %mul2.i = fmul double %mul.i, %15
  %cmp12 = fcmp uno double %x, 0.000000e+00
  %cond17 = select i1 %cmp12, double %x, double %mul2.i
  ret double %cond17
}
define internal double @kp.exp.f64(double %x) {
entry:
  %call = tail call double @kp.exp_of(double %x, double 0.000000e+00)
  ret double %call
}
define internal double @kp.exp2.f64(double %x) {
entry:
  %cmp = fcmp ogt double %x, 1.025000e+03
  %cmp1 = fcmp olt double %x, -1.080000e+03
  %cond = select i1 %cmp1, double -1.080000e+03, double %x
  %cond5 = select i1 %cmp, double 1.025000e+03, double %cond
  %0 = tail call double @llvm.rint.f64(double %cond5)
  %sub = fsub double %cond5, %0
  %mul = fmul double %sub, 0x3FE62E42FEFA39EF
  %fneg = fneg double %mul
  %1 = tail call double @llvm.fma.f64(double %sub, double 0x3FE62E42FEFA39EF, double %fneg)
  %mul7 = fmul double %sub, 0x3C7ABC9E3B39803F
  %add = fadd double %mul7, %1
  %add.i28 = fadd double %mul, %add
  %2 = tail call double @llvm.fma.f64(double %add.i28, double 0x3E21F7340DBC337E, double 0x3E5AF4E554377204)
  %3 = tail call double @llvm.fma.f64(double %2, double %add.i28, double 0x3E927E4DB46CDDD1)
  %4 = tail call double @llvm.fma.f64(double %3, double %add.i28, double 0x3EC71DE01FDBF9CA)
  %5 = tail call double @llvm.fma.f64(double %4, double %add.i28, double 0x3EFA01A01A6E1E2A)
  %6 = tail call double @llvm.fma.f64(double %5, double %add.i28, double 0x3F2A01A01ABF85AB)
  %7 = tail call double @llvm.fma.f64(double %6, double %add.i28, double 0x3F56C16C16C162C3)
  %8 = tail call double @llvm.fma.f64(double %7, double %add.i28, double 0x3F811111111100BE)
  %9 = tail call double @llvm.fma.f64(double %8, double %add.i28, double 0x3FA5555555555556)
  %10 = tail call double @llvm.fma.f64(double %9, double %add.i28, double 0x3FC5555555555557)
  %11 = tail call double @llvm.fma.f64(double %10, double %add.i28, double 5.000000e-01)
  %sub.i29 = fsub double %mul, %add.i28
  %add1.i30 = fadd double %add, %sub.i29
  %mul.i32 = fmul double %add.i28, %add.i28
  %12 = tail call double @llvm.fma.f64(double %mul.i32, double %11, double %add1.i30)
  %add.i39 = fadd double %add.i28, %12
  %sub.i40 = fsub double %add.i39, %add.i28
  %sub1.i = fsub double %12, %sub.i40
  %add.i = fadd double %add.i39, %sub1.i
  %add1.i = fadd double %add.i, 1.000000e+00
  %conv = fptosi double %0 to i32
  %div.i = sdiv i32 %conv, 2
  %add.i35 = add nsw i32 %div.i, 1023
  %conv.i36 = zext i32 %add.i35 to i64
  %shl.i37 = shl i64 %conv.i36, 52
  %13 = bitcast i64 %shl.i37 to double
  %mul.i = fmul double %add1.i, %13
  %sub.i = add i32 %conv, 1023
  %add.i33 = sub i32 %sub.i, %div.i
  %conv.i = zext i32 %add.i33 to i64
  %shl.i = shl i64 %conv.i, 52
  %14 = bitcast i64 %shl.i to double
  %mul2.i = fmul double %mul.i, %14
  %cmp11 = fcmp uno double %x, 0.000000e+00
  %cond16 = select i1 %cmp11, double %x, double %mul2.i
  ret double %cond16
}
define internal double @kp.exp10.f64(double %x) {
entry:
  %cmp = fcmp ogt double %x, 3.100000e+02
  %cmp1 = fcmp olt double %x, -3.250000e+02
  %cond = select i1 %cmp1, double -3.250000e+02, double %x
  %cond5 = select i1 %cmp, double 3.100000e+02, double %cond
  %mul = fmul double %cond5, 0x40026BB1BBB55516
  %fneg = fneg double %mul
  %0 = tail call double @llvm.fma.f64(double %cond5, double 0x40026BB1BBB55516, double %fneg)
  %mul6 = fmul double %cond5, 0x3CAF48AD494EA3E9
  %1 = fsub double %0, %mul6
  %call7 = tail call double @kp.exp_of(double %mul, double %1)
  %cmp8 = fcmp uno double %x, 0.000000e+00
  %cond12 = select i1 %cmp8, double %x, double %call7
  ret double %cond12
}
define internal double @kp.expm1.f64(double %x) {
entry:
  %cmp1 = fcmp ogt double %x, 5.000000e+01
  br i1 %cmp1, label %cond.true19, label %cond.false21
cond.true19:
  %call20 = tail call double @kp.exp_of(double %x, double 0.000000e+00)
  br label %cond.end33
cond.false21:
  %cmp = fcmp olt double %x, -5.000000e+01
  %cond5 = select i1 %cmp, double -5.000000e+01, double %x
  %mul = fmul double %cond5, 0x3FF71547652B82FE
  %0 = tail call double @llvm.rint.f64(double %mul)
  %mul8 = fmul double %0, 0xBC7ABC9E3B39803F
  %fneg = fneg double %0
  %1 = tail call double @llvm.fma.f64(double %fneg, double 0x3FE62E42FEFA39EF, double %cond5)
  %add.i = fadd double %1, %mul8
  %sub.i = fsub double %1, %add.i
  %add1.i = fadd double %mul8, %sub.i
  %2 = tail call double @llvm.fma.f64(double %add.i, double 0x3E21F7340DBC337E, double 0x3E5AF4E554377204)
  %3 = tail call double @llvm.fma.f64(double %2, double %add.i, double 0x3E927E4DB46CDDD1)
  %4 = tail call double @llvm.fma.f64(double %3, double %add.i, double 0x3EC71DE01FDBF9CA)
  %5 = tail call double @llvm.fma.f64(double %4, double %add.i, double 0x3EFA01A01A6E1E2A)
  %6 = tail call double @llvm.fma.f64(double %5, double %add.i, double 0x3F2A01A01ABF85AB)
  %7 = tail call double @llvm.fma.f64(double %6, double %add.i, double 0x3F56C16C16C162C3)
  %8 = tail call double @llvm.fma.f64(double %7, double %add.i, double 0x3F811111111100BE)
  %9 = tail call double @llvm.fma.f64(double %8, double %add.i, double 0x3FA5555555555556)
  %10 = tail call double @llvm.fma.f64(double %9, double %add.i, double 0x3FC5555555555557)
  %11 = tail call double @llvm.fma.f64(double %10, double %add.i, double 5.000000e-01)
  %conv = fptosi double %0 to i32
  %add.i54 = add nsw i32 %conv, 1023
  %conv.i = zext i32 %add.i54 to i64
  %shl.i = shl i64 %conv.i, 52
  %12 = bitcast i64 %shl.i to double
  %sub = fadd double %12, -1.000000e+00
  %mul.i = fmul double %add.i, %add.i
  %13 = tail call double @llvm.fma.f64(double %mul.i, double %11, double %add1.i)
  %add.i56 = fadd double %add.i, %13
  %mul11 = fmul double %add.i56, %12
  %add = fadd double %sub, %mul11
  %sub12 = fsub double %add, %sub
  %14 = fsub double %sub12, %add
  %sub14 = fadd double %sub, %14
  %sub15 = fsub double %mul11, %sub12
  %add16 = fadd double %sub15, %sub14
  %sub.i57 = fsub double %add.i56, %add.i
  %sub1.i = fsub double %13, %sub.i57
  %or.cond = fcmp ueq double %x, 0.000000e+00
  %mul28 = fmul double %sub1.i, %12
  %add29 = fadd double %mul28, %add16
  %add30 = fadd double %add, %add29
  %spec.select = select i1 %or.cond, double %x, double %add30
  br label %cond.end33
cond.end33:
  %cond34 = phi double [ %call20, %cond.true19 ], [ %spec.select, %cond.false21 ]
  ret double %cond34
}
define internal double @kp.log_of(double %x, double %low) {
entry:
  %cmp.i = fcmp olt double %x, 0x10000000000000
  %mul.i = fmul double %x, 0x4350000000000000
  %cond.i = select i1 %cmp.i, double %mul.i, double %x
  %0 = bitcast double %cond.i to i64
  %shr.i = lshr i64 %0, 52
  %conv1.i = trunc nuw nsw i64 %shr.i to i32
  %and.i = and i64 %0, 4503599627370495
  %or.i = or disjoint i64 %and.i, 4607182418800017408
  %1 = bitcast i64 %or.i to double
  %cmp6.i = fcmp ogt double %1, 0x3FF6A09E667F3BCD
  %sub.i = select i1 %cmp.i, i32 -1077, i32 -1023
  %sub4.i = add nsw i32 %sub.i, %conv1.i
  %mul10.i = fmul double %1, 5.000000e-01
  %cond13.i = select i1 %cmp6.i, double %mul10.i, double %1
  %sub14.i = fadd double %cond13.i, -1.000000e+00
  %mul = fmul double %sub14.i, 5.000000e-01
  %mul2 = fmul double %sub14.i, %mul
  %add.i19 = fadd double %sub14.i, 2.000000e+00
  %div.i = fdiv double %sub14.i, %add.i19
  %mul.i20 = fmul double %div.i, %div.i
  %2 = tail call double @llvm.fma.f64(double %mul.i20, double 0x3FC2B738E2AA39AF, double 0x3FC39FC2AA6D2EAF)
  %3 = tail call double @llvm.fma.f64(double %2, double %mul.i20, double 0x3FC7462C5B8A82A8)
  %4 = tail call double @llvm.fma.f64(double %3, double %mul.i20, double 0x3FCC71C62A977F06)
  %5 = tail call double @llvm.fma.f64(double %4, double %mul.i20, double 0x3FD2492492E20726)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i20, double 0x3FD9999999995137)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i20, double 0x3FE5555555555558)
  %conv7.i = zext i1 %cmp6.i to i32
  %add.i = add nsw i32 %sub4.i, %conv7.i
  %conv = sitofp i32 %add.i to double
  %or.cond.i = fcmp ueq double %x, 0x7FF0000000000000
  br i1 %or.cond.i, label %of_log.exit, label %cond.false.i
cond.false.i:
  %cmp2.i = fcmp olt double %x, 0.000000e+00
  br i1 %cmp2.i, label %of_log.exit, label %cond.false4.i
cond.false4.i:
  %cmp5.i = fcmp oeq double %x, 0.000000e+00
  %mul1.i = fmul double %mul.i20, %7
  %add4.i = fadd double %mul2, %mul1.i
  %mul5.i = fmul double %div.i, %add4.i
  %8 = tail call double @llvm.fma.f64(double %conv, double 0x3C7ABC9E3B39803F, double %low)
  %add = fadd double %8, %mul5.i
  %9 = fsub double %add, %mul2
  %sub9 = fadd double %sub14.i, %9
  %10 = tail call double @llvm.fma.f64(double %conv, double 0x3FE62E42FEFA39EF, double %sub9)
  %cond.i18 = select i1 %cmp5.i, double 0xFFF0000000000000, double %10
  br label %of_log.exit
of_log.exit:
  %cond11.i = phi double [ %cond.i18, %cond.false4.i ], [ 0x7FF8000000000000, %cond.false.i ], [ %x, %entry ]
  ret double %cond11.i
}
define internal double @kp.log.f64(double %x) {
entry:
  %call = tail call double @kp.log_of(double %x, double 0.000000e+00)
  ret double %call
}
define internal double @kp.log2.f64(double %x) {
entry:
  %cmp.i.i = fcmp olt double %x, 0x10000000000000
  %mul.i.i = fmul double %x, 0x4350000000000000
  %cond.i.i = select i1 %cmp.i.i, double %mul.i.i, double %x
  %0 = bitcast double %cond.i.i to i64
  %shr.i.i = lshr i64 %0, 52
  %conv1.i.i = trunc nuw nsw i64 %shr.i.i to i32
  %and.i.i = and i64 %0, 4503599627370495
  %or.i.i = or disjoint i64 %and.i.i, 4607182418800017408
  %1 = bitcast i64 %or.i.i to double
  %cmp6.i.i = fcmp ogt double %1, 0x3FF6A09E667F3BCD
  %sub.i.i = select i1 %cmp.i.i, i32 -1077, i32 -1023
  %sub4.i.i = add nsw i32 %sub.i.i, %conv1.i.i
  %mul10.i.i = fmul double %1, 5.000000e-01
  %cond13.i.i = select i1 %cmp6.i.i, double %mul10.i.i, double %1
  %sub14.i.i = fadd double %cond13.i.i, -1.000000e+00
  %mul.i = fmul double %sub14.i.i, 5.000000e-01
  %add.i39.i = fadd double %sub14.i.i, 2.000000e+00
  %div.i.i = fdiv double %sub14.i.i, %add.i39.i
  %mul.i40.i = fmul double %div.i.i, %div.i.i
  %2 = tail call double @llvm.fma.f64(double %mul.i40.i, double 0x3FC2B738E2AA39AF, double 0x3FC39FC2AA6D2EAF)
  %3 = tail call double @llvm.fma.f64(double %2, double %mul.i40.i, double 0x3FC7462C5B8A82A8)
  %4 = tail call double @llvm.fma.f64(double %3, double %mul.i40.i, double 0x3FCC71C62A977F06)
  %5 = tail call double @llvm.fma.f64(double %4, double %mul.i40.i, double 0x3FD2492492E20726)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i40.i, double 0x3FD9999999995137)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i40.i, double 0x3FE5555555555558)
  %conv7.i.i = zext i1 %cmp6.i.i to i32
  %add.i.i = add nsw i32 %sub4.i.i, %conv7.i.i
  %mul2.i = fmul double %sub14.i.i, %mul.i
  %or.cond.i.i = fcmp ueq double %x, 0x7FF0000000000000
  br i1 %or.cond.i.i, label %log_by.exit, label %cond.false.i.i
cond.false.i.i:
  %cmp2.i.i = fcmp olt double %x, 0.000000e+00
  br i1 %cmp2.i.i, label %log_by.exit, label %cond.false4.i.i
cond.false4.i.i:
  %cmp5.i.i = fcmp oeq double %x, 0.000000e+00
  %cmp.i = icmp eq i32 %add.i.i, 0
  %mul1.i.i = fmul double %mul.i40.i, %7
  %add4.i.i = fadd double %mul2.i, %mul1.i.i
  %mul5.i.i = fmul double %div.i.i, %add4.i.i
  %sub.i = fsub double %mul5.i.i, %mul2.i
  %add.i3 = fadd double %sub14.i.i, %sub.i
  %mul8.i = fmul double %add.i3, 0x3FF71547652B82FE
  %fneg.i = fneg double %mul8.i
  %8 = tail call double @llvm.fma.f64(double %add.i3, double 0x3FF71547652B82FE, double %fneg.i)
  %sub.i4 = fsub double %add.i3, %sub14.i.i
  %sub1.i5 = fsub double %sub.i, %sub.i4
  %mul13.i = fmul double %sub1.i5, 0x3FF71547652B82FE
  %9 = tail call double @llvm.fma.f64(double %add.i3, double 0x3C7777D0FFDA0D24, double %mul13.i)
  %add.i = fadd double %8, %9
  %add19.i = fadd double %mul8.i, %add.i
  %conv.i = sitofp i32 %add.i.i to double
  %add.i1 = fadd double %mul8.i, %conv.i
  %sub.i2 = fsub double %add.i1, %conv.i
  %sub1.i = fsub double %mul8.i, %sub.i2
  %add22.i = fadd double %sub1.i, %add.i
  %add23.i = fadd double %add.i1, %add22.i
  %cond.i = select i1 %cmp.i, double %add19.i, double %add23.i
  %cond.i38.i = select i1 %cmp5.i.i, double 0xFFF0000000000000, double %cond.i
  br label %log_by.exit
log_by.exit:
  %cond11.i.i = phi double [ %cond.i38.i, %cond.false4.i.i ], [ 0x7FF8000000000000, %cond.false.i.i ], [ %x, %entry ]
  ret double %cond11.i.i
}
define internal double @kp.log10.f64(double %x) {
entry:
  %cmp.i = fcmp olt double %x, 0x10000000000000
  %mul.i = fmul double %x, 0x4350000000000000
  %cond.i = select i1 %cmp.i, double %mul.i, double %x
  %0 = bitcast double %cond.i to i64
  %shr.i = lshr i64 %0, 52
  %conv1.i = trunc nuw nsw i64 %shr.i to i32
  %and.i = and i64 %0, 4503599627370495
  %or.i = or disjoint i64 %and.i, 4607182418800017408
  %1 = bitcast i64 %or.i to double
  %cmp6.i = fcmp ogt double %1, 0x3FF6A09E667F3BCD
  %sub.i = select i1 %cmp.i, i32 -1077, i32 -1023
  %sub4.i = add nsw i32 %sub.i, %conv1.i
  %mul10.i = fmul double %1, 5.000000e-01
  %cond13.i = select i1 %cmp6.i, double %mul10.i, double %1
  %sub14.i = fadd double %cond13.i, -1.000000e+00
  %mul = fmul double %sub14.i, 5.000000e-01
  %add.i44 = fadd double %sub14.i, 2.000000e+00
  %div.i = fdiv double %sub14.i, %add.i44
  %mul.i45 = fmul double %div.i, %div.i
  %2 = tail call double @llvm.fma.f64(double %mul.i45, double 0x3FC2B738E2AA39AF, double 0x3FC39FC2AA6D2EAF)
  %3 = tail call double @llvm.fma.f64(double %2, double %mul.i45, double 0x3FC7462C5B8A82A8)
  %4 = tail call double @llvm.fma.f64(double %3, double %mul.i45, double 0x3FCC71C62A977F06)
  %5 = tail call double @llvm.fma.f64(double %4, double %mul.i45, double 0x3FD2492492E20726)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i45, double 0x3FD9999999995137)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i45, double 0x3FE5555555555558)
  %conv7.i = zext i1 %cmp6.i to i32
  %add.i = add nsw i32 %sub4.i, %conv7.i
  %mul2 = fmul double %sub14.i, %mul
  %mul1.i = fmul double %mul.i45, %7
  %add4.i = fadd double %mul2, %mul1.i
  %mul5.i = fmul double %div.i, %add4.i
  %sub = fsub double %mul5.i, %mul2
  %add.i51 = fadd double %sub14.i, %sub
  %sub.i52 = fsub double %add.i51, %sub14.i
  %sub1.i53 = fsub double %sub, %sub.i52
  %mul7 = fmul double %add.i51, 0x3FDBCB7B1526E50E
  %fneg = fneg double %mul7
  %8 = tail call double @llvm.fma.f64(double %add.i51, double 0x3FDBCB7B1526E50E, double %fneg)
  %mul11 = fmul double %sub1.i53, 0x3FDBCB7B1526E50E
  %9 = tail call double @llvm.fma.f64(double %add.i51, double 0x3C695355BAAAFAD3, double %mul11)
  %add = fadd double %8, %9
  %cmp = icmp eq i32 %add.i, 0
  br i1 %cmp, label %cond.true, label %cond.false
cond.true:
  %add22 = fadd double %mul7, %add
  br label %cond.end
cond.false:
  %conv = sitofp i32 %add.i to double
  %mul14 = fmul double %conv, 0x3FD34413509F79FF
  %add.i47 = fadd double %mul14, %mul7
  %sub.i48 = fsub double %add.i47, %mul14
  %sub1.i = fsub double %mul7, %sub.i48
  %fneg16 = fneg double %mul14
  %10 = tail call double @llvm.fma.f64(double %conv, double 0x3FD34413509F79FF, double %fneg16)
  %mul18 = fmul double %conv, 0x3C49DC1DA994FD21
  %11 = fsub double %10, %mul18
  %add25 = fadd double %11, %add
  %add26 = fadd double %sub1.i, %add25
  %add27 = fadd double %add.i47, %add26
  br label %cond.end
cond.end:
  %cond = phi double [ %add22, %cond.true ], [ %add27, %cond.false ]
  %or.cond.i = fcmp ueq double %x, 0x7FF0000000000000
  br i1 %or.cond.i, label %of_log.exit, label %cond.false.i
cond.false.i:
  %cmp2.i = fcmp olt double %x, 0.000000e+00
  br i1 %cmp2.i, label %of_log.exit, label %cond.false4.i
cond.false4.i:
  %cmp5.i = fcmp oeq double %x, 0.000000e+00
  %cond.i43 = select i1 %cmp5.i, double 0xFFF0000000000000, double %cond
  br label %of_log.exit
of_log.exit:
  %cond11.i = phi double [ %cond.i43, %cond.false4.i ], [ 0x7FF8000000000000, %cond.false.i ], [ %x, %cond.end ]
  ret double %cond11.i
}
define internal double @kp.log1p.f64(double %x) {
entry:
  %add = fadd double %x, 1.000000e+00
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp olt double %0, 1.000000e+00
  %sub = fadd double %add, -1.000000e+00
  %sub1 = fsub double %x, %sub
  %1 = fsub double %x, %add
  %sub3 = fadd double %1, 1.000000e+00
  %cond = select i1 %cmp, double %sub1, double %sub3
  %or.cond = tail call i1 @llvm.is.fpclass.f64(double %add, i32 576)
  %div = fdiv double %cond, %add
  %cond9 = select i1 %or.cond, double 0.000000e+00, double %div
  %call10 = tail call double @kp.log_of(double %add, double %cond9)
  %cmp12 = fcmp olt double %0, 0x3C90000000000000
  %cond16 = select i1 %cmp12, double %x, double %call10
  ret double %cond16
}
define internal double @kp.pow.f64(double %x, double %y) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp oeq double %x, 0.000000e+00
  %cmp1 = fcmp oeq double %0, 0x7FF0000000000000
  %cmp3 = fcmp uno double %x, 0.000000e+00
  %1 = or i1 %cmp3, %cmp1
  %or.cond136 = or i1 %cmp, %1
  %cond = select i1 %or.cond136, double 1.000000e+00, double %0
  %cmp.i.i = fcmp olt double %cond, 0x10000000000000
  %mul.i.i = fmul double %cond, 0x4350000000000000
  %cond.i.i = select i1 %cmp.i.i, double %mul.i.i, double %cond
  %2 = bitcast double %cond.i.i to i64
  %shr.i.i = lshr i64 %2, 52
  %conv1.i.i = trunc nuw nsw i64 %shr.i.i to i32
  %and.i.i = and i64 %2, 4503599627370495
  %or.i.i = or disjoint i64 %and.i.i, 4607182418800017408
  %3 = bitcast i64 %or.i.i to double
  %cmp6.i.i = fcmp ogt double %3, 0x3FF6A09E667F3BCD
  %sub.i.i = select i1 %cmp.i.i, i32 -1077, i32 -1023
  %sub4.i.i = add nsw i32 %sub.i.i, %conv1.i.i
  %mul10.i.i = fmul double %3, 5.000000e-01
  %cond13.i.i = select i1 %cmp6.i.i, double %mul10.i.i, double %3
  %sub14.i.i = fadd double %cond13.i.i, -1.000000e+00
  %add.i = fadd double %sub14.i.i, 2.000000e+00
  %div.i = fdiv double %sub14.i.i, %add.i
  %sub.i74.i = fadd double %add.i, -2.000000e+00
  %sub1.i75.i = fsub double %sub14.i.i, %sub.i74.i
  %fneg.i = fneg double %div.i
  %4 = tail call double @llvm.fma.f64(double %fneg.i, double %add.i, double %sub14.i.i)
  %mul.i = fmul double %div.i, %sub1.i75.i
  %sub.i = fsub double %4, %mul.i
  %div6.i = fdiv double %sub.i, %add.i
  %add.i69.i = fadd double %div.i, %div6.i
  %sub.i70.i = fsub double %add.i69.i, %div.i
  %sub1.i.i = fsub double %div6.i, %sub.i70.i
  %mul.i166 = fmul double %add.i69.i, %add.i69.i
  %fneg.i167 = fneg double %mul.i166
  %5 = tail call double @llvm.fma.f64(double %add.i69.i, double %add.i69.i, double %fneg.i167)
  %mul5.i169 = fmul double %add.i69.i, %sub1.i.i
  %add.i172 = fadd double %mul5.i169, %mul5.i169
  %add9.i173 = fadd double %5, %add.i172
  %add.i.i174 = fadd double %mul.i166, %add9.i173
  %6 = fsub double %mul.i166, %add.i.i174
  %sub1.i.i176 = fadd double %add9.i173, %6
  %7 = tail call double @llvm.fma.f64(double %add.i.i174, double 0x3FAE0605B57DC192, double 0x3FADF78008697C8E)
  %8 = tail call double @llvm.fma.f64(double %7, double %add.i.i174, double 0x3FB1118DECC12F70)
  %9 = tail call double @llvm.fma.f64(double %8, double %add.i.i174, double 0x3FB3B139566166D5)
  %10 = tail call double @llvm.fma.f64(double %9, double %add.i.i174, double 0x3FB745D177B994AE)
  %11 = tail call double @llvm.fma.f64(double %10, double %add.i.i174, double 0x3FBC71C71C6E97BB)
  %12 = tail call double @llvm.fma.f64(double %11, double %add.i.i174, double 0x3FC2492492492525)
  %13 = tail call double @llvm.fma.f64(double %12, double %add.i.i174, double 2.000000e-01)
  %conv7.i.i = zext i1 %cmp6.i.i to i32
  %add.i.i = add nsw i32 %sub4.i.i, %conv7.i.i
  %mul11.i = fmul double %add.i.i174, %add.i.i174
  %mul14.i = fmul double %mul11.i, %13
  %mul.i151 = fmul double %add.i.i174, 0x3FD5555555555555
  %fneg.i152 = fneg double %mul.i151
  %14 = tail call double @llvm.fma.f64(double %add.i.i174, double 0x3FD5555555555555, double %fneg.i152)
  %mul5.i154 = fmul double %add.i.i174, 0x3C75555555555555
  %mul8.i156 = fmul double %sub1.i.i176, 0x3FD5555555555555
  %add.i157 = fadd double %mul5.i154, %mul8.i156
  %add9.i158 = fadd double %14, %add.i157
  %add.i.i159 = fadd double %mul.i151, %add9.i158
  %sub.i.i160 = fsub double %add.i.i159, %mul.i151
  %sub1.i.i161 = fsub double %add9.i158, %sub.i.i160
  %add.i7.i205 = fadd double %add.i.i159, %mul14.i
  %sub.i8.i206 = fsub double %add.i7.i205, %add.i.i159
  %sub1.i9.i207 = fsub double %mul14.i, %sub.i8.i206
  %add.i212 = fadd double %sub1.i.i161, 0.000000e+00
  %add5.i213 = fadd double %add.i212, %sub1.i9.i207
  %add.i.i214 = fadd double %add.i7.i205, %add5.i213
  %15 = fsub double %add.i7.i205, %add.i.i214
  %sub1.i.i216 = fadd double %add5.i213, %15
  %add.i7.i189 = fadd double %add.i.i214, 1.000000e+00
  %sub.i8.i190 = fadd double %add.i7.i189, -1.000000e+00
  %sub1.i9.i191 = fsub double %add.i.i214, %sub.i8.i190
  %add5.i197 = fadd double %sub1.i.i216, %sub1.i9.i191
  %add.i.i198 = fadd double %add.i7.i189, %add5.i197
  %16 = fsub double %add.i7.i189, %add.i.i198
  %sub1.i.i200 = fadd double %add5.i197, %16
  %mul30.i = fmul double %add.i69.i, 2.000000e+00
  %mul33.i = fmul double %sub1.i.i, 2.000000e+00
  %mul.i141 = fmul double %mul30.i, %add.i.i198
  %fneg.i142 = fneg double %mul.i141
  %17 = tail call double @llvm.fma.f64(double %mul30.i, double %add.i.i198, double %fneg.i142)
  %mul5.i = fmul double %mul30.i, %sub1.i.i200
  %mul8.i = fmul double %mul33.i, %add.i.i198
  %add.i143 = fadd double %mul8.i, %mul5.i
  %add9.i = fadd double %17, %add.i143
  %add.i.i144 = fadd double %mul.i141, %add9.i
  %sub.i.i145 = fsub double %add.i.i144, %mul.i141
  %sub1.i.i146 = fsub double %add9.i, %sub.i.i145
  %cmp.i = icmp eq i32 %add.i.i, 0
  br i1 %cmp.i, label %log_pair.exit, label %if.end.i
if.end.i:
  %conv.i = sitofp i32 %add.i.i to double
  %mul36.i = fmul double %conv.i, 0x3FE62E42FEFA39EF
  %fneg41.i = fneg double %mul36.i
  %18 = tail call double @llvm.fma.f64(double %conv.i, double 0x3FE62E42FEFA39EF, double %fneg41.i)
  %mul43.i = fmul double %conv.i, 0x3C7ABC9E3B39803F
  %add44.i = fadd double %mul43.i, %18
  %add.i7.i = fadd double %mul36.i, %add.i.i144
  %sub.i8.i = fsub double %add.i7.i, %mul36.i
  %sub1.i9.i = fsub double %add.i.i144, %sub.i8.i
  %add.i181 = fadd double %add44.i, %sub1.i.i146
  %add5.i = fadd double %sub1.i9.i, %add.i181
  %add.i.i182 = fadd double %add.i7.i, %add5.i
  %sub.i.i183 = fsub double %add.i.i182, %add.i7.i
  %sub1.i.i184 = fsub double %add5.i, %sub.i.i183
  br label %log_pair.exit
log_pair.exit:
  %retval.sroa.0.0.i = phi double [ %add.i.i182, %if.end.i ], [ %add.i.i144, %entry ]
  %retval.sroa.3.0.i = phi double [ %sub1.i.i184, %if.end.i ], [ %sub1.i.i146, %entry ]
  %19 = tail call double @llvm.trunc.f64(double %y)
  %cmp27 = fcmp une double %19, %y
  br i1 %cmp27, label %land.end, label %land.lhs.true
land.lhs.true:
  %mul26 = fmul double %y, 5.000000e-01
  %20 = tail call double @llvm.trunc.f64(double %mul26)
  %cmp28 = fcmp une double %20, %mul26
  br i1 %cmp28, label %land.rhs, label %land.end
land.rhs:
  %21 = tail call double @llvm.fabs.f64(double %y)
  %cmp31 = fcmp olt double %21, 0x4340000000000000
  br label %land.end
land.end:
  %22 = phi i1 [ false, %land.lhs.true ], [ false, %log_pair.exit ], [ %cmp31, %land.rhs ]
  %cmp5 = fcmp ogt double %y, 0x4450000000000000
  %cmp8 = fcmp olt double %y, 0xC450000000000000
  %cond12 = select i1 %cmp8, double 0xC450000000000000, double %y
  %cond14 = select i1 %cmp5, double 0x4450000000000000, double %cond12
  %mul = fmul double %cond14, %retval.sroa.0.0.i
  %23 = tail call double @llvm.fabs.f64(double %mul)
  %cmp19 = fcmp ogt double %23, 8.000000e+02
  %fneg = fneg double %mul
  %24 = tail call double @llvm.fma.f64(double %cond14, double %retval.sroa.0.0.i, double %fneg)
  %mul17 = fmul double %cond14, %retval.sroa.3.0.i
  %add = fadd double %24, %mul17
  %add.sink = select i1 %cmp19, double 0.000000e+00, double %add
  %call23 = tail call double @kp.exp_of(double %mul, double %add.sink)
  %cmp35 = fcmp ogt double %y, 0.000000e+00
  %cond37 = select i1 %cmp35, double 0.000000e+00, double 0x7FF0000000000000
  %r.0 = select i1 %cmp, double %cond37, double %call23
  %cond43 = select i1 %cmp35, double 0x7FF0000000000000, double 0.000000e+00
  %r.1 = select i1 %cmp1, double %cond43, double %r.0
  %25 = tail call double @llvm.fabs.f64(double %y)
  %cmp46 = fcmp oeq double %25, 0x7FF0000000000000
  %cmp49 = fcmp oeq double %0, 1.000000e+00
  %cmp53 = fcmp ogt double %0, 1.000000e+00
  %26 = fcmp ule double %y, 0.000000e+00
  %cmp57 = xor i1 %cmp53, %26
  %cond59 = select i1 %cmp57, double 0x7FF0000000000000, double 0.000000e+00
  %cond61 = select i1 %cmp49, double 1.000000e+00, double %cond59
  %r.2 = select i1 %cmp46, double %cond61, double %r.1
  %27 = tail call i1 @llvm.is.fpclass.f64(double %x, i32 24)
  %or.cond96 = and i1 %27, %cmp27
  %spec.select = select i1 %or.cond96, double 0x7FF8000000000000, double %r.2
  %28 = bitcast double %x to i64
  %tobool73 = icmp slt i64 %28, 0
  %or.cond97 = and i1 %tobool73, %22
  %fneg77 = fneg double %spec.select
  %r.4 = select i1 %or.cond97, double %fneg77, double %spec.select
  %or.cond137 = fcmp uno double %x, %y
  %r.5 = select i1 %or.cond137, double 0x7FF8000000000000, double %r.4
  %cmp86 = fcmp oeq double %x, 1.000000e+00
  %cmp89 = fcmp oeq double %y, 0.000000e+00
  %or.cond98 = or i1 %cmp86, %cmp89
  %cond94 = select i1 %or.cond98, double 1.000000e+00, double %r.5
  ret double %cond94
}
declare double @llvm.trunc.f64(double)
define internal double @kp.cbrt.f64(double %x) {
entry:
  %or.cond = tail call i1 @llvm.is.fpclass.f64(double %x, i32 615)
  br i1 %or.cond, label %cleanup, label %if.end
if.end:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp4 = fcmp olt double %0, 0x7B0000000000000
  %mul = fmul double %0, 0x4950000000000000
  %cmp5 = fcmp ogt double %0, 0x7830000000000000
  %mul7 = fmul double %0, 0x3690000000000000
  %cond = select i1 %cmp5, double %mul7, double %0
  %cond10 = select i1 %cmp4, double %mul, double %cond
  %1 = bitcast double %cond10 to i64
  %div = udiv i64 %1, 3
  %add = add nuw nsw i64 %div, 3071306045661749710
  %2 = bitcast i64 %add to double
  %mul16 = fmul double %cond10, 2.000000e+00
  br label %for.body
for.cond.cleanup:
  %mul22 = fmul double %mul21, %mul21
  %fneg = fneg double %cond10
  %3 = tail call double @llvm.fma.f64(double %mul21, double %mul22, double %fneg)
  %fneg24 = fneg double %mul22
  %4 = tail call double @llvm.fma.f64(double %mul21, double %mul21, double %fneg24)
  %mul26 = fmul double %mul21, %4
  %add27 = fadd double %3, %mul26
  %mul28 = fmul double %mul22, 3.000000e+00
  %div29 = fdiv double %add27, %mul28
  %sub = fsub double %mul21, %div29
  %mul32 = fmul double %sub, 0x3CD0000000000000
  %mul36 = fmul double %sub, 0x4310000000000000
  %cond39 = select i1 %cmp5, double %mul36, double %sub
  %cond41 = select i1 %cmp4, double %mul32, double %cond39
  %5 = tail call double @llvm.copysign.f64(double %cond41, double %x)
  br label %cleanup
for.body:
  %t.077 = phi double [ %2, %if.end ], [ %mul21, %for.body ]
  %i.076 = phi i32 [ 0, %if.end ], [ %inc, %for.body ]
  %mul14 = fmul double %t.077, %t.077
  %mul15 = fmul double %t.077, %mul14
  %add17 = fadd double %mul16, %mul15
  %mul18 = fmul double %mul15, 2.000000e+00
  %add19 = fadd double %cond10, %mul18
  %div20 = fdiv double %add17, %add19
  %mul21 = fmul double %t.077, %div20
  %inc = add nuw nsw i32 %i.076, 1
  %exitcond.not = icmp eq i32 %inc, 3
  br i1 %exitcond.not, label %for.cond.cleanup, label %for.body
cleanup:
  %retval.0 = phi double [ %5, %for.cond.cleanup ], [ %x, %entry ]
  ret double %retval.0
}
define internal double @kp.rcbrt.f64(double %x) {
entry:
  %call = tail call double @kp.cbrt.f64(double %x)
  %div = fdiv double 1.000000e+00, %call
  ret double %div
}
define internal double @kp.hypot.f64(double %x, double %y) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %1 = tail call double @llvm.fabs.f64(double %y)
  %cmp = fcmp ogt double %0, %1
  %cond = select i1 %cmp, double %0, double %1
  %cond6 = select i1 %cmp, double %1, double %0
  %cmp7 = fcmp oeq double %0, 0x7FF0000000000000
  %cmp8 = fcmp oeq double %1, 0x7FF0000000000000
  %or.cond = or i1 %cmp7, %cmp8
  br i1 %or.cond, label %cleanup, label %if.end
if.end:
  %or.cond92 = fcmp uno double %x, %y
  br i1 %or.cond92, label %cleanup, label %if.end13
if.end13:
  %cmp14 = fcmp oeq double %cond, 0.000000e+00
  br i1 %cmp14, label %cleanup, label %if.end16
if.end16:
  %cmp17 = fcmp ogt double %cond, 0x5F30000000000000
  %cmp20 = fcmp olt double %cond, 0x26F0000000000000
  %cond21 = select i1 %cmp20, double 0x6570000000000000, double 1.000000e+00
  %cond23 = select i1 %cmp17, double 0x1A70000000000000, double %cond21
  %cond28 = select i1 %cmp20, double 0x1A70000000000000, double 1.000000e+00
  %cond30 = select i1 %cmp17, double 0x6570000000000000, double %cond28
  %mul = fmul double %cond, %cond23
  %mul31 = fmul double %cond6, %cond23
  %mul32 = fmul double %mul31, %mul31
  %2 = tail call double @llvm.fma.f64(double %mul, double %mul, double %mul32)
  %3 = tail call double @llvm.sqrt.f64(double %2)
  %mul35 = fmul double %3, %3
  %mul36 = fmul double %mul, %mul
  %sub = fsub double %mul35, %mul36
  %sub38 = fsub double %sub, %mul32
  %fneg = fneg double %mul35
  %4 = tail call double @llvm.fma.f64(double %3, double %3, double %fneg)
  %fneg40 = fneg double %mul36
  %5 = tail call double @llvm.fma.f64(double %mul, double %mul, double %fneg40)
  %sub42 = fsub double %4, %5
  %fneg44 = fneg double %mul32
  %6 = tail call double @llvm.fma.f64(double %mul31, double %mul31, double %fneg44)
  %sub46 = fsub double %sub42, %6
  %add = fadd double %sub38, %sub46
  %mul47 = fmul double %3, 2.000000e+00
  %div = fdiv double %add, %mul47
  %sub48 = fsub double %3, %div
  %mul49 = fmul double %cond30, %sub48
  br label %cleanup
cleanup:
  %retval.0 = phi double [ %mul49, %if.end16 ], [ 0x7FF0000000000000, %entry ], [ 0x7FF8000000000000, %if.end ], [ 0.000000e+00, %if.end13 ]
  ret double %retval.0
}
define internal float @kp.exp.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.exp.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.exp2.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.exp2.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.exp10.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.exp10.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.expm1.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.expm1.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.log.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.log.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.log2.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.log2.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.log10.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.log10.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.log1p.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.log1p.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.cbrt.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.cbrt.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.rcbrt.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.rcbrt.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.pow.f32(float %x, float %y) {
entry:
  %conv = fpext float %x to double
  %conv1 = fpext float %y to double
  %call = tail call double @kp.pow.f64(double %conv, double %conv1)
  %conv2 = fptrunc double %call to float
  ret float %conv2
}
define internal float @kp.hypot.f32(float %x, float %y) {
entry:
  %0 = tail call float @llvm.fabs.f32(float %x)
  %1 = fpext float %0 to double
  %2 = tail call float @llvm.fabs.f32(float %y)
  %3 = fpext float %2 to double
  %cmp = fcmp oeq float %0, 0x7FF0000000000000
  %cmp4 = fcmp oeq float %2, 0x7FF0000000000000
  %or.cond = or i1 %cmp, %cmp4
  %mul = fmul double %1, %1
  %mul6 = fmul double %3, %3
  %add = fadd double %mul, %mul6
  %4 = tail call double @llvm.sqrt.f64(double %add)
  %5 = fptrunc double %4 to float
  %spec.select = select i1 %or.cond, float 0x7FF0000000000000, float %5
  ret float %spec.select
}
declare double @llvm.rint.f64(double)
declare double @llvm.fma.f64(double, double, double)
declare double @llvm.fabs.f64(double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.sqrt.f64(double)
declare i1 @llvm.is.fpclass.f64(double, i32 immarg)
declare float @llvm.fabs.f32(float)
