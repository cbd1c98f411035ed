#!/usr/bin/env bash
# A CMake project whose CUDA file is migrated to HIP and compiled by the real hipcc, with Ninja and with Make: a changed header makes it stale, a second
# build has nothing to do, a broken file fails at its line and leaves the earlier output alone.
. "$(dirname "$0")/../packages.sh"
for tool in cmake ninja make hipcc; do
    command -v $tool >/dev/null || { echo "not run, because $tool is not installed"; exit 0; }
done

install_tool
fail() { echo "$1"; cat "$clean/log"; exit 1; }
for generator in Ninja "Unix Makefiles"; do
    rm -rf build
    cp "$sample/factor.cuh" .
    cmake -S . -B build -G "$generator" -DCMAKE_CXX_COMPILER=hipcc -DKernelPort_DIR="$(tools/kernelport cmake)" >log 2>&1 || fail "CMake failed"
    cmake --build build >log 2>&1 || fail "the build failed with $generator"
    grep -q hipMalloc build/kernelport/kernels/dcu/scale.hip || fail "no HIP text"
    grep -q musaMalloc build/kernelport/kernels/musa/scale.mu || fail "no MUSA text"
    nm build/libscale.a | grep -q scale_on_device || fail "the library lacks its function"

    cmake --build build >log 2>&1 || fail "the second build failed"
    if grep -q Translating log; then fail "the second build translated again with $generator"; fi
    sleep 1
    echo '#define FACTOR 3.0f' >factor.cuh
    cmake --build build >log 2>&1 || fail "the build of a changed header failed"
    grep -q Translating log || fail "a changed header was not seen with $generator"
    grep -q 'Building CXX object' log || fail "what includes a changed header was not compiled again with $generator"

    cp scale.cu good.cu
    sed -i 's/int i = .*/int i = ;/' scale.cu
    if cmake --build build >log 2>&1; then fail "a broken file did not fail the build"; fi
    grep -q 'scale.cu(7,13): error KP' log || fail "the error has no place"
    grep -q hipMalloc build/kernelport/kernels/dcu/scale.hip || fail "a broken file took earlier output away"
    cp good.cu scale.cu
done
if cmake -S . -B other -DCMAKE_CXX_COMPILER=hipcc -DKernelPort_DIR="$(tools/kernelport cmake)" -DKernelPort_EXECUTABLE=/nowhere/kernelport >log 2>&1; then fail "a missing tool was not noticed"; fi
grep -q 'dotnet tool install KernelPort' log || fail "a missing tool has no message"
echo done
