; hyperbolic.c through clang 19; generate.sh writes it.
define internal double @kp.sinh.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp ogt double %0, 1.000000e+00
  %cond = select i1 %cmp, double 1.000000e+00, double %0
  %call1 = tail call double @kp.expm1.f64(double %cond)
  %cmp1.i = fcmp ogt double %0, 7.090000e+02
  br i1 %cmp1.i, label %cond.true2.i, label %cond.false6.i
cond.true2.i:
  %cmp.i = fcmp ogt double %0, 1.000000e+03
  %cond.i = select i1 %cmp.i, double 1.000000e+03, double %0
  %sub.i = fadd double %cond.i, 0xBFE62E42FEFA39EF
  %sub3.i = fsub double %cond.i, %sub.i
  %sub4.i = fadd double %sub3.i, 0xBFE62E42FEFA39EF
  %sub5.i = fadd double %sub4.i, 0xBC7ABC9E3B39803F
  %call.i = tail call double @kp.exp_of(double %sub.i, double %sub5.i)
  br label %half_exp.exit
cond.false6.i:
  %call7.i = tail call double @kp.exp_of(double %0, double 0.000000e+00)
  br label %half_exp.exit
half_exp.exit:
  %cond9.i = phi double [ %call.i, %cond.true2.i ], [ %call7.i, %cond.false6.i ]
  %cmp3 = fcmp olt double %0, 1.000000e+00
  br i1 %cmp3, label %cond.true4, label %cond.false6
cond.true4:
  %add = fadd double %call1, 1.000000e+00
  %div = fdiv double %call1, %add
  %add5 = fadd double %call1, %div
  %mul = fmul double %add5, 5.000000e-01
  br label %cond.end14
cond.false6:
  br i1 %cmp1.i, label %cond.end14, label %cond.false9
cond.false9:
  %mul10 = fmul double %cond9.i, 5.000000e-01
  %div11 = fdiv double 5.000000e-01, %cond9.i
  %sub = fsub double %mul10, %div11
  br label %cond.end14
cond.end14:
  %cond15 = phi double [ %mul, %cond.true4 ], [ %sub, %cond.false9 ], [ %cond9.i, %cond.false6 ]
  %or.cond = fcmp ueq double %x, 0.000000e+00
  %1 = tail call double @llvm.copysign.f64(double %cond15, double %x)
  %cond22 = select i1 %or.cond, double %x, double %1
  ret double %cond22
}
declare double @kp.expm1.f64(double)
define internal double @kp.cosh.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp1.i = fcmp ogt double %0, 7.090000e+02
  br i1 %cmp1.i, label %cond.true2.i, label %cond.false6.i
cond.true2.i:
  %cmp.i = fcmp ogt double %0, 1.000000e+03
  %cond.i = select i1 %cmp.i, double 1.000000e+03, double %0
  %sub.i = fadd double %cond.i, 0xBFE62E42FEFA39EF
  %sub3.i = fsub double %cond.i, %sub.i
  %sub4.i = fadd double %sub3.i, 0xBFE62E42FEFA39EF
  %sub5.i = fadd double %sub4.i, 0xBC7ABC9E3B39803F
  %call.i = tail call double @kp.exp_of(double %sub.i, double %sub5.i)
  br label %half_exp.exit
cond.false6.i:
  %call7.i = tail call double @kp.exp_of(double %0, double 0.000000e+00)
  br label %half_exp.exit
half_exp.exit:
  %cond9.i = phi double [ %call.i, %cond.true2.i ], [ %call7.i, %cond.false6.i ]
  %mul = fmul double %cond9.i, 5.000000e-01
  %div = fdiv double 5.000000e-01, %cond9.i
  %add = fadd double %mul, %div
  %cond = select i1 %cmp1.i, double %cond9.i, double %add
  ret double %cond
}
define internal double @kp.tanh.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp ogt double %0, 2.500000e+01
  %cond = select i1 %cmp, double 2.500000e+01, double %0
  %mul = fmul double %cond, 2.000000e+00
  %call1 = tail call double @kp.expm1.f64(double %mul)
  %cmp2 = fcmp olt double %0, 5.000000e-01
  %add = fadd double %call1, 2.000000e+00
  br i1 %cmp2, label %cond.true3, label %cond.false4
cond.true3:
  %div = fdiv double %call1, %add
  br label %cond.end7
cond.false4:
  %div6 = fdiv double 2.000000e+00, %add
  %sub = fsub double 1.000000e+00, %div6
  br label %cond.end7
cond.end7:
  %cond8 = phi double [ %div, %cond.true3 ], [ %sub, %cond.false4 ]
  %or.cond = fcmp ueq double %x, 0.000000e+00
  %1 = tail call double @llvm.copysign.f64(double %cond8, double %x)
  %cond15 = select i1 %or.cond, double %x, double %1
  ret double %cond15
}
define internal double @kp.asinh.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp ogt double %0, 0x41B0000000000000
  br i1 %cmp, label %cond.true, label %cond.false
cond.true:
  %call1 = tail call double @kp.log_of(double %0, double 0.000000e+00)
  %add = fadd double %call1, 0x3FE62E42FEFA39EF
  br label %cond.end
cond.false:
  %mul = fmul double %x, %x
  %add2 = fadd double %mul, 1.000000e+00
  %1 = tail call double @llvm.sqrt.f64(double %add2)
  %add4 = fadd double %1, 1.000000e+00
  %div = fdiv double %mul, %add4
  %add5 = fadd double %0, %div
  %call6 = tail call double @kp.log1p.f64(double %add5)
  br label %cond.end
cond.end:
  %cond = phi double [ %add, %cond.true ], [ %call6, %cond.false ]
  %or.cond = fcmp ueq double %x, 0.000000e+00
  %2 = tail call double @llvm.copysign.f64(double %cond, double %x)
  %cond13 = select i1 %or.cond, double %x, double %2
  ret double %cond13
}
declare double @kp.log_of(double, double)
declare double @kp.log1p.f64(double)
define internal double @kp.acosh.f64(double %x) {
entry:
  %cmp = fcmp ogt double %x, 0x41B0000000000000
  br i1 %cmp, label %cond.true, label %cond.false
cond.true:
  %call = tail call double @kp.log_of(double %x, double 0.000000e+00)
  %add = fadd double %call, 0x3FE62E42FEFA39EF
  br label %cond.end
cond.false:
  %sub = fadd double %x, -1.000000e+00
  %mul = fmul double %sub, 2.000000e+00
  %mul1 = fmul double %sub, %sub
  %add2 = fadd double %mul, %mul1
  %0 = tail call double @llvm.sqrt.f64(double %add2)
  %add4 = fadd double %sub, %0
  %call5 = tail call double @kp.log1p.f64(double %add4)
  br label %cond.end
cond.end:
  %cond = phi double [ %add, %cond.true ], [ %call5, %cond.false ]
  %cmp6 = fcmp olt double %x, 1.000000e+00
  %cond10 = select i1 %cmp6, double 0x7FF8000000000000, double %cond
  ret double %cond10
}
define internal double @kp.atanh.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %mul = fmul double %0, 2.000000e+00
  %sub = fsub double 1.000000e+00, %0
  %div = fdiv double %mul, %sub
  %call1 = tail call double @kp.log1p.f64(double %div)
  %mul2 = fmul double %call1, 5.000000e-01
  %cmp = fcmp ogt double %0, 1.000000e+00
  br i1 %cmp, label %cond.end13, label %cond.false
cond.false:
  %or.cond = fcmp ueq double %x, 0.000000e+00
  br i1 %or.cond, label %cond.end13, label %cond.false6
cond.false6:
  %cmp7 = fcmp oeq double %0, 1.000000e+00
  %cond = select i1 %cmp7, double 0x7FF0000000000000, double %mul2
  %1 = tail call double @llvm.copysign.f64(double %cond, double %x)
  br label %cond.end13
cond.end13:
  %cond14 = phi double [ 0x7FF8000000000000, %entry ], [ %1, %cond.false6 ], [ %x, %cond.false ]
  ret double %cond14
}
define internal double @kp.erf.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp olt double %0, 1.000000e+00
  br i1 %cmp, label %cond.true, label %cond.false
cond.true:
  %mul.i = fmul double %x, %x
  %1 = tail call double @llvm.fma.f64(double %mul.i, double 0xBD929B9F1B3DF556, double 0x3DD7F072188E194D)
  %2 = tail call double @llvm.fma.f64(double %1, double %mul.i, double 0xBE14E607B41A6416)
  %3 = tail call double @llvm.fma.f64(double %2, double %mul.i, double 0x3E4FC4356498C2D9)
  %4 = tail call double @llvm.fma.f64(double %3, double %mul.i, double 0xBE85F6D925A0BC7A)
  %5 = tail call double @llvm.fma.f64(double %4, double %mul.i, double 0x3EBB9E6509B9867D)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i, double 0xBEEF4D2561AEAFD4)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i, double 0x3F1F9A326C233146)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i, double 0xBF4C02DB3FEEB579)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i, double 0x3F7565BCD0E6502D)
  %10 = tail call double @llvm.fma.f64(double %9, double %mul.i, double 0xBF9B82CE312889BA)
  %11 = tail call double @llvm.fma.f64(double %10, double %mul.i, double 0x3FBCE2F21A042BDE)
  %12 = tail call double @llvm.fma.f64(double %11, double %mul.i, double 0xBFD812746B0379E7)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i, double 0x3FF20DD750429B6D)
  %mul1.i = fmul double %0, %13
  br label %cond.end
cond.false:
  %cmp.i = fcmp ogt double %0, 2.800000e+01
  %cond.i = select i1 %cmp.i, double 2.800000e+01, double %0
  %mul.i18 = fmul double %cond.i, 5.000000e-01
  %add.i = fadd double %mul.i18, 1.000000e+00
  %div.i = fdiv double 1.000000e+00, %add.i
  %14 = tail call double @llvm.fma.f64(double %div.i, double 0x3F934ECB76A5EE66, double 0xBFB16F31A3B2AC00)
  %15 = tail call double @llvm.fma.f64(double %14, double %div.i, double 0xBFD086274F616492)
  %16 = tail call double @llvm.fma.f64(double %15, double %div.i, double 0x40037077CF3F060D)
  %17 = tail call double @llvm.fma.f64(double %16, double %div.i, double 0xC0205BC2AA604C20)
  %18 = tail call double @llvm.fma.f64(double %17, double %div.i, double 0x40308EFD946EBBE6)
  %19 = tail call double @llvm.fma.f64(double %18, double %div.i, double 0xC036BAFD6FBC0FFF)
  %20 = tail call double @llvm.fma.f64(double %19, double %div.i, double 0x403628A31741C79A)
  %21 = tail call double @llvm.fma.f64(double %20, double %div.i, double 0xC02F6AEBFD8B74E8)
  %22 = tail call double @llvm.fma.f64(double %21, double %div.i, double 0x4020B993B8E156CA)
  %23 = tail call double @llvm.fma.f64(double %22, double %div.i, double 0xC00C8FFCC213A679)
  %24 = tail call double @llvm.fma.f64(double %23, double %div.i, double 0x3FF3E54F125CE617)
  %25 = tail call double @llvm.fma.f64(double %24, double %div.i, double 0xBFD1125C98DF07F7)
  %26 = tail call double @llvm.fma.f64(double %25, double %div.i, double 0x3FB031E52D73978D)
  %27 = tail call double @llvm.fma.f64(double %26, double %div.i, double 0xBFB090D34F7FF8C6)
  %28 = tail call double @llvm.fma.f64(double %27, double %div.i, double 0xBFAC4B7EBEFFCEB7)
  %29 = tail call double @llvm.fma.f64(double %28, double %div.i, double 0xBF72AC99EDF0ED7E)
  %30 = tail call double @llvm.fma.f64(double %29, double %div.i, double 0x3FB57132B72E3096)
  %31 = tail call double @llvm.fma.f64(double %30, double %div.i, double 0x3FC69147B5A9D3FD)
  %32 = tail call double @llvm.fma.f64(double %31, double %div.i, double 0x3FCF98390148BD06)
  %33 = tail call double @llvm.fma.f64(double %32, double %div.i, double 0x3FD20DD74FA68739)
  %34 = tail call double @llvm.fma.f64(double %33, double %div.i, double 0x3FD20DD7504440AC)
  %mul1.i20 = fmul double %div.i, %34
  %35 = fneg double %cond.i
  %fneg.i = fmul double %cond.i, %35
  %36 = tail call double @llvm.fma.f64(double %cond.i, double %cond.i, double %fneg.i)
  %fneg5.i = fneg double %36
  %call6.i = tail call double @kp.exp_of(double %fneg.i, double %fneg5.i)
  %mul7.i = fmul double %mul1.i20, %call6.i
  %sub = fsub double 1.000000e+00, %mul7.i
  br label %cond.end
cond.end:
  %cond = phi double [ %mul1.i, %cond.true ], [ %sub, %cond.false ]
  %or.cond = fcmp ueq double %x, 0.000000e+00
  %37 = tail call double @llvm.copysign.f64(double %cond, double %x)
  %cond9 = select i1 %or.cond, double %x, double %37
  ret double %cond9
}
define internal double @kp.erfc.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp olt double %0, 5.000000e-01
  %cond = select i1 %cmp, double 5.000000e-01, double %0
  %cmp.i = fcmp ogt double %cond, 2.800000e+01
  %cond.i = select i1 %cmp.i, double 2.800000e+01, double %cond
  %1 = fneg double %cond.i
  %fneg.i = fmul double %cond.i, %1
  %2 = tail call double @llvm.fma.f64(double %cond.i, double %cond.i, double %fneg.i)
  %fneg5.i = fneg double %2
  %call6.i = tail call double @kp.exp_of(double %fneg.i, double %fneg5.i)
  br i1 %cmp, label %cond.true3, label %cond.false5
cond.true3:
  %mul.i = fmul double %x, %x
  %3 = tail call double @llvm.fma.f64(double %mul.i, double 0xBD929B9F1B3DF556, double 0x3DD7F072188E194D)
  %4 = tail call double @llvm.fma.f64(double %3, double %mul.i, double 0xBE14E607B41A6416)
  %5 = tail call double @llvm.fma.f64(double %4, double %mul.i, double 0x3E4FC4356498C2D9)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i, double 0xBE85F6D925A0BC7A)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i, double 0x3EBB9E6509B9867D)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i, double 0xBEEF4D2561AEAFD4)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i, double 0x3F1F9A326C233146)
  %10 = tail call double @llvm.fma.f64(double %9, double %mul.i, double 0xBF4C02DB3FEEB579)
  %11 = tail call double @llvm.fma.f64(double %10, double %mul.i, double 0x3F7565BCD0E6502D)
  %12 = tail call double @llvm.fma.f64(double %11, double %mul.i, double 0xBF9B82CE312889BA)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i, double 0x3FBCE2F21A042BDE)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i, double 0xBFD812746B0379E7)
  %15 = tail call double @llvm.fma.f64(double %14, double %mul.i, double 0x3FF20DD750429B6D)
  %mul1.i = fmul double %15, %x
  %sub = fsub double 1.000000e+00, %mul1.i
  br label %cond.end12
cond.false5:
  %mul.i28 = fmul double %cond.i, 5.000000e-01
  %add.i = fadd double %mul.i28, 1.000000e+00
  %div.i = fdiv double 1.000000e+00, %add.i
  %16 = tail call double @llvm.fma.f64(double %div.i, double 0x3F934ECB76A5EE66, double 0xBFB16F31A3B2AC00)
  %17 = tail call double @llvm.fma.f64(double %16, double %div.i, double 0xBFD086274F616492)
  %18 = tail call double @llvm.fma.f64(double %17, double %div.i, double 0x40037077CF3F060D)
  %19 = tail call double @llvm.fma.f64(double %18, double %div.i, double 0xC0205BC2AA604C20)
  %20 = tail call double @llvm.fma.f64(double %19, double %div.i, double 0x40308EFD946EBBE6)
  %21 = tail call double @llvm.fma.f64(double %20, double %div.i, double 0xC036BAFD6FBC0FFF)
  %22 = tail call double @llvm.fma.f64(double %21, double %div.i, double 0x403628A31741C79A)
  %23 = tail call double @llvm.fma.f64(double %22, double %div.i, double 0xC02F6AEBFD8B74E8)
  %24 = tail call double @llvm.fma.f64(double %23, double %div.i, double 0x4020B993B8E156CA)
  %25 = tail call double @llvm.fma.f64(double %24, double %div.i, double 0xC00C8FFCC213A679)
  %26 = tail call double @llvm.fma.f64(double %25, double %div.i, double 0x3FF3E54F125CE617)
  %27 = tail call double @llvm.fma.f64(double %26, double %div.i, double 0xBFD1125C98DF07F7)
  %28 = tail call double @llvm.fma.f64(double %27, double %div.i, double 0x3FB031E52D73978D)
  %29 = tail call double @llvm.fma.f64(double %28, double %div.i, double 0xBFB090D34F7FF8C6)
  %30 = tail call double @llvm.fma.f64(double %29, double %div.i, double 0xBFAC4B7EBEFFCEB7)
  %31 = tail call double @llvm.fma.f64(double %30, double %div.i, double 0xBF72AC99EDF0ED7E)
  %32 = tail call double @llvm.fma.f64(double %31, double %div.i, double 0x3FB57132B72E3096)
  %33 = tail call double @llvm.fma.f64(double %32, double %div.i, double 0x3FC69147B5A9D3FD)
  %34 = tail call double @llvm.fma.f64(double %33, double %div.i, double 0x3FCF98390148BD06)
  %35 = tail call double @llvm.fma.f64(double %34, double %div.i, double 0x3FD20DD74FA68739)
  %36 = tail call double @llvm.fma.f64(double %35, double %div.i, double 0x3FD20DD7504440AC)
  %mul1.i30 = fmul double %div.i, %36
  %mul7.i = fmul double %mul1.i30, %call6.i
  %cmp6 = fcmp ogt double %x, 0.000000e+00
  %sub9 = fsub double 2.000000e+00, %mul7.i
  %cond11 = select i1 %cmp6, double %mul7.i, double %sub9
  br label %cond.end12
cond.end12:
  %cond13 = phi double [ %sub, %cond.true3 ], [ %cond11, %cond.false5 ]
  %cmp14 = fcmp uno double %x, 0.000000e+00
  %cond18 = select i1 %cmp14, double %x, double %cond13
  ret double %cond18
}
define internal float @kp.lgamma.f32(float %v) {
entry:
  %conv = fpext float %v to double
  %cmp = fcmp ole float %v, 0.000000e+00
  %0 = tail call double @llvm.floor.f64(double %conv)
  %cmp2 = fcmp oeq double %0, %conv
  %or.cond42 = and i1 %cmp, %cmp2
  %1 = tail call double @llvm.fabs.f64(double %conv)
  %cmp4 = fcmp oeq double %1, 0x7FF0000000000000
  %or.cond46 = or i1 %cmp4, %or.cond42
  br i1 %or.cond46, label %cleanup, label %if.end7
if.end7:
  %call8 = tail call double @kp.sinpi.f64(double %conv)
  %cmp9 = fcmp olt float %v, 5.000000e-01
  %sub = fsub double 1.000000e+00, %conv
  %cond = select i1 %cmp9, double %sub, double %conv
  %cmp11 = fcmp oeq double %cond, 1.000000e+00
  %cmp13 = fcmp oeq double %cond, 2.000000e+00
  %or.cond = or i1 %cmp11, %cmp13
  br i1 %or.cond, label %cond.end18, label %cond.false16
cond.false16:
  %sub.i = fadd double %cond, -1.000000e+00
  %add.i = fadd double %sub.i, 7.500000e+00
  %add1.i = fadd double %sub.i, 5.000000e-01
  %call.i = tail call double @kp.log_of(double %add.i, double 0.000000e+00)
  %mul.i = fmul double %add1.i, %call.i
  %add2.i = fadd double %mul.i, 0x3FED67F1C864BEB5
  %sub3.i = fsub double %add2.i, %add.i
  %add.i43 = fadd double %sub.i, 1.000000e+00
  %div.i = fdiv double 0x40852429B6C30B05, %add.i43
  %add1.i44 = fadd double %div.i, 0x3FEFFFFFFFFFF950
  %add2.i45 = fadd double %sub.i, 2.000000e+00
  %div3.i = fdiv double 0x4093AC8E8ED4171B, %add2.i45
  %2 = fsub double %add1.i44, %div3.i
  %add5.i = fadd double %sub.i, 3.000000e+00
  %div6.i = fdiv double 0x40881A9661D3B4D8, %add5.i
  %add7.i = fadd double %div6.i, %2
  %add8.i = fadd double %sub.i, 4.000000e+00
  %div9.i = fdiv double 0x406613AE51A32F5D, %add8.i
  %3 = fsub double %add7.i, %div9.i
  %add11.i = fadd double %sub.i, 5.000000e+00
  %div12.i = fdiv double 0x402903C27F8B9C81, %add11.i
  %add13.i = fadd double %div12.i, %3
  %add14.i = fadd double %sub.i, 6.000000e+00
  %div15.i = fdiv double 0x3FC1BCB2992B2855, %add14.i
  %4 = fsub double %add13.i, %div15.i
  %add17.i = fadd double %sub.i, 7.000000e+00
  %div18.i = fdiv double 0x3EE4F0514E4E324F, %add17.i
  %add19.i = fadd double %div18.i, %4
  %add20.i = fadd double %sub.i, 8.000000e+00
  %div21.i = fdiv double 0x3E8435508F3FAEEF, %add20.i
  %add22.i = fadd double %div21.i, %add19.i
  %call5.i = tail call double @kp.log_of(double %add22.i, double 0.000000e+00)
  %add6.i = fadd double %call5.i, %sub3.i
  br label %cond.end18
cond.end18:
  %cond19 = phi double [ %add6.i, %cond.false16 ], [ 0.000000e+00, %if.end7 ]
  br i1 %cmp9, label %cond.true22, label %cond.end27
cond.true22:
  %5 = tail call double @llvm.fabs.f64(double %call8)
  %div = fdiv double 0x400921FB54442D18, %5
  %call24 = tail call double @kp.log_of(double %div, double 0.000000e+00)
  %sub25 = fsub double %call24, %cond19
  br label %cond.end27
cond.end27:
  %cond28 = phi double [ %sub25, %cond.true22 ], [ %cond19, %cond.end18 ]
  %conv29 = fptrunc double %cond28 to float
  br label %cleanup
cleanup:
  %retval.0 = phi float [ %conv29, %cond.end27 ], [ 0x7FF0000000000000, %entry ]
  ret float %retval.0
}
declare double @llvm.floor.f64(double)
declare double @kp.sinpi.f64(double)
define internal float @kp.tgamma.f32(float %v) {
entry:
  %conv = fpext float %v to double
  %cmp = fcmp oeq float %v, 0.000000e+00
  br i1 %cmp, label %if.then, label %if.end
if.then:
  %conv2 = fdiv float 1.000000e+00, %v
  br label %cleanup
if.end:
  %cmp3 = fcmp olt float %v, 0.000000e+00
  br i1 %cmp3, label %land.lhs.true, label %if.end10
land.lhs.true:
  %0 = tail call double @llvm.floor.f64(double %conv)
  %cmp5 = fcmp oeq double %0, %conv
  %cmp7 = fcmp oeq float %v, 0xFFF0000000000000
  %or.cond = or i1 %cmp7, %cmp5
  br i1 %or.cond, label %cleanup, label %if.end10
if.end10:
  %cmp11 = fcmp olt float %v, 5.000000e-01
  %sub = fsub double 1.000000e+00, %conv
  %cond = select i1 %cmp11, double %sub, double %conv
  %cmp13 = fcmp ogt double %cond, 2.000000e+02
  %cond18 = select i1 %cmp13, double 2.000000e+02, double %cond
  %sub.i = fadd double %cond18, -1.000000e+00
  %add.i = fadd double %sub.i, 7.500000e+00
  %add1.i = fadd double %sub.i, 5.000000e-01
  %call.i = tail call double @kp.log_of(double %add.i, double 0.000000e+00)
  %mul.i = fmul double %add1.i, %call.i
  %add2.i = fadd double %mul.i, 0x3FED67F1C864BEB5
  %sub3.i = fsub double %add2.i, %add.i
  %add.i57 = fadd double %sub.i, 1.000000e+00
  %div.i = fdiv double 0x40852429B6C30B05, %add.i57
  %add1.i58 = fadd double %div.i, 0x3FEFFFFFFFFFF950
  %add2.i59 = fadd double %sub.i, 2.000000e+00
  %div3.i = fdiv double 0x4093AC8E8ED4171B, %add2.i59
  %1 = fsub double %add1.i58, %div3.i
  %add5.i = fadd double %sub.i, 3.000000e+00
  %div6.i = fdiv double 0x40881A9661D3B4D8, %add5.i
  %add7.i = fadd double %div6.i, %1
  %add8.i = fadd double %sub.i, 4.000000e+00
  %div9.i = fdiv double 0x406613AE51A32F5D, %add8.i
  %2 = fsub double %add7.i, %div9.i
  %add11.i = fadd double %sub.i, 5.000000e+00
  %div12.i = fdiv double 0x402903C27F8B9C81, %add11.i
  %add13.i = fadd double %div12.i, %2
  %add14.i = fadd double %sub.i, 6.000000e+00
  %div15.i = fdiv double 0x3FC1BCB2992B2855, %add14.i
  %3 = fsub double %add13.i, %div15.i
  %add17.i = fadd double %sub.i, 7.000000e+00
  %div18.i = fdiv double 0x3EE4F0514E4E324F, %add17.i
  %add19.i = fadd double %div18.i, %3
  %add20.i = fadd double %sub.i, 8.000000e+00
  %div21.i = fdiv double 0x3E8435508F3FAEEF, %add20.i
  %add22.i = fadd double %div21.i, %add19.i
  %call5.i = tail call double @kp.log_of(double %add22.i, double 0.000000e+00)
  %add6.i = fadd double %call5.i, %sub3.i
  %call19 = tail call double @kp.exp_of(double %add6.i, double 0.000000e+00)
  %cmp20 = fcmp uno float %v, 0.000000e+00
  br i1 %cmp20, label %cond.end38, label %cond.false23
cond.false23:
  br i1 %cmp11, label %cond.true26, label %cond.false29
cond.true26:
  %call27 = tail call double @kp.sinpi.f64(double %conv)
  %mul = fmul double %call19, %call27
  %div28 = fdiv double 0x400921FB54442D18, %mul
  br label %cond.end38
cond.false29:
  %cmp30 = fcmp ogt float %v, 2.000000e+02
  %cond35 = select i1 %cmp30, double 0x7FF0000000000000, double %call19
  br label %cond.end38
cond.end38:
  %cond39 = phi double [ %div28, %cond.true26 ], [ %cond35, %cond.false29 ], [ %conv, %if.end10 ]
  %conv40 = fptrunc double %cond39 to float
  br label %cleanup
cleanup:
  %retval.0 = phi float [ %conv2, %if.then ], [ %conv40, %cond.end38 ], [ 0x7FF8000000000000, %land.lhs.true ]
  ret float %retval.0
}
declare double @kp.exp_of(double, double)
define internal float @kp.sinh.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.sinh.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.cosh.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.cosh.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.tanh.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.tanh.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.asinh.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.asinh.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.acosh.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.acosh.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.atanh.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.atanh.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.erf.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.erf.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.erfc.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.erfc.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
declare double @llvm.fabs.f64(double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.sqrt.f64(double)
declare double @llvm.fma.f64(double, double, double)
