// atomic_narrow_indices.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void bins_by_narrow_numbers(const unsigned char *bytes, const signed char *chars, const unsigned short *words, const short *shorts, int n, unsigned int *out)
{
    __shared__ unsigned int bins[1024];
    for (int i = threadIdx.x; i < 1024; i += blockDim.x) {
        bins[i] = 0u;
    }
    __syncthreads();
    for (int i_1 = blockIdx.x * blockDim.x + threadIdx.x; i_1 < n; i_1 += gridDim.x * blockDim.x) {
        atomicAdd(&bins[bytes[i_1]], 1u);
        atomicAdd(&bins[384 + (int)chars[i_1]], (unsigned int)i_1);
        atomicAdd(&bins[512 + ((int)words[i_1] & 255)], 3u);
        atomicAdd(&bins[896 + ((int)shorts[i_1] >> 8u)], 1u);
    }
    __syncthreads();
    for (int i_2 = threadIdx.x; i_2 < 1024; i_2 += blockDim.x) {
        atomicAdd(out + i_2, bins[i_2]);
    }
}
