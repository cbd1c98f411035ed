; trigonometry.c through clang 19; generate.sh writes it.
@kp.two_over_pi = internal addrspace(4) constant [21 x i64] [i64 0, i64 -6703182060581546711, i64 -277156292786332224, i64 -2638381946312093631, i64 -121206125134887583, i64 -5249950069107600672, i64 452944820249399836, i64 -135693905287338178, i64 -1692731182770600828, i64 -1613291254968254911, i64 4148332274289687028, i64 -7168499653074671557, i64 2303758334597371919, i64 -1211730484530615009, i64 7869616827067468215, i64 5712322887342352941, i64 8441921394348257659, i64 4397547296490951402, i64 7780917995555872008, i64 6197850593633725355, i64 -1094449336203069923], align 8
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
define internal double @kp.tan.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp.i = fcmp ugt double %0, 0x3FE921FB54442D18
  br i1 %cmp.i, label %if.end.i, label %reduce.exit
if.end.i:
  %cmp1.i = fcmp ogt double %0, 0x4130000000000000
  br i1 %cmp1.i, label %if.then2.i, label %if.end8.i
if.then2.i:
  %cmp3.i = fcmp ueq double %0, 0x7FF0000000000000
  br i1 %cmp3.i, label %reduce.exit, label %cond.true.i
cond.true.i:
  %call4.i = tail call { i32, double, double } @kp.reduce_large(double %x)
  %newret = extractvalue { i32, double, double } %call4.i, 0
  %newret47 = extractvalue { i32, double, double } %call4.i, 1
  %newret49 = extractvalue { i32, double, double } %call4.i, 2
  br label %reduce.exit
if.end8.i:
  %mul.i = fmul double %x, 0x3FE45F306DC9C883
  %1 = tail call double @llvm.rint.f64(double %mul.i)
  %fneg.i = fneg double %1
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double 0x3FF921FB54442D18, double %x)
  %mul11.i = fmul double %1, 0x3C91A62633145C07
  %fneg12.i = fneg double %mul11.i
  %3 = tail call double @llvm.fma.f64(double %1, double 0x3C91A62633145C07, double %fneg12.i)
  %sub.i = fsub double %2, %mul11.i
  %sub15.i = fsub double %2, %sub.i
  %sub16.i = fsub double %sub15.i, %mul11.i
  %sub17.i = fsub double %sub16.i, %3
  %mul18.i = fmul double %1, 0x391F1976B7ED8FBC
  %4 = fadd double %sub17.i, %mul18.i
  %add.i28 = fadd double %sub.i, %4
  %sub.i29 = fsub double %add.i28, %sub.i
  %sub1.i = fsub double %4, %sub.i29
  %conv.i = fptosi double %1 to i32
  br label %reduce.exit
reduce.exit:
  %retval.sroa.0.1.i = phi i32 [ %conv.i, %if.end8.i ], [ 0, %entry ], [ %newret, %cond.true.i ], [ 0, %if.then2.i ]
  %retval.sroa.5.1.i = phi double [ %add.i28, %if.end8.i ], [ %x, %entry ], [ %newret47, %cond.true.i ], [ 0x7FF8000000000000, %if.then2.i ]
  %retval.sroa.10.1.i = phi double [ %sub1.i, %if.end8.i ], [ 0.000000e+00, %entry ], [ %newret49, %cond.true.i ], [ 0.000000e+00, %if.then2.i ]
  %mul.i17 = fmul double %retval.sroa.5.1.i, %retval.sroa.5.1.i
  %5 = tail call double @llvm.fma.f64(double %mul.i17, double 0x3DE5E098556D302E, double 0xBE5AE60069E53EF1)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i17, double 0x3EC71DE379252004)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i17, double 0xBF2A01A019E80693)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i17, double 0x3F81111111110BA5)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i17, double 0xBFC5555555555555)
  %mul1.i = fmul double %retval.sroa.5.1.i, %mul.i17
  %mul2.i = fmul double %mul.i17, 5.000000e-01
  %sub.i19 = fsub double 1.000000e+00, %mul2.i
  %mul3.i = fmul double %retval.sroa.10.1.i, %sub.i19
  %10 = tail call double @llvm.fma.f64(double %mul1.i, double %9, double %mul3.i)
  %11 = tail call double @llvm.fma.f64(double %mul.i17, double 0xBDA907C0E63ADBB6, double 0x3E21EEB66B683028)
  %12 = tail call double @llvm.fma.f64(double %11, double %mul.i17, double 0xBE927E4FA15BD814)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i17, double 0x3EFA01A019F4D0ED)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i17, double 0xBF56C16C16C16960)
  %15 = tail call double @llvm.fma.f64(double %14, double %mul.i17, double 0x3FA5555555555555)
  %add.i = fadd double %retval.sroa.5.1.i, %10
  %sub2.i = fsub double 1.000000e+00, %sub.i19
  %sub3.i = fsub double %sub2.i, %mul2.i
  %mul4.i = fmul double %mul.i17, %mul.i17
  %fneg.i26 = fneg double %retval.sroa.5.1.i
  %mul5.i = fmul double %retval.sroa.10.1.i, %fneg.i26
  %16 = tail call double @llvm.fma.f64(double %mul4.i, double %15, double %mul5.i)
  %add.i27 = fadd double %sub3.i, %16
  %add7.i = fadd double %sub.i19, %add.i27
  %cmp = fcmp oeq double %x, 0.000000e+00
  br i1 %cmp, label %cond.end8, label %cond.false
cond.false:
  %and = and i32 %retval.sroa.0.1.i, 1
  %tobool.not = icmp eq i32 %and, 0
  br i1 %tobool.not, label %cond.false6, label %cond.true5
cond.true5:
  %fneg = fneg double %add7.i
  %div = fdiv double %fneg, %add.i
  br label %cond.end8
cond.false6:
  %div7 = fdiv double %add.i, %add7.i
  br label %cond.end8
cond.end8:
  %cond9 = phi double [ %div, %cond.true5 ], [ %div7, %cond.false6 ], [ %x, %reduce.exit ]
  ret double %cond9
}
define internal double @kp.sinpi.f64(double %x) {
entry:
  %mul.i = fmul double %x, 2.000000e+00
  %0 = tail call double @llvm.rint.f64(double %mul.i)
  %1 = tail call double @llvm.fma.f64(double %0, double -5.000000e-01, double %x)
  %mul2.i = fmul double %1, 0x400921FB54442D18
  %2 = tail call double @llvm.fabs.f64(double %0)
  %cmp.i = fcmp olt double %2, 0x43D0000000000000
  %cond.i = select i1 %cmp.i, double %0, double 0.000000e+00
  %conv.i = fptosi double %cond.i to i64
  %conv4.i = trunc i64 %conv.i to i32
  %fneg.i = fneg double %mul2.i
  %3 = tail call double @llvm.fma.f64(double %1, double 0x400921FB54442D18, double %fneg.i)
  %mul6.i = fmul double %1, 0x3CA1A62633145C07
  %add.i = fadd double %mul6.i, %3
  %4 = tail call double @llvm.fabs.f64(double %x)
  %cmp8.i = fcmp ueq double %4, 0x7FF0000000000000
  br i1 %cmp8.i, label %of_pi.exit, label %cond.true10.i
cond.true10.i:
  %and.i.i = and i32 %conv4.i, 1
  %tobool.not.i.i = icmp eq i32 %and.i.i, 0
  %mul.i.i = fmul double %mul2.i, %mul2.i
  br i1 %tobool.not.i.i, label %cond.false.i.i, label %cond.true.i.i
cond.true.i.i:
  %mul1.i27.i = fmul double %mul.i.i, 5.000000e-01
  %5 = tail call double @llvm.fma.f64(double %mul.i.i, double 0xBDA907C0E63ADBB6, double 0x3E21EEB66B683028)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i.i, double 0xBE927E4FA15BD814)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i.i, double 0x3EFA01A019F4D0ED)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i.i, double 0xBF56C16C16C16960)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i.i, double 0x3FA5555555555555)
  %sub.i28.i = fsub double 1.000000e+00, %mul1.i27.i
  %sub2.i.i = fsub double 1.000000e+00, %sub.i28.i
  %sub3.i.i = fsub double %sub2.i.i, %mul1.i27.i
  %mul4.i.i = fmul double %mul.i.i, %mul.i.i
  %mul5.i.i = fmul double %add.i, %fneg.i
  %10 = tail call double @llvm.fma.f64(double %mul4.i.i, double %9, double %mul5.i.i)
  %add.i31.i = fadd double %sub3.i.i, %10
  %add7.i.i = fadd double %sub.i28.i, %add.i31.i
  br label %turned.exit.i
cond.false.i.i:
  %11 = tail call double @llvm.fma.f64(double %mul.i.i, double 0x3DE5E098556D302E, double 0xBE5AE60069E53EF1)
  %12 = tail call double @llvm.fma.f64(double %11, double %mul.i.i, double 0x3EC71DE379252004)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i.i, double 0xBF2A01A019E80693)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i.i, double 0x3F81111111110BA5)
  %15 = tail call double @llvm.fma.f64(double %14, double %mul.i.i, double 0xBFC5555555555555)
  %mul1.i.i = fmul double %mul2.i, %mul.i.i
  %mul2.i.i = fmul double %mul.i.i, 5.000000e-01
  %sub.i.i = fsub double 1.000000e+00, %mul2.i.i
  %mul3.i.i = fmul double %add.i, %sub.i.i
  %16 = tail call double @llvm.fma.f64(double %mul1.i.i, double %15, double %mul3.i.i)
  %add.i24.i = fadd double %mul2.i, %16
  br label %turned.exit.i
turned.exit.i:
  %cond.i.i = phi double [ %add7.i.i, %cond.true.i.i ], [ %add.i24.i, %cond.false.i.i ]
  %and4.i.i = and i32 %conv4.i, 2
  %tobool5.not.i.i = icmp eq i32 %and4.i.i, 0
  %fneg.i.i = fneg double %cond.i.i
  %cond9.i.i = select i1 %tobool5.not.i.i, double %cond.i.i, double %fneg.i.i
  br label %of_pi.exit
of_pi.exit:
  %cond14.i = phi double [ %cond9.i.i, %turned.exit.i ], [ 0x7FF8000000000000, %entry ]
  %cmp = fcmp oeq double %cond14.i, 0.000000e+00
  %17 = tail call double @llvm.copysign.f64(double 0.000000e+00, double %x)
  %cond = select i1 %cmp, double %17, double %cond14.i
  ret double %cond
}
define internal double @kp.cospi.f64(double %x) {
entry:
  %mul.i = fmul double %x, 2.000000e+00
  %0 = tail call double @llvm.rint.f64(double %mul.i)
  %1 = tail call double @llvm.fma.f64(double %0, double -5.000000e-01, double %x)
  %mul2.i = fmul double %1, 0x400921FB54442D18
  %fneg.i = fneg double %mul2.i
  %2 = tail call double @llvm.fma.f64(double %1, double 0x400921FB54442D18, double %fneg.i)
  %mul6.i = fmul double %1, 0x3CA1A62633145C07
  %add.i = fadd double %mul6.i, %2
  %3 = tail call double @llvm.fabs.f64(double %x)
  %cmp8.i = fcmp ueq double %3, 0x7FF0000000000000
  br i1 %cmp8.i, label %of_pi.exit, label %cond.true10.i
cond.true10.i:
  %4 = tail call double @llvm.fabs.f64(double %0)
  %cmp.i = fcmp olt double %4, 0x43D0000000000000
  %cond.i = select i1 %cmp.i, double %0, double 0.000000e+00
  %conv.i = fptosi double %cond.i to i64
  %conv4.i = trunc i64 %conv.i to i32
  %add.i.i = add nsw i32 %conv4.i, 1
  %5 = and i32 %conv4.i, 1
  %tobool.not.i.i.not = icmp eq i32 %5, 0
  %mul.i26.i = fmul double %mul2.i, %mul2.i
  br i1 %tobool.not.i.i.not, label %cond.true.i.i, label %cond.false.i.i
cond.true.i.i:
  %mul1.i27.i = fmul double %mul.i26.i, 5.000000e-01
  %6 = tail call double @llvm.fma.f64(double %mul.i26.i, double 0xBDA907C0E63ADBB6, double 0x3E21EEB66B683028)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i26.i, double 0xBE927E4FA15BD814)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i26.i, double 0x3EFA01A019F4D0ED)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i26.i, double 0xBF56C16C16C16960)
  %10 = tail call double @llvm.fma.f64(double %9, double %mul.i26.i, double 0x3FA5555555555555)
  %sub.i28.i = fsub double 1.000000e+00, %mul1.i27.i
  %sub2.i.i = fsub double 1.000000e+00, %sub.i28.i
  %sub3.i.i = fsub double %sub2.i.i, %mul1.i27.i
  %mul4.i.i = fmul double %mul.i26.i, %mul.i26.i
  %mul5.i.i = fmul double %add.i, %fneg.i
  %11 = tail call double @llvm.fma.f64(double %mul4.i.i, double %10, double %mul5.i.i)
  %add.i31.i = fadd double %sub3.i.i, %11
  %add7.i.i = fadd double %sub.i28.i, %add.i31.i
  br label %turned.exit.i
cond.false.i.i:
  %12 = tail call double @llvm.fma.f64(double %mul.i26.i, double 0x3DE5E098556D302E, double 0xBE5AE60069E53EF1)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i26.i, double 0x3EC71DE379252004)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i26.i, double 0xBF2A01A019E80693)
  %15 = tail call double @llvm.fma.f64(double %14, double %mul.i26.i, double 0x3F81111111110BA5)
  %16 = tail call double @llvm.fma.f64(double %15, double %mul.i26.i, double 0xBFC5555555555555)
  %mul1.i.i = fmul double %mul2.i, %mul.i26.i
  %mul2.i.i = fmul double %mul.i26.i, 5.000000e-01
  %sub.i.i = fsub double 1.000000e+00, %mul2.i.i
  %mul3.i.i = fmul double %add.i, %sub.i.i
  %17 = tail call double @llvm.fma.f64(double %mul1.i.i, double %16, double %mul3.i.i)
  %add.i24.i = fadd double %mul2.i, %17
  br label %turned.exit.i
turned.exit.i:
  %cond.i.i = phi double [ %add7.i.i, %cond.true.i.i ], [ %add.i24.i, %cond.false.i.i ]
  %and4.i.i = and i32 %add.i.i, 2
  %tobool5.not.i.i = icmp eq i32 %and4.i.i, 0
  %fneg.i.i = fneg double %cond.i.i
  %cond9.i.i = select i1 %tobool5.not.i.i, double %cond.i.i, double %fneg.i.i
  br label %of_pi.exit
of_pi.exit:
  %cond14.i = phi double [ %cond9.i.i, %turned.exit.i ], [ 0x7FF8000000000000, %entry ]
  %cmp = fcmp oeq double %cond14.i, 0.000000e+00
  %cond = select i1 %cmp, double 0.000000e+00, double %cond14.i
  ret double %cond
}
define internal double @kp.atan.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp oeq double %0, 0x7FF0000000000000
  br i1 %cmp, label %cond.end, label %cond.false
cond.false:
  %cmp.i = fcmp ogt double %0, 1.000000e+00
  %cond.i = select i1 %cmp.i, double 1.000000e+00, double %0
  %cond5.i = select i1 %cmp.i, double %0, double 1.000000e+00
  %mul.i = fmul double %cond5.i, 0x3FDA827999FCEF32
  %cmp6.i = fcmp ogt double %cond.i, %mul.i
  %sub.i = fsub double %cond.i, %cond5.i
  %cond12.i = select i1 %cmp6.i, double %sub.i, double %cond.i
  %add.i = fadd double %0, 1.000000e+00
  %cond17.i = select i1 %cmp6.i, double %add.i, double %cond5.i
  %div.i = fdiv double %cond12.i, %cond17.i
  %cmp18.i = fcmp olt double %cond17.i, 0x7E70000000000000
  %cmp20.i = fcmp ogt double %cond17.i, 0x7B0000000000000
  %or.cond.i = and i1 %cmp18.i, %cmp20.i
  br i1 %or.cond.i, label %cond.true22.i, label %cond.end34.i
cond.true22.i:
  %fneg.i = fneg double %div.i
  %1 = tail call double @llvm.fma.f64(double %fneg.i, double %cond17.i, double %cond12.i)
  %2 = fsub double %cond5.i, %cond17.i
  %sub26.i = fadd double %cond.i, %2
  %mul27.i = fmul double %div.i, %sub26.i
  %cond30.i = select i1 %cmp6.i, double %mul27.i, double 0.000000e+00
  %sub31.i = fsub double %1, %cond30.i
  %div32.i = fdiv double %sub31.i, %cond17.i
  br label %cond.end34.i
cond.end34.i:
  %cond35.i = phi double [ %div32.i, %cond.true22.i ], [ 0.000000e+00, %cond.false ]
  %3 = tail call double @llvm.fabs.f64(double %cond35.i)
  %cmp37.i = fcmp olt double %3, 1.000000e+00
  %cond40.i = select i1 %cmp6.i, double 0x3FE921FB54442D18, double 0.000000e+00
  %mul.i27 = fmul double %div.i, %div.i
  %4 = tail call double @llvm.fma.f64(double %mul.i27, double 0x3F90AC7D2DC4C828, double 0xBFA1B2E7E3386B79)
  %5 = tail call double @llvm.fma.f64(double %4, double %mul.i27, double 0x3FA74DBCB5C2167A)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i27, double 0xBFAAC7A216389DDF)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i27, double 0x3FAE19A0439B3B4B)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i27, double 0xBFB110E875DE57EB)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i27, double 0x3FB3B1392D04B71C)
  %10 = tail call double @llvm.fma.f64(double %9, double %mul.i27, double 0xBFB745D165D9EE17)
  %11 = tail call double @llvm.fma.f64(double %10, double %mul.i27, double 0x3FBC71C71C30300B)
  %12 = tail call double @llvm.fma.f64(double %11, double %mul.i27, double 0xBFC249249248D7CA)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i27, double 0x3FC9999999999953)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i27, double 0xBFD5555555555555)
  %low.0.i = select i1 %cmp37.i, double %cond35.i, double 0.000000e+00
  %cond42.i = select i1 %cmp6.i, double 0x3C81A62633145C07, double 0.000000e+00
  %mul1.i = fmul double %div.i, %mul.i27
  %mul2.i = fmul double %mul1.i, %14
  %add44.i = fadd double %cond42.i, %low.0.i
  %add45.i = fadd double %add44.i, %mul2.i
  br i1 %cmp.i, label %if.end58.i, label %if.then47.i
if.then47.i:
  %add.i22 = fadd double %cond40.i, %div.i
  %sub.i23 = fsub double %add.i22, %cond40.i
  %sub1.i24 = fsub double %div.i, %sub.i23
  %add52.i = fadd double %sub1.i24, %add45.i
  %add53.i = fadd double %add.i22, %add52.i
  %add55.i = fadd double %div.i, %add45.i
  %cond57.i = select i1 %cmp6.i, double %add53.i, double %add55.i
  br label %cond.end
if.end58.i:
  %fneg60.i = fneg double %cond40.i
  %add.i17 = fsub double 0x3FF921FB54442D18, %cond40.i
  %sub.i18 = fadd double %add.i17, 0xBFF921FB54442D18
  %sub1.i19 = fsub double %fneg60.i, %sub.i18
  %fneg63.i = fneg double %div.i
  %add.i15 = fsub double %add.i17, %div.i
  %sub.i16 = fsub double %add.i15, %add.i17
  %sub1.i = fsub double %fneg63.i, %sub.i16
  %sub67.i = fsub double 0x3C91A62633145C07, %add45.i
  %add69.i = fadd double %sub1.i19, %sub67.i
  %add70.i = fadd double %sub1.i, %add69.i
  %add71.i = fadd double %add.i15, %add70.i
  br label %cond.end
cond.end:
  %cond = phi double [ 0x3FF921FB54442D18, %entry ], [ %add71.i, %if.end58.i ], [ %cond57.i, %if.then47.i ]
  %or.cond = fcmp ueq double %x, 0.000000e+00
  %15 = tail call double @llvm.copysign.f64(double %cond, double %x)
  %cond8 = select i1 %or.cond, double %x, double %15
  ret double %cond8
}
define internal double @kp.atan2.f64(double %y, double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %y)
  %1 = tail call double @llvm.fabs.f64(double %x)
  %or.cond45 = fcmp uno double %x, %y
  br i1 %or.cond45, label %cleanup, label %if.end
if.end:
  %cmp3 = fcmp oeq double %y, 0.000000e+00
  br i1 %cmp3, label %cond.end21, label %cond.false
cond.false:
  %cmp4 = fcmp oeq double %0, 0x7FF0000000000000
  %cmp5 = fcmp oeq double %1, 0x7FF0000000000000
  %or.cond = and i1 %cmp4, %cmp5
  br i1 %or.cond, label %cond.end21, label %cond.false7
cond.false7:
  %cmp10 = fcmp oeq double %x, 0.000000e+00
  %or.cond30 = or i1 %cmp4, %cmp10
  %brmerge = or i1 %or.cond30, %cmp5
  %.mux = select i1 %or.cond30, double 0x3FF921FB54442D18, double 0.000000e+00
  br i1 %brmerge, label %cond.end21, label %cond.false15
cond.false15:
  %cmp.i = fcmp ogt double %0, %1
  %cond.i = select i1 %cmp.i, double %1, double %0
  %cond5.i = select i1 %cmp.i, double %0, double %1
  %mul.i = fmul double %cond5.i, 0x3FDA827999FCEF32
  %cmp6.i = fcmp ogt double %cond.i, %mul.i
  %sub.i = fsub double %cond.i, %cond5.i
  %cond12.i = select i1 %cmp6.i, double %sub.i, double %cond.i
  %add.i = fadd double %0, %1
  %cond17.i = select i1 %cmp6.i, double %add.i, double %cond5.i
  %div.i = fdiv double %cond12.i, %cond17.i
  %cmp18.i = fcmp olt double %cond17.i, 0x7E70000000000000
  %cmp20.i = fcmp ogt double %cond17.i, 0x7B0000000000000
  %or.cond.i = and i1 %cmp18.i, %cmp20.i
  br i1 %or.cond.i, label %cond.true22.i, label %cond.end34.i
cond.true22.i:
  %fneg.i = fneg double %div.i
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %cond17.i, double %cond12.i)
  %3 = fsub double %cond5.i, %cond17.i
  %sub26.i = fadd double %cond.i, %3
  %mul27.i = fmul double %div.i, %sub26.i
  %cond30.i = select i1 %cmp6.i, double %mul27.i, double 0.000000e+00
  %sub31.i = fsub double %2, %cond30.i
  %div32.i = fdiv double %sub31.i, %cond17.i
  br label %cond.end34.i
cond.end34.i:
  %cond35.i = phi double [ %div32.i, %cond.true22.i ], [ 0.000000e+00, %cond.false15 ]
  %4 = tail call double @llvm.fabs.f64(double %cond35.i)
  %cmp37.i = fcmp olt double %4, 1.000000e+00
  %cond40.i = select i1 %cmp6.i, double 0x3FE921FB54442D18, double 0.000000e+00
  %mul.i58 = fmul double %div.i, %div.i
  %5 = tail call double @llvm.fma.f64(double %mul.i58, double 0x3F90AC7D2DC4C828, double 0xBFA1B2E7E3386B79)
  %6 = tail call double @llvm.fma.f64(double %5, double %mul.i58, double 0x3FA74DBCB5C2167A)
  %7 = tail call double @llvm.fma.f64(double %6, double %mul.i58, double 0xBFAAC7A216389DDF)
  %8 = tail call double @llvm.fma.f64(double %7, double %mul.i58, double 0x3FAE19A0439B3B4B)
  %9 = tail call double @llvm.fma.f64(double %8, double %mul.i58, double 0xBFB110E875DE57EB)
  %10 = tail call double @llvm.fma.f64(double %9, double %mul.i58, double 0x3FB3B1392D04B71C)
  %11 = tail call double @llvm.fma.f64(double %10, double %mul.i58, double 0xBFB745D165D9EE17)
  %12 = tail call double @llvm.fma.f64(double %11, double %mul.i58, double 0x3FBC71C71C30300B)
  %13 = tail call double @llvm.fma.f64(double %12, double %mul.i58, double 0xBFC249249248D7CA)
  %14 = tail call double @llvm.fma.f64(double %13, double %mul.i58, double 0x3FC9999999999953)
  %15 = tail call double @llvm.fma.f64(double %14, double %mul.i58, double 0xBFD5555555555555)
  %low.0.i = select i1 %cmp37.i, double %cond35.i, double 0.000000e+00
  %cond42.i = select i1 %cmp6.i, double 0x3C81A62633145C07, double 0.000000e+00
  %mul1.i = fmul double %div.i, %mul.i58
  %mul2.i = fmul double %mul1.i, %15
  %add44.i = fadd double %cond42.i, %low.0.i
  %add45.i = fadd double %add44.i, %mul2.i
  br i1 %cmp.i, label %if.end58.i, label %if.then47.i
if.then47.i:
  %add.i53 = fadd double %cond40.i, %div.i
  %sub.i54 = fsub double %add.i53, %cond40.i
  %sub1.i55 = fsub double %div.i, %sub.i54
  %add52.i = fadd double %sub1.i55, %add45.i
  %add53.i = fadd double %add.i53, %add52.i
  %add55.i = fadd double %div.i, %add45.i
  %cond57.i = select i1 %cmp6.i, double %add53.i, double %add55.i
  br label %cond.end21
if.end58.i:
  %fneg60.i = fneg double %cond40.i
  %add.i48 = fsub double 0x3FF921FB54442D18, %cond40.i
  %sub.i49 = fadd double %add.i48, 0xBFF921FB54442D18
  %sub1.i50 = fsub double %fneg60.i, %sub.i49
  %fneg63.i = fneg double %div.i
  %add.i46 = fsub double %add.i48, %div.i
  %sub.i47 = fsub double %add.i46, %add.i48
  %sub1.i = fsub double %fneg63.i, %sub.i47
  %sub67.i = fsub double 0x3C91A62633145C07, %add45.i
  %add69.i = fadd double %sub1.i50, %sub67.i
  %add70.i = fadd double %sub1.i, %add69.i
  %add71.i = fadd double %add.i46, %add70.i
  br label %cond.end21
cond.end21:
  %cond22 = phi double [ 0.000000e+00, %if.end ], [ 0x3FE921FB54442D18, %cond.false ], [ %.mux, %cond.false7 ], [ %add71.i, %if.end58.i ], [ %cond57.i, %if.then47.i ]
  %16 = bitcast double %x to i64
  %sub = fsub double 0x400921FB54442D18, %cond22
  %add = fadd double %sub, 0x3CA1A62633145C07
  %tobool.not44 = icmp slt i64 %16, 0
  %cond27 = select i1 %tobool.not44, double %add, double %cond22
  %17 = tail call double @llvm.copysign.f64(double %cond27, double %y)
  br label %cleanup
cleanup:
  %retval.0 = phi double [ %17, %cond.end21 ], [ 0x7FF8000000000000, %entry ]
  ret double %retval.0
}
define internal double @kp.asin.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %cmp = fcmp ogt double %0, 5.000000e-01
  br i1 %cmp, label %cond.true, label %cond.false
cond.true:
  %mul = fmul double %0, 5.000000e-01
  %sub = fsub double 5.000000e-01, %mul
  %1 = tail call double @llvm.sqrt.f64(double %sub)
  %cmp.i = fcmp oeq double %1, 0.000000e+00
  %fneg.i = fneg double %1
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %1, double %sub)
  %mul.i = fmul double %1, 2.000000e+00
  %div.i = fdiv double %2, %mul.i
  %cond.i = select i1 %cmp.i, double 0.000000e+00, double %div.i
  %3 = tail call double @llvm.fma.f64(double %sub, double 0x3F9D78189767524E, double 0xBF8E7A24F548C99F)
  %4 = tail call double @llvm.fma.f64(double %3, double %sub, double 0x3F91D661531B222E)
  %5 = tail call double @llvm.fma.f64(double %4, double %sub, double 0x3F7653A8F8CFD43C)
  %6 = tail call double @llvm.fma.f64(double %5, double %sub, double 0x3F8524EA8B3AAD31)
  %7 = tail call double @llvm.fma.f64(double %6, double %sub, double 0x3F878246F32D075C)
  %8 = tail call double @llvm.fma.f64(double %7, double %sub, double 0x3F8C9CF3759FD8FF)
  %9 = tail call double @llvm.fma.f64(double %8, double %sub, double 0x3F91C4D343FA57F6)
  %10 = tail call double @llvm.fma.f64(double %9, double %sub, double 0x3F96E8BB1D89492B)
  %11 = tail call double @llvm.fma.f64(double %10, double %sub, double 0x3F9F1C71C1D4AA0D)
  %12 = tail call double @llvm.fma.f64(double %11, double %sub, double 0x3FA6DB6DB6E3292E)
  %13 = tail call double @llvm.fma.f64(double %12, double %sub, double 0x3FB3333333332EC4)
  %14 = tail call double @llvm.fma.f64(double %13, double %sub, double 0x3FC5555555555556)
  %mul2 = fmul double %1, -2.000000e+00
  %add.i = fadd double %mul2, 0x3FF921FB54442D18
  %sub.i = fadd double %add.i, 0xBFF921FB54442D18
  %sub1.i = fsub double %mul2, %sub.i
  %mul.i38 = fmul double %sub, %14
  %15 = tail call double @llvm.fma.f64(double %1, double %mul.i38, double %cond.i)
  %mul6 = fmul double %15, 2.000000e+00
  %sub7 = fsub double 0x3C91A62633145C07, %mul6
  %add = fadd double %sub1.i, %sub7
  %add8 = fadd double %add.i, %add
  br label %cond.end
cond.false:
  %mul9 = fmul double %x, %x
  %16 = tail call double @llvm.fma.f64(double %mul9, double 0x3F9D78189767524E, double 0xBF8E7A24F548C99F)
  %17 = tail call double @llvm.fma.f64(double %16, double %mul9, double 0x3F91D661531B222E)
  %18 = tail call double @llvm.fma.f64(double %17, double %mul9, double 0x3F7653A8F8CFD43C)
  %19 = tail call double @llvm.fma.f64(double %18, double %mul9, double 0x3F8524EA8B3AAD31)
  %20 = tail call double @llvm.fma.f64(double %19, double %mul9, double 0x3F878246F32D075C)
  %21 = tail call double @llvm.fma.f64(double %20, double %mul9, double 0x3F8C9CF3759FD8FF)
  %22 = tail call double @llvm.fma.f64(double %21, double %mul9, double 0x3F91C4D343FA57F6)
  %23 = tail call double @llvm.fma.f64(double %22, double %mul9, double 0x3F96E8BB1D89492B)
  %24 = tail call double @llvm.fma.f64(double %23, double %mul9, double 0x3F9F1C71C1D4AA0D)
  %25 = tail call double @llvm.fma.f64(double %24, double %mul9, double 0x3FA6DB6DB6E3292E)
  %26 = tail call double @llvm.fma.f64(double %25, double %mul9, double 0x3FB3333333332EC4)
  %27 = tail call double @llvm.fma.f64(double %26, double %mul9, double 0x3FC5555555555556)
  %mul.i41 = fmul double %mul9, %27
  %28 = tail call double @llvm.fma.f64(double %0, double %mul.i41, double %0)
  br label %cond.end
cond.end:
  %cond = phi double [ %add8, %cond.true ], [ %28, %cond.false ]
  %cmp12 = fcmp ogt double %0, 1.000000e+00
  br i1 %cmp12, label %cond.end22, label %cond.false14
cond.false14:
  %or.cond = fcmp ueq double %x, 0.000000e+00
  br i1 %or.cond, label %cond.end22, label %cond.false18
cond.false18:
  %29 = tail call double @llvm.copysign.f64(double %cond, double %x)
  br label %cond.end22
cond.end22:
  %cond23 = phi double [ 0x7FF8000000000000, %cond.end ], [ %29, %cond.false18 ], [ %x, %cond.false14 ]
  ret double %cond23
}
define internal double @kp.acos.f64(double %x) {
entry:
  %0 = tail call double @llvm.fabs.f64(double %x)
  %mul = fmul double %0, 5.000000e-01
  %sub = fsub double 5.000000e-01, %mul
  %1 = tail call double @llvm.sqrt.f64(double %sub)
  %fneg.i = fneg double %1
  %2 = tail call double @llvm.fma.f64(double %fneg.i, double %1, double %sub)
  %mul.i = fmul double %1, 2.000000e+00
  %div.i = fdiv double %2, %mul.i
  %3 = tail call double @llvm.fma.f64(double %sub, double 0x3F9D78189767524E, double 0xBF8E7A24F548C99F)
  %4 = tail call double @llvm.fma.f64(double %3, double %sub, double 0x3F91D661531B222E)
  %5 = tail call double @llvm.fma.f64(double %4, double %sub, double 0x3F7653A8F8CFD43C)
  %6 = tail call double @llvm.fma.f64(double %5, double %sub, double 0x3F8524EA8B3AAD31)
  %7 = tail call double @llvm.fma.f64(double %6, double %sub, double 0x3F878246F32D075C)
  %8 = tail call double @llvm.fma.f64(double %7, double %sub, double 0x3F8C9CF3759FD8FF)
  %9 = tail call double @llvm.fma.f64(double %8, double %sub, double 0x3F91C4D343FA57F6)
  %10 = tail call double @llvm.fma.f64(double %9, double %sub, double 0x3F96E8BB1D89492B)
  %11 = tail call double @llvm.fma.f64(double %10, double %sub, double 0x3F9F1C71C1D4AA0D)
  %12 = tail call double @llvm.fma.f64(double %11, double %sub, double 0x3FA6DB6DB6E3292E)
  %13 = tail call double @llvm.fma.f64(double %12, double %sub, double 0x3FB3333333332EC4)
  %14 = tail call double @llvm.fma.f64(double %13, double %sub, double 0x3FC5555555555556)
  %cmp.i = fcmp oeq double %1, 0.000000e+00
  %cond.i = select i1 %cmp.i, double 0.000000e+00, double %div.i
  %mul.i59 = fmul double %sub, %14
  %15 = tail call double @llvm.fma.f64(double %1, double %mul.i59, double %cond.i)
  %mul10 = fmul double %1, -2.000000e+00
  %add.i = fadd double %mul10, 0x400921FB54442D18
  %sub.i = fadd double %add.i, 0xC00921FB54442D18
  %sub1.i = fsub double %mul10, %sub.i
  %cmp = fcmp ugt double %0, 5.000000e-01
  br i1 %cmp, label %cond.false, label %cond.true
cond.true:
  %fneg = fneg double %x
  %add.i53 = fsub double 0x3FF921FB54442D18, %x
  %sub.i54 = fadd double %add.i53, 0xBFF921FB54442D18
  %sub1.i55 = fsub double %fneg, %sub.i54
  %mul3 = fmul double %x, %x
  %16 = tail call double @llvm.fma.f64(double %mul3, double 0x3F9D78189767524E, double 0xBF8E7A24F548C99F)
  %17 = tail call double @llvm.fma.f64(double %16, double %mul3, double 0x3F91D661531B222E)
  %18 = tail call double @llvm.fma.f64(double %17, double %mul3, double 0x3F7653A8F8CFD43C)
  %19 = tail call double @llvm.fma.f64(double %18, double %mul3, double 0x3F8524EA8B3AAD31)
  %20 = tail call double @llvm.fma.f64(double %19, double %mul3, double 0x3F878246F32D075C)
  %21 = tail call double @llvm.fma.f64(double %20, double %mul3, double 0x3F8C9CF3759FD8FF)
  %22 = tail call double @llvm.fma.f64(double %21, double %mul3, double 0x3F91C4D343FA57F6)
  %23 = tail call double @llvm.fma.f64(double %22, double %mul3, double 0x3F96E8BB1D89492B)
  %24 = tail call double @llvm.fma.f64(double %23, double %mul3, double 0x3F9F1C71C1D4AA0D)
  %25 = tail call double @llvm.fma.f64(double %24, double %mul3, double 0x3FA6DB6DB6E3292E)
  %26 = tail call double @llvm.fma.f64(double %25, double %mul3, double 0x3FB3333333332EC4)
  %27 = tail call double @llvm.fma.f64(double %26, double %mul3, double 0x3FC5555555555556)
  %mul.i62 = fmul double %mul3, %27
  %mul5 = fmul double %0, %mul.i62
  %28 = tail call double @llvm.copysign.f64(double %mul5, double %x)
  %sub7 = fsub double 0x3C91A62633145C07, %28
  %add = fadd double %sub1.i55, %sub7
  %add8 = fadd double %add.i53, %add
  br label %cond.end26
cond.false:
  %cmp12 = fcmp ogt double %x, 0.000000e+00
  br i1 %cmp12, label %cond.true13, label %cond.false18
cond.true13:
  %add16 = fadd double %1, %15
  %mul17 = fmul double %add16, 2.000000e+00
  br label %cond.end26
cond.false18:
  %mul22 = fmul double %15, 2.000000e+00
  %sub23 = fsub double 0x3CA1A62633145C07, %mul22
  %add24 = fadd double %sub1.i, %sub23
  %add25 = fadd double %add.i, %add24
  br label %cond.end26
cond.end26:
  %cond27 = phi double [ %add8, %cond.true ], [ %mul17, %cond.true13 ], [ %add25, %cond.false18 ]
  %cmp28 = fcmp ogt double %0, 1.000000e+00
  %cmp31 = fcmp uno double %x, 0.000000e+00
  %cond35 = select i1 %cmp31, double %x, double %cond27
  %cond37 = select i1 %cmp28, double 0x7FF8000000000000, double %cond35
  ret double %cond37
}
define internal float @kp.sin.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.sin.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.cos.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.cos.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.tan.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.tan.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.sinpi.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.sinpi.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.cospi.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.cospi.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.asin.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.asin.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.acos.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.acos.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.atan.f32(float %x) {
entry:
  %conv = fpext float %x to double
  %call = tail call double @kp.atan.f64(double %conv)
  %conv1 = fptrunc double %call to float
  ret float %conv1
}
define internal float @kp.atan2.f32(float %y, float %x) {
entry:
  %conv = fpext float %y to double
  %conv1 = fpext float %x to double
  %call = tail call double @kp.atan2.f64(double %conv, double %conv1)
  %conv2 = fptrunc double %call to float
  ret float %conv2
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
declare i64 @llvm.ctlz.i64(i64, i1 immarg)
declare double @llvm.rint.f64(double)
declare double @llvm.copysign.f64(double, double)
declare double @llvm.fabs.f64(double)
declare double @llvm.sqrt.f64(double)
declare double @llvm.fma.f64(double, double, double)
declare i64 @llvm.fshl.i64(i64, i64, i64)
