// ballot_compact.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void compact(const int *x, int *out, int *count)
{
    int v = x[threadIdx.x];
    int keep = v >= 0 && v % 2 == 0;
    unsigned int bits = keep != 0 ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
    unsigned int others = __shfl_xor_sync(0xffffffffu, bits, 16, 32);
    unsigned int bits_1 = bits | others;
    unsigned int others_1 = __shfl_xor_sync(0xffffffffu, bits_1, 8, 32);
    unsigned int bits_2 = bits_1 | others_1;
    unsigned int others_2 = __shfl_xor_sync(0xffffffffu, bits_2, 4, 32);
    unsigned int bits_3 = bits_2 | others_2;
    unsigned int others_3 = __shfl_xor_sync(0xffffffffu, bits_3, 2, 32);
    unsigned int bits_4 = bits_3 | others_3;
    unsigned int others_4 = __shfl_xor_sync(0xffffffffu, bits_4, 1, 32);
    unsigned int bits_5 = bits_4 | others_4;
    unsigned int m = (unsigned long long)bits_5 & 4294967295ULL;
    unsigned int before = m & ((1u << threadIdx.x) - 1u);
    if (keep != 0) {
        out[__popc(before)] = v;
    }
    if (threadIdx.x == 0u) {
        (*count) = __popc(m);
    }
}
