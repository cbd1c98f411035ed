// The qualifiers every CUDA dialect has (simt-dialects 1: the kernel language is kept almost verbatim).
#pragma once
#define __global__
#define __device__
#define __host__
#define __constant__
#define __managed__
#define __shared__ KP_SHARED_VARIABLE
#define __forceinline__ inline __attribute__((always_inline))
#define KP_NOINLINE __attribute__((noinline))
#define __launch_bounds__(...)
#define __align__(n) __attribute__((aligned(n)))
#define __grid_constant__
