# nvcc as its manual has it; -fmad=false: the expected values were made without contraction.
"${NVCC:-nvcc}" -std=c++17 -O2 -fmad=false -arch="${CUDA_ARCH:-native}" {build}
