// launch: reverse<<<2, 16>>>(in: int[128] = seq(1, 1), out: int[128])
// expect: out[0..4] = 64 63 62 61
// expect: out[60..68] = 4 3 2 1 128 127 126 125
// launch: fill<<<1, 4>>>(in: int[16] = seq(1, 1), out: int[16])
// expect: out = 1 2 0 0 5 6 0 0 9 10 0 0 13 14 0 0
// The pipeline's primitives: sixteen bytes at a time, and a tail of zeros.
#include <cuda_pipeline.h>

__global__ void reverse(const int *in, int *out)
{
    __shared__ __align__(16) int tile[64];
    int i = threadIdx.x, base = blockIdx.x * 64;
    __pipeline_memcpy_async(&tile[4 * i], &in[base + 4 * i], 16);
    __pipeline_commit();
    __pipeline_wait_prior(0);
    __syncthreads();
    for (int k = i; k < 64; k += blockDim.x) out[base + k] = tile[63 - k];
}

__global__ void fill(const int *in, int *out)
{
    __shared__ __align__(16) int tile[16];
    int i = threadIdx.x;
    __pipeline_memcpy_async(&tile[4 * i], &in[4 * i], 16, 8);
    __pipeline_commit();
    __pipeline_wait_prior(0);
    for (int k = 0; k < 4; ++k) out[4 * i + k] = tile[4 * i + k];
}
