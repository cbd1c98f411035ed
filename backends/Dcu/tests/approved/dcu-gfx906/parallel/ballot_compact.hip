// ballot_compact.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void compact(const int *x, int *out, int *count)
{
    int v = x[threadIdx.x];
    int keep = v >= 0 && v % 2 == 0;
    unsigned long long ballot = __ballot(keep != 0);
    unsigned int m = ((ballot >> ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) & 32u)) & 4294967295ULL) & 4294967295ULL;
    unsigned int before = m & ((1u << threadIdx.x) - 1u);
    if (keep != 0) {
        out[__popc(before)] = v;
    }
    if (threadIdx.x == 0u) {
        (*count) = __popc(m);
    }
}
