// staged_transposed.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void staged_transposed(const int *in, int *out, int gap)
{
    __shared__ int tile[16][64];
    __shared__ int other[16][48];
    int t = threadIdx.y * 16u + threadIdx.x;
    for (int e = t; e < 1024; e += 256) {
        tile[e % 16][e / 16] = in[blockIdx.x * 1024u + (unsigned int)e];
    }
    for (int e_1 = t; e_1 < 256; e_1 += 256) {
        other[e_1 % 16][(15 - e_1 / 16) * gap] = in[blockIdx.x * 1024u + (unsigned int)e_1] * 3;
    }
    __syncthreads();
    for (int e_2 = t; e_2 < 1024; e_2 += 256) {
        out[blockIdx.x * 2048u + (unsigned int)e_2] = tile[e_2 / 64][e_2 % 64];
    }
    out[blockIdx.x * 2048u + 1024u + (unsigned int)t] = other[threadIdx.y][threadIdx.x * (unsigned int)gap];
    out[blockIdx.x * 2048u + 1280u + threadIdx.x * 32u + threadIdx.y * (unsigned int)gap] = t;
}
