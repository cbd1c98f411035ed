// warp_aggregated.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void filter(const int *in, int *kept, int *n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int lane = threadIdx.x % 32u;
    bool wanted = in[i] % 9 == 0;
    unsigned long long ballot = __ballot(wanted);
    unsigned int votes = ((ballot >> ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 32u)) & 4294967295ULL) & 4294967295ULL;
    int leader = __ffs(votes) - 1;
    int first = 0;
    if (lane == leader) {
        int old = atomicAdd(n, __popc(votes));
        first = old;
    }
    int t = __shfl(first, leader, (int)32u);
    first = t;
    if (wanted) {
        kept[first + __popc(votes & ((1u << (unsigned int)lane) - 1u))] = in[i];
    }
}
