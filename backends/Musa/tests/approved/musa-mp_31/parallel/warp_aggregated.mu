// warp_aggregated.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void filter(const int *in, int *kept, int *n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int lane = threadIdx.x % 32u;
    bool wanted = in[i] % 9 == 0;
    unsigned long long t = __ballot_sync(0xffffffffu, wanted);
    unsigned int votes = t;
    int leader = __ffs(votes) - 1;
    int first = 0;
    if (lane == leader) {
        int old = atomicAdd(n, __popc(votes));
        first = old;
    }
    int t_1 = __shfl_sync(0xffffffffu, first, leader);
    first = t_1;
    if (wanted) {
        kept[first + __popc(votes & ((1u << (unsigned int)lane) - 1u))] = in[i];
    }
}
