// any_all.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void votes(const int *x, int *out)
{
    int t = threadIdx.x;
    int w = t / 32;
    unsigned int bits = x[t] == 5 ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
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
    unsigned long long votes_1 = (unsigned long long)bits_5 & 4294967295ULL;
    int a = (int)(votes_1 != 0ULL);
    unsigned int bits_6 = !(x[t] < 32) ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
    unsigned int others_5 = __shfl_xor_sync(0xffffffffu, bits_6, 16, 32);
    unsigned int bits_7 = bits_6 | others_5;
    unsigned int others_6 = __shfl_xor_sync(0xffffffffu, bits_7, 8, 32);
    unsigned int bits_8 = bits_7 | others_6;
    unsigned int others_7 = __shfl_xor_sync(0xffffffffu, bits_8, 4, 32);
    unsigned int bits_9 = bits_8 | others_7;
    unsigned int others_8 = __shfl_xor_sync(0xffffffffu, bits_9, 2, 32);
    unsigned int bits_10 = bits_9 | others_8;
    unsigned int others_9 = __shfl_xor_sync(0xffffffffu, bits_10, 1, 32);
    unsigned int bits_11 = bits_10 | others_9;
    unsigned long long votes_2 = (unsigned long long)bits_11 & 4294967295ULL;
    int b = (int)(votes_2 == 0ULL);
    unsigned int bits_12 = x[t] < 1 ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
    unsigned int others_10 = __shfl_xor_sync(0xffffffffu, bits_12, 16, 32);
    unsigned int bits_13 = bits_12 | others_10;
    unsigned int others_11 = __shfl_xor_sync(0xffffffffu, bits_13, 8, 32);
    unsigned int bits_14 = bits_13 | others_11;
    unsigned int others_12 = __shfl_xor_sync(0xffffffffu, bits_14, 4, 32);
    unsigned int bits_15 = bits_14 | others_12;
    unsigned int others_13 = __shfl_xor_sync(0xffffffffu, bits_15, 2, 32);
    unsigned int bits_16 = bits_15 | others_13;
    unsigned int others_14 = __shfl_xor_sync(0xffffffffu, bits_16, 1, 32);
    unsigned int bits_17 = bits_16 | others_14;
    unsigned long long votes_3 = (unsigned long long)bits_17 & 4294967295ULL;
    int c = (int)(votes_3 != 0ULL);
    unsigned int bits_18 = !(x[t] > 63) ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
    unsigned int others_15 = __shfl_xor_sync(0xffffffffu, bits_18, 16, 32);
    unsigned int bits_19 = bits_18 | others_15;
    unsigned int others_16 = __shfl_xor_sync(0xffffffffu, bits_19, 8, 32);
    unsigned int bits_20 = bits_19 | others_16;
    unsigned int others_17 = __shfl_xor_sync(0xffffffffu, bits_20, 4, 32);
    unsigned int bits_21 = bits_20 | others_17;
    unsigned int others_18 = __shfl_xor_sync(0xffffffffu, bits_21, 2, 32);
    unsigned int bits_22 = bits_21 | others_18;
    unsigned int others_19 = __shfl_xor_sync(0xffffffffu, bits_22, 1, 32);
    unsigned int bits_23 = bits_22 | others_19;
    unsigned long long votes_4 = (unsigned long long)bits_23 & 4294967295ULL;
    int d = (int)(votes_4 == 0ULL);
    if (t % 32 == 0) {
        int *o = out + 4 * w;
        (*o) = a;
        o[1] = w != 0 ? __popc((unsigned int)b) + 1 : b;
        o[2] = c;
        o[3] = d;
    }
}
