; float_math.cu for nvptx64:sm_70, translated by KernelPort.
target datalayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @survey(ptr addrspace(1) %x, ptr addrspace(1) %out) convergent nounwind {
  %i = call i32 @kp.thread.x()
  %t2 = sext i32 %i to i64
  %t3 = getelementptr float, ptr addrspace(1) %x, i64 %t2
  %v = load float, ptr addrspace(1) %t3, align 4
  %t5 = mul i32 8, %i
  %t6 = sext i32 %t5 to i64
  %o = getelementptr float, ptr addrspace(1) %out, i64 %t6
  %t8 = fneg float %v
  %t9 = call float @kp.exp.f32(float %t8)
  store float %t9, ptr addrspace(1) %o, align 4
  %t10 = call float @kp.log.f32(float %v)
  %t11 = getelementptr float, ptr addrspace(1) %o, i64 1
  store float %t10, ptr addrspace(1) %t11, align 4
  %t12 = call float @kp.sin.f32(float %v)
  %t13 = getelementptr float, ptr addrspace(1) %o, i64 2
  store float %t12, ptr addrspace(1) %t13, align 4
  %t14 = call float @kp.cos.f32(float %v)
  %t15 = getelementptr float, ptr addrspace(1) %o, i64 3
  store float %t14, ptr addrspace(1) %t15, align 4
  %t16 = call float @kp.tanh.f32(float %v)
  %t17 = getelementptr float, ptr addrspace(1) %o, i64 4
  store float %t16, ptr addrspace(1) %t17, align 4
  %t18 = call float @kp.pow.f32(float %v, float 0x3FFB333340000000)
  %t19 = getelementptr float, ptr addrspace(1) %o, i64 5
  store float %t18, ptr addrspace(1) %t19, align 4
  %t20 = fpext float %v to double
  %t21 = call double @llvm.sqrt.f64(double %t20)
  %t22 = fdiv double 1.0, %t21
  %t23 = fptrunc double %t22 to float
  %t24 = getelementptr float, ptr addrspace(1) %o, i64 6
  store float %t23, ptr addrspace(1) %t24, align 4
  %t25 = call float @kp.erf.f32(float %v)
  %t26 = getelementptr float, ptr addrspace(1) %o, i64 7
  store float %t25, ptr addrspace(1) %t26, align 4
  ret void
}

define internal float @kp.cos.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.cos.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}

define internal double @kp.cos.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp.i = fcmp ugt double %0, 0x3FE921FB54442D18
  br i1 %cmp.i, label %if.end.i, label %reduce.exit
if.end.i:
  %cmp1.i = fcmp ogt double %0, 0x4130000000000000
  br i1 %cmp1.i, label %if.then2.i, label %if.end8.i
if.then2.i:
  %cmp3.i = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp3.i, label %reduce.exit, label %cond.true.i5
cond.true.i5:
  %call4.i = tail call { i32, double, double } @kp.reduce_large(double %x)
  %newret = extractvalue { i32, double, double } %call4.i, 0
  %newret40 = extractvalue { i32, double, double } %call4.i, 1
  %newret42 = extractvalue { i32, double, double } %call4.i, 2
  br label %reduce.exit
if.end8.i:
  %mul.i = fmul double %x, 0x3FE45F306DC9C883
  %1 = tail call double @llvm.rint.f64(double %mul.i)
  %fneg.i4 = fneg double %1
  %2 = tail call double @llvm.fma.f64(double %fneg.i4, double 0x3FF921FB54442D18, double %x)
  %mul11.i = fmul double %1, 0x3C91A62633145C07
  %fneg12.i = fneg double %mul11.i
  %3 = tail call double @llvm.fma.f64(double %1, double 0x3C91A62633145C07, double %fneg12.i)
  %sub.i = fsub double %2, %mul11.i
  %sub15.i = fsub double %2, %sub.i
  %sub16.i = fsub double %sub15.i, %mul11.i
  %sub17.i = fsub double %sub16.i, %3
  %mul18.i = fmul double %1, 0x391F1976B7ED8FBC
  %4 = fadd double %sub17.i, %mul18.i
  %add.i18 = fadd double %sub.i, %4
  %sub.i19 = fsub double %add.i18, %sub.i
  %sub1.i = fsub double %4, %sub.i19
  %conv.i = fptosi double %1 to i32
  br label %reduce.exit
reduce.exit:
  %retval.sroa.0.1.i = phi i32 [ %conv.i, %if.end8.i ], [ 0, %entry ], [ %newret, %cond.true.i5 ], [ 0, %if.then2.i ]
  %retval.sroa.5.1.i = phi double [ %add.i18, %if.end8.i ], [ %x, %entry ], [ %newret40, %cond.true.i5 ], [ 0x7FF8000000000000, %if.then2.i ]
  %retval.sroa.10.1.i = phi double [ %sub1.i, %if.end8.i ], [ 0.000000e+00, %entry ], [ %newret42, %cond.true.i5 ], [ 0.000000e+00, %if.then2.i ]
  %5 = and i32 %retval.sroa.0.1.i, 1
  %tobool.not.i.not = icmp eq i32 %5, 0
  %mul.i12 = fmul double %retval.sroa.5.1.i, %retval.sroa.5.1.i
  br i1 %tobool.not.i.not, label %cond.true.i, label %cond.false.i
cond.true.i:
  %mul1.i13 = fmul double %mul.i12, 5.000000e-01
  %6 = tail call double @llvm.fma.f64(double %mul.i12, double 0xBDA907C0E63ADBB6, double 0x3E21EEB66B683028)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i12, double 0xBE927E4FA15BD814)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i12, double 0x3EFA01A019F4D0ED)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i12, double 0xBF56C16C16C16960)
  %10 = tail call double @llvm.fma.f64(double %9, double %mul.i12, double 0x3FA5555555555555)
  %sub.i14 = fsub double 1.000000e+00, %mul1.i13
  %sub2.i = fsub double 1.000000e+00, %sub.i14
  %sub3.i = fsub double %sub2.i, %mul1.i13
  %mul4.i = fmul double %mul.i12, %mul.i12
  %fneg.i16 = fneg double %retval.sroa.5.1.i
  %mul5.i = fmul double %retval.sroa.10.1.i, %fneg.i16
  %11 = tail call double @llvm.fma.f64(double %mul4.i, double %10, double %mul5.i)
  %add.i17 = fadd double %sub3.i, %11
  %add7.i = fadd double %sub.i14, %add.i17
  br label %turned.exit
cond.false.i:
  %12 = tail call double @llvm.fma.f64(double %mul.i12, double 0x3DE5E098556D302E, double 0xBE5AE60069E53EF1)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i12, double 0x3EC71DE379252004)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i12, double 0xBF2A01A019E80693)
  %15 = tail call double @llvm.fma.f64(double %14, double %mul.i12, double 0x3F81111111110BA5)
  %16 = tail call double @llvm.fma.f64(double %15, double %mul.i12, double 0xBFC5555555555555)
  %mul1.i = fmul double %retval.sroa.5.1.i, %mul.i12
  %mul2.i = fmul double %mul.i12, 5.000000e-01
  %sub.i8 = fsub double 1.000000e+00, %mul2.i
  %mul3.i = fmul double %retval.sroa.10.1.i, %sub.i8
  %17 = tail call double @llvm.fma.f64(double %mul1.i, double %16, double %mul3.i)
  %add.i10 = fadd double %retval.sroa.5.1.i, %17
  br label %turned.exit
turned.exit:
  %cond.i = phi double [ %add7.i, %cond.true.i ], [ %add.i10, %cond.false.i ]
  %add.i = add nsw i32 %retval.sroa.0.1.i, 1
  %and4.i = and i32 %add.i, 2
  %tobool5.not.i = icmp eq i32 %and4.i, 0
  %fneg.i = fneg double %cond.i
  %cond9.i = select i1 %tobool5.not.i, double %cond.i, double %fneg.i
  ret double %cond9.i
}

define internal float @kp.erf.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.erf.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
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

define internal float @kp.exp.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.exp.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}

define internal double @kp.exp.f64(double %x) {
entry:
  %call = tail call double @kp.exp_of(double %x, double 0.000000e+00)
  ret double %call
}

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

define internal float @kp.log.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.log.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}

define internal double @kp.log.f64(double %x) {
entry:
  %call = tail call double @kp.log_of(double %x, double 0.000000e+00)
  ret double %call
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

define internal float @kp.pow.f32(float %x, float %y) {
entry:
  %conv = fpext float %x to double
  %conv1 = fpext float %y to double
  %call = tail call double @kp.pow.f64(double %conv, double %conv1)
  %conv2 = fptrunc double %call to float
  ret float %conv2
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

define internal { i32, double, double } @kp.reduce_large(double %x) {
entry:
  %0 = bitcast double %x to i64
  %and = and i64 %0, 4503599627370495
  %or = or disjoint i64 %and, 4503599627370496
  %shr = lshr i64 %0, 52
  %1 = trunc nuw nsw i64 %shr to i16
  %conv = and i16 %1, 2047
  %add = add nsw i16 %conv, -1043
  %div147 = sdiv i16 %add, 64
  %div.sext = sext i16 %div147 to i32
  %2 = mul i16 %div147, 64
  %rem148.decomposed = sub i16 %add, %2
  %rem.sext = sext i16 %rem148.decomposed to i32
  %tobool.not.not = icmp eq i16 %rem148.decomposed, 0
  %conv13 = zext nneg i64 %or to i128
  %sh_prom14 = zext nneg i32 %rem.sext to i64
  %sub11 = sub nsw i32 64, %rem.sext
  %sh_prom = zext nneg i32 %sub11 to i64
  %add3 = add nsw i32 %div.sext, 3
  %idxprom = sext i32 %add3 to i64
  %arrayidx = getelementptr inbounds [21 x i64], ptr addrspace(4) @kp.two_over_pi, i64 0, i64 %idxprom
  %3 = load i64, ptr addrspace(4) %arrayidx, align 8
  br i1 %tobool.not.not, label %cond.end, label %cond.true
cond.true:
  %add8 = add nsw i32 %div.sext, 4
  %idxprom9 = sext i32 %add8 to i64
  %arrayidx10 = getelementptr inbounds [21 x i64], ptr addrspace(4) @kp.two_over_pi, i64 0, i64 %idxprom9
  %4 = load i64, ptr addrspace(4) %arrayidx10, align 8
  %shr12 = lshr i64 %4, %sh_prom
  br label %cond.end
cond.end:
  %cond = phi i64 [ %shr12, %cond.true ], [ 0, %entry ]
  %shl = shl i64 %3, %sh_prom14
  %or15 = or i64 %cond, %shl
  %conv16 = zext i64 %or15 to i128
  %mul = mul nuw nsw i128 %conv16, %conv13
  %conv19 = trunc i128 %mul to i64
  %shr22 = lshr i128 %mul, 64
  %add3.1 = add nsw i32 %div.sext, 2
  %idxprom.1 = sext i32 %add3.1 to i64
  %arrayidx.1 = getelementptr inbounds [21 x i64], ptr addrspace(4) @kp.two_over_pi, i64 0, i64 %idxprom.1
  %5 = load i64, ptr addrspace(4) %arrayidx.1, align 8
  br i1 %tobool.not.not, label %cond.end.1, label %cond.true.1
cond.true.1:
  %add8.1 = add nsw i32 %div.sext, 3
  %idxprom9.1 = sext i32 %add8.1 to i64
  %arrayidx10.1 = getelementptr inbounds [21 x i64], ptr addrspace(4) @kp.two_over_pi, i64 0, i64 %idxprom9.1
  %6 = load i64, ptr addrspace(4) %arrayidx10.1, align 8
  %shr12.1 = lshr i64 %6, %sh_prom
  br label %cond.end.1
cond.end.1:
  %cond.1 = phi i64 [ %shr12.1, %cond.true.1 ], [ 0, %cond.end ]
  %shl.1 = shl i64 %5, %sh_prom14
  %or15.1 = or i64 %cond.1, %shl.1
  %conv16.1 = zext i64 %or15.1 to i128
  %mul.1 = mul nuw nsw i128 %conv16.1, %conv13
  %add18.1 = add nuw nsw i128 %mul.1, %shr22
  %conv19.1 = trunc i128 %add18.1 to i64
  %shr22.1 = lshr i128 %add18.1, 64
  %add3.2 = add nsw i32 %div.sext, 1
  %idxprom.2 = sext i32 %add3.2 to i64
  %arrayidx.2 = getelementptr inbounds [21 x i64], ptr addrspace(4) @kp.two_over_pi, i64 0, i64 %idxprom.2
  %7 = load i64, ptr addrspace(4) %arrayidx.2, align 8
  br i1 %tobool.not.not, label %cond.end.2, label %cond.true.2
cond.true.2:
  %add8.2 = add nsw i32 %div.sext, 2
  %idxprom9.2 = sext i32 %add8.2 to i64
  %arrayidx10.2 = getelementptr inbounds [21 x i64], ptr addrspace(4) @kp.two_over_pi, i64 0, i64 %idxprom9.2
  %8 = load i64, ptr addrspace(4) %arrayidx10.2, align 8
  %shr12.2 = lshr i64 %8, %sh_prom
  br label %cond.end.2
cond.end.2:
  %cond.2 = phi i64 [ %shr12.2, %cond.true.2 ], [ 0, %cond.end.1 ]
  %shl.2 = shl i64 %7, %sh_prom14
  %or15.2 = or i64 %cond.2, %shl.2
  %conv16.2 = zext i64 %or15.2 to i128
  %mul.2 = mul nuw nsw i128 %conv16.2, %conv13
  %add18.2 = add nuw nsw i128 %mul.2, %shr22.1
  %conv19.2 = trunc i128 %add18.2 to i64
  %shr22.2 = lshr i128 %add18.2, 64
  %idxprom.3 = sext i16 %div147 to i64
  %arrayidx.3 = getelementptr inbounds [21 x i64], ptr addrspace(4) @kp.two_over_pi, i64 0, i64 %idxprom.3
  %9 = load i64, ptr addrspace(4) %arrayidx.3, align 8
  %shr12.3 = lshr i64 %7, %sh_prom
  %spec.select152 = select i1 %tobool.not.not, i64 0, i64 %shr12.3
  %shl.3 = shl i64 %9, %sh_prom14
  %or15.3 = or i64 %spec.select152, %shl.3
  %conv16.3 = zext i64 %or15.3 to i128
  %mul.3 = mul nuw nsw i128 %conv16.3, %conv13
  %add18.3 = add nuw nsw i128 %mul.3, %shr22.2
  %conv19.3 = trunc i128 %add18.3 to i64
  %shr25151 = lshr i128 %add18.3, 32
  %10 = trunc i128 %shr25151 to i32
  %conv27 = and i32 %10, 3
  %or32 = tail call i64 @llvm.fshl.i64(i64 %conv19.3, i64 %conv19.2, i64 32)
  %or37 = tail call i64 @llvm.fshl.i64(i64 %conv19.2, i64 %conv19.1, i64 32)
  %or42 = tail call i64 @llvm.fshl.i64(i64 %conv19.1, i64 %conv19, i64 32)
  %tobool48.not = icmp sgt i64 %or32, -1
  br i1 %tobool48.not, label %if.end, label %if.then
if.then:
  %not50 = xor i64 %or42, -1
  %not49 = xor i64 %or37, -1
  %not = xor i64 %or32, -1
  %inc = add nuw nsw i32 %conv27, 1
  br label %if.end
if.end:
  %third.0 = phi i64 [ %not50, %if.then ], [ %or42, %cond.end.2 ]
  %second.0 = phi i64 [ %not49, %if.then ], [ %or37, %cond.end.2 ]
  %nearer.0 = phi double [ -1.000000e+00, %if.then ], [ 1.000000e+00, %cond.end.2 ]
  %first.0 = phi i64 [ %not, %if.then ], [ %or32, %cond.end.2 ]
  %quarter.0 = phi i32 [ %inc, %if.then ], [ %conv27, %cond.end.2 ]
  %11 = tail call i64 @llvm.ctlz.i64(i64 %first.0, i1 true)
  %cast = trunc nuw nsw i64 %11 to i32
  %cmp56 = icmp eq i64 %first.0, 0
  %or59 = or i64 %second.0, 1
  %12 = tail call i64 @llvm.ctlz.i64(i64 %or59, i1 true)
  %cast60 = trunc nuw nsw i64 %12 to i32
  %add61 = or disjoint i32 %cast60, 64
  %second.1 = select i1 %cmp56, i64 %third.0, i64 %second.0
  %13 = freeze i64 %second.1
  %zeros.0 = select i1 %cmp56, i32 %add61, i32 %cast
  %first.1 = select i1 %cmp56, i64 %second.0, i64 %first.0
  %and63 = and i32 %zeros.0, 63
  %14 = zext nneg i32 %zeros.0 to i64
  %spec.select = tail call i64 @llvm.fshl.i64(i64 %first.1, i64 %13, i64 %14)
  %conv46 = tail call double @llvm.copysign.f64(double 1.000000e+00, double %x)
  %sh_prom75 = zext nneg i32 %and63 to i64
  %shl76 = shl i64 %13, %sh_prom75
  %shr77 = lshr i64 %spec.select, 11
  %conv78 = uitofp nneg i64 %shr77 to double
  %mul79 = fmul double %conv78, 0x3CA0000000000000
  %or83 = tail call i64 @llvm.fshl.i64(i64 %spec.select, i64 %shl76, i64 53)
  %conv84 = uitofp i64 %or83 to double
  %mul85 = fmul double %conv84, 0x38A0000000000000
  %mul.i = fmul double %mul79, 0x3FF921FB54442D18
  %fneg.i = fneg double %mul.i
  %15 = tail call double @llvm.fma.f64(double %mul79, double 0x3FF921FB54442D18, double %fneg.i)
  %mul5.i = fmul double %mul79, 0x3C91A62633145C07
  %mul8.i = fmul double %mul85, 0x3FF921FB54442D18
  %add.i = fadd double %mul5.i, %mul8.i
  %add9.i = fadd double %15, %add.i
  %add.i.i = fadd double %mul.i, %add9.i
  %sub.i.i = fsub double %add.i.i, %mul.i
  %sub1.i.i = fsub double %add9.i, %sub.i.i
  %mul89 = fmul double %conv46, %nearer.0
  %add.i145 = xor i32 %zeros.0, 1023
  %conv.i = zext nneg i32 %add.i145 to i64
  %shl.i = shl nuw nsw i64 %conv.i, 52
  %16 = bitcast i64 %shl.i to double
  %mul92 = fmul double %mul89, %16
  %cmp94 = fcmp olt double %conv46, 0.000000e+00
  %sub97 = sub nsw i32 0, %quarter.0
  %cond100 = select i1 %cmp94, i32 %sub97, i32 %quarter.0
  %mul103 = fmul double %mul92, %add.i.i
  %mul106 = fmul double %mul92, %sub1.i.i
  %newret = insertvalue { i32, double, double } poison, i32 %cond100, 0
  %newret2 = insertvalue { i32, double, double } %newret, double %mul103, 1
  %newret4 = insertvalue { i32, double, double } %newret2, double %mul106, 2
  ret { i32, double, double } %newret4
}

define internal float @kp.sin.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.sin.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}

define internal double @kp.sin.f64(double %x) {
entry:
  %cmp = fcmp oeq double %x, 0.000000e+00
  br i1 %cmp, label %cond.end, label %cond.false
cond.false:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp.i = fcmp ugt double %0, 0x3FE921FB54442D18
  br i1 %cmp.i, label %if.end.i, label %reduce.exit
if.end.i:
  %cmp1.i = fcmp ogt double %0, 0x4130000000000000
  br i1 %cmp1.i, label %if.then2.i, label %if.end8.i
if.then2.i:
  %cmp3.i = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp3.i, label %reduce.exit, label %cond.true.i7
cond.true.i7:
  %call4.i = tail call { i32, double, double } @kp.reduce_large(double %x)
  %newret = extractvalue { i32, double, double } %call4.i, 0
  %newret41 = extractvalue { i32, double, double } %call4.i, 1
  %newret43 = extractvalue { i32, double, double } %call4.i, 2
  br label %reduce.exit
if.end8.i:
  %mul.i = fmul double %x, 0x3FE45F306DC9C883
  %1 = tail call double @llvm.rint.f64(double %mul.i)
  %fneg.i6 = fneg double %1
  %2 = tail call double @llvm.fma.f64(double %fneg.i6, double 0x3FF921FB54442D18, double %x)
  %mul11.i = fmul double %1, 0x3C91A62633145C07
  %fneg12.i = fneg double %mul11.i
  %3 = tail call double @llvm.fma.f64(double %1, double 0x3C91A62633145C07, double %fneg12.i)
  %sub.i = fsub double %2, %mul11.i
  %sub15.i = fsub double %2, %sub.i
  %sub16.i = fsub double %sub15.i, %mul11.i
  %sub17.i = fsub double %sub16.i, %3
  %mul18.i = fmul double %1, 0x391F1976B7ED8FBC
  %4 = fadd double %sub17.i, %mul18.i
  %add.i19 = fadd double %sub.i, %4
  %sub.i20 = fsub double %add.i19, %sub.i
  %sub1.i = fsub double %4, %sub.i20
  %conv.i = fptosi double %1 to i32
  br label %reduce.exit
reduce.exit:
  %retval.sroa.0.1.i = phi i32 [ %conv.i, %if.end8.i ], [ 0, %cond.false ], [ %newret, %cond.true.i7 ], [ 0, %if.then2.i ]
  %retval.sroa.5.1.i = phi double [ %add.i19, %if.end8.i ], [ %x, %cond.false ], [ %newret41, %cond.true.i7 ], [ 0x7FF8000000000000, %if.then2.i ]
  %retval.sroa.10.1.i = phi double [ %sub1.i, %if.end8.i ], [ 0.000000e+00, %cond.false ], [ %newret43, %cond.true.i7 ], [ 0.000000e+00, %if.then2.i ]
  %and.i = and i32 %retval.sroa.0.1.i, 1
  %tobool.not.i = icmp eq i32 %and.i, 0
  %mul.i8 = fmul double %retval.sroa.5.1.i, %retval.sroa.5.1.i
  br i1 %tobool.not.i, label %cond.false.i, label %cond.true.i
cond.true.i:
  %mul1.i14 = fmul double %mul.i8, 5.000000e-01
  %5 = tail call double @llvm.fma.f64(double %mul.i8, double 0xBDA907C0E63ADBB6, double 0x3E21EEB66B683028)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i8, double 0xBE927E4FA15BD814)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i8, double 0x3EFA01A019F4D0ED)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i8, double 0xBF56C16C16C16960)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i8, double 0x3FA5555555555555)
  %sub.i15 = fsub double 1.000000e+00, %mul1.i14
  %sub2.i = fsub double 1.000000e+00, %sub.i15
  %sub3.i = fsub double %sub2.i, %mul1.i14
  %mul4.i = fmul double %mul.i8, %mul.i8
  %fneg.i17 = fneg double %retval.sroa.5.1.i
  %mul5.i = fmul double %retval.sroa.10.1.i, %fneg.i17
  %10 = tail call double @llvm.fma.f64(double %mul4.i, double %9, double %mul5.i)
  %add.i18 = fadd double %sub3.i, %10
  %add7.i = fadd double %sub.i15, %add.i18
  br label %turned.exit
cond.false.i:
  %11 = tail call double @llvm.fma.f64(double %mul.i8, double 0x3DE5E098556D302E, double 0xBE5AE60069E53EF1)
  %12 = tail call double @llvm.fma.f64(double %11, double %mul.i8, double 0x3EC71DE379252004)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i8, double 0xBF2A01A019E80693)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i8, double 0x3F81111111110BA5)
  %15 = tail call double @llvm.fma.f64(double %14, double %mul.i8, double 0xBFC5555555555555)
  %mul1.i = fmul double %retval.sroa.5.1.i, %mul.i8
  %mul2.i = fmul double %mul.i8, 5.000000e-01
  %sub.i10 = fsub double 1.000000e+00, %mul2.i
  %mul3.i = fmul double %retval.sroa.10.1.i, %sub.i10
  %16 = tail call double @llvm.fma.f64(double %mul1.i, double %15, double %mul3.i)
  %add.i = fadd double %retval.sroa.5.1.i, %16
  br label %turned.exit
turned.exit:
  %cond.i = phi double [ %add7.i, %cond.true.i ], [ %add.i, %cond.false.i ]
  %and4.i = and i32 %retval.sroa.0.1.i, 2
  %tobool5.not.i = icmp eq i32 %and4.i, 0
  %fneg.i = fneg double %cond.i
  %cond9.i = select i1 %tobool5.not.i, double %cond.i, double %fneg.i
  br label %cond.end
cond.end:
  %cond = phi double [ %cond9.i, %turned.exit ], [ %x, %entry ]
  ret double %cond
}

define internal float @kp.tanh.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.tanh.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
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

define internal i32 @kp.thread.x() alwaysinline nounwind {
  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  ret i32 %v
}

@kp.two_over_pi = internal addrspace(4) constant [21 x i64] [i64 0, i64 -6703182060581546711, i64 -277156292786332224, i64 -2638381946312093631, i64 -121206125134887583, i64 -5249950069107600672, i64 452944820249399836, i64 -135693905287338178, i64 -1692731182770600828, i64 -1613291254968254911, i64 4148332274289687028, i64 -7168499653074671557, i64 2303758334597371919, i64 -1211730484530615009, i64 7869616827067468215, i64 5712322887342352941, i64 8441921394348257659, i64 4397547296490951402, i64 7780917995555872008, i64 6197850593633725355, i64 -1094449336203069923], align 8

declare double @llvm.copysign.f64(double, double)
declare double @llvm.fabs.f64(double)
declare double @llvm.fma.f64(double, double, double)
declare double @llvm.rint.f64(double)
declare double @llvm.sqrt.f64(double)
declare double @llvm.trunc.f64(double)
declare i1 @llvm.is.fpclass.f64(double, i32 immarg)
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare i64 @llvm.ctlz.i64(i64, i1 immarg)
declare i64 @llvm.fshl.i64(i64, i64, i64)
