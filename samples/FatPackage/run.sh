#!/usr/bin/env bash
# One library with members for NVIDIA's driver, AMD's runtime, OpenCL and the CPU, run with each member that this machine has.
set -eu
cd "$(dirname "$0")/../.."
kernelport=$PWD/artifacts/bin/KernelPort.Cli/release/kernelport
[ -x "$kernelport" ] || dotnet build src/KernelPort.Cli -c Release -v q -nologo
command -v g++ >/dev/null || { echo "not run, because g++ is not installed"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
targets=cpu,opencl
command -v clang-19 >/dev/null && command -v ld.lld-19 >/dev/null && targets=nvptx64:sm_80,amdgcn:gfx906,$targets
"$kernelport" translate samples/FatPackage/kernels.cu --target $targets --block 128 --pack -o "$work" --quiet
gcc -Wall -Werror -I "$work/pack" samples/FatPackage/main.c -L "$work/pack" -lkernels_pack -Wl,-rpath,"$work/pack" -o "$work/main"
expected="8128 24512 40896 57280 73664 90048 106432 122816 "
# By itself the CPU where no other machine is; the members that are not here say so.
[ "$("$work/main")" = "$expected" ]
[ "$(KP_DEVICE=cpu "$work/main")" = "$expected" ]
KP_DEVICE=nvptx64 "$work/main" >"$work/out" && [ "$(cat "$work/out")" = "$expected" ] || grep -q 'failed: 16' "$work/out"
KP_DEVICE=amdgcn "$work/main" >"$work/out" && [ "$(cat "$work/out")" = "$expected" ] || grep -q 'failed: 16' "$work/out"
if KP_DEVICE=opencl "$work/main" >"$work/out"; then
    [ "$(cat "$work/out")" = "$expected" ]
    echo "the OpenCL member ran too"
else
    grep -q 'failed: 16' "$work/out"
    echo "the OpenCL member was not run, because there is no OpenCL device: $(cat "$work/out")"
fi
echo done
