#!/bin/sh
# Writes the .ll files anew, of which the emitter appends what is called to modules. The text is nobody's machine's: plain instructions and LLVM's own functions.
set -e
cd "$(dirname "$0")"
for name in exponential trigonometry hyperbolic remainder directed words; do
    {
        echo "; $name.c through clang 19; generate.sh writes it."
        clang-19 --target=nvptx64-nvidia-cuda -x c -std=c2x -O2 -ffreestanding -fno-builtin -ffp-contract=off -fno-math-errno -fno-vectorize -fno-slp-vectorize -fno-unroll-loops \
            -fno-discard-value-names -mllvm -switch-to-lookup=false -S -emit-llvm -o - $name.c |
            sed -E '/^(target|source_filename|attributes|!|;|$)/d; s/ #[0-9]+//g; s/, !tbaa ![0-9]+//; s/, !llvm.loop ![0-9]+//; s/ (fastcc|noundef|local_unnamed_addr|unnamed_addr|nofpclass\([a-z ]*\)|range\([^)]*\)|dso_local|noinline|mustprogress|signext|zeroext)//g; s/; preds =.*//; s/^define (internal )?/define internal /
                s/@kp_convert_(r[zud])_(f32|f64)_/@kp.convert_\1.\2./g; s/@kp_([a-z0-9_]*)_(f32|f64|i32|u32)/@kp.\1.\2/g; s/@kp_/@kp./g; s/ +$//'
    } > $name.ll
done
