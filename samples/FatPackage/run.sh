#!/usr/bin/env bash
# One library with members for NVIDIA's driver, AMD's runtime, OpenCL and the CPU, and for MUSA and DCU as their compilers make them; run with each member that this machine has.
. "$(dirname "$0")/../packages.sh"
command -v g++ >/dev/null || { echo "not run, because g++ is not installed"; exit 0; }
install_tool
cp "$repository"/samples/TypedLauncher/{kernels.cu,factor.cuh} .
targets=cpu,opencl,musa,dcu
command -v clang-19 >/dev/null && command -v ld.lld-19 >/dev/null && targets=nvptx64:sm_80,amdgcn:gfx906,$targets
tools/kernelport translate kernels.cu --target $targets --block 128 --pack -o out --quiet
command -v hipcc >/dev/null && sh out/pack/build_dcu.sh
gcc -Wall -Werror -I out/pack main.c -L out/pack -lkernels_pack -Wl,-rpath,"$PWD/out/pack" -o program
expected="8128 24512 40896 57280 73664 90048 106432 122816 "

# By itself the CPU where no other machine is; a member whose machine is not here says so.
[ "$(./program)" = "$expected" ]
[ "$(KP_DEVICE=cpu ./program)" = "$expected" ]
for member in nvptx64 amdgcn musa dcu opencl; do
    if KP_DEVICE=$member ./program >answer; then
        [ "$(cat answer)" = "$expected" ]
        echo "the member $member ran"
    else
        grep -q 'failed: 16' answer
        echo "the member $member was not run, because its machine is not here: $(cat answer)"
    fi
done
echo done
