// ballot_compact.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void compact(const int *x, int *out, int *count)
{
    int v = x[threadIdx.x];
    int keep = v >= 0 && v % 2 == 0;
    unsigned long long t = __ballot_sync(0xffffffffu, keep != 0);
    unsigned int m = t;
    unsigned int before = m & ((1u << threadIdx.x) - 1u);
    if (keep != 0) {
        out[__popc(before)] = v;
    }
    if (threadIdx.x == 0u) {
        (*count) = __popc(m);
    }
}
