#!/usr/bin/env bash
# run.sh [-c] [-t THREADS] [-s S|L] [-k KERNELS] [-r ROUNDS] [-m MS] [-n LAUNCHES] [NAME=COMMAND...]: the llvm engine (with -c the csharp engine too) against hand-written OpenMP (and
# PoCL where it is installed), interleaved case by case. With one thread (the default) times are the process's CPU time, so that a busy machine
# does little harm. Prints a table, with the time of an empty launch and how much of the machine's peaks is reached (measured before and after, with one thread);
# the plot is ratios-SIZE-THREADS.svg in $BUILD. KP_VECTOR_BITS=256 takes AVX-512 away from all of them but PoCL.
set -eu
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
BUILD="${BUILD:-${TMPDIR:-/tmp}/kernelport-bench/cpu}"
t=1 s=S k=() r=5 m=20 n=1 c=0
while getopts ct:s:k:r:m:n: o; do
    case $o in c) c=1 ;; t) t=$OPTARG ;; s) s=$OPTARG ;; k) k=(-k "$OPTARG") ;; r) r=$OPTARG ;; m) m=$OPTARG ;; n) n=$OPTARG ;; *) exit 2 ;; esac
done
shift $((OPTIND - 1))
if [ "${KP_VECTOR_BITS:-}" = 256 ]; then
    BUILD="$BUILD-256"
    export ARCH="-march=native -mno-avx512f"
fi
make -s -C native BUILD="$BUILD"
[ -n "${NO_BUILD:-}" ] || dotnet build Contestant.csproj -c Release -v q -nologo
[ "$t" = 1 ] && export BENCH_CLOCK=cpu
export OMP_NUM_THREADS=$t KMP_BLOCKTIME=2 POCL_MAX_PTHREAD_COUNT=$t POCL_CPU_MAX_CU_COUNT=$t KP_THREADS=$t
contestant="${CONTESTANT:-../../artifacts/bin/Contestant/release/contestant}"
all=(omp="$BUILD/omp" ompfast="$BUILD/ompfast" ompgcc="$BUILD/ompgcc" llvm="$contestant $BUILD/libcases.so kernels")
[ "$c" = 1 ] && all+=(csharp="$contestant $BUILD/libcases.so kernels csharp")
[ -x "$BUILD/ocl" ] && all+=(pocl="$BUILD/ocl opencl")
before=$("$BUILD/peaks" "$s")
"$BUILD/drive" -r "$r" -m "$m" -n "$n" -s "$s" ${k[@]+"${k[@]}"} -o "$BUILD/raw-$s-$t.tsv" "${all[@]}" "$@"
# The contestant may stand behind other words.
$contestant table "$BUILD/raw-$s-$t.tsv" "$BUILD/ratios-$s-$t.svg" "$before" "$("$BUILD/peaks" "$s")"
