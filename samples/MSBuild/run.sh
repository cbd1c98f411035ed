#!/usr/bin/env bash
# CUDA files translated by an MSBuild package: the first build translates, the second has nothing to do, a changed header makes it stale, a broken file
# fails at its line and leaves the earlier output alone, and cleaning takes only what was made.
. "$(dirname "$0")/../packages.sh"

fail() { echo "$1"; cat "$clean/log"; exit 1; }
build() { dotnet build Kernels.csproj -c Release -nologo -v:n "$@" >"$clean/log" 2>&1; }
out=obj/Release/net10.0/kernelport

build || fail "the first build failed"
grep -q musaMalloc $out/musa/kernels/scale.mu || fail "no MUSA text"
grep -q hipMalloc $out/dcu/kernels/scale.hip || fail "no HIP text"
[ -e $out/cann-950/kernels/scale.asc ] || fail "no Ascend text"
dotnet bin/Release/net10.0/Kernels.dll | grep -q kernels/musa/scale.mu || fail "the translated files are no items"

build || fail "the second build failed"
grep -q 'Skipping target "KernelPortTranslateFiles"' log || fail "the second build translated again"
dotnet build Kernels.csproj -c Release -nologo -v:n -p:DesignTimeBuild=true >log 2>&1 || fail "the design-time build failed"
if grep -q 'KernelPortTranslateFiles' log; then fail "a design-time build translates"; fi

before=$(stat -c %y $out/musa/kernels/scale.mu)
sleep 1
sed -i 's/x \* factor/factor * x/' kernels/scale.cuh
build || fail "the build of a changed header failed"
grep -q 'factor \* x' $out/musa/kernels/scale.* || fail "the changed header was not translated"
[ "$before" = "$(stat -c %y $out/musa/kernels/scale.mu)" ] || fail "a file that stayed the same was written again"

cp kernels/scale.cu good.cu
sed -i 's/int i = .*/int i = ;/' kernels/scale.cu
if build -bl; then fail "a broken file did not fail the build"; fi
grep -q 'kernels/scale.cu(8,13): error KP' log || fail "the error has no place"
grep -q musaMalloc $out/musa/kernels/scale.mu || fail "a broken file took earlier output away"
cp good.cu kernels/scale.cu
touch kernels/scale.cu
build || fail "the mended build failed"

cp kernels/scale.cu kernels/other.cu
build || fail "the build with one more file failed"
[ -e $out/musa/kernels/other.mu ] || fail "the new file was not translated"
rm kernels/other.cu
build || fail "the build with one file less failed"
[ ! -e $out/musa/kernels/other.mu ] || fail "the output of a removed file stayed"

if build -p:KernelPortTool=/nowhere/kernelport -p:KernelPortState=obj/other/; then fail "a missing tool did not fail the build"; fi
grep -q 'error KP0302' log || fail "a missing tool has no message"

dotnet build Kernels.csproj -t:Clean -c Release -nologo >"$clean/log" 2>&1 || fail "clean failed"
[ ! -e $out/musa/kernels/scale.mu ] || fail "clean left the output"
echo done
