// warp_aggregated.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void filter(const int *in, int *kept, int *n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int lane = threadIdx.x % 32u;
    bool wanted = in[i] % 9 == 0;
    unsigned int bits = wanted ? 1u << ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 31u) : 0u;
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
    unsigned int votes = (unsigned long long)bits_5 & 4294967295ULL;
    int leader = __ffs(votes) - 1;
    int first = 0;
    if (lane == leader) {
        int old = atomicAdd(n, __popc(votes));
        first = old;
    }
    int t = __shfl_sync(0xffffffffu, first, leader, (int)32u);
    first = t;
    if (wanted) {
        kept[first + __popc(votes & ((1u << (unsigned int)lane) - 1u))] = in[i];
    }
}
