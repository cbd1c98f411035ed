// short_circuit.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int touch(int *hits, int v)
{
    atomicAdd(hits, 1);
    return v;
}

__global__ void guard(const int *x, int *hits, int *out)
{
    int v = x[threadIdx.x];
    bool even = v % 2 == 0;
    bool both = even;
    if (both) {
        int touch_result = touch(hits, v);
        both = touch_result > 1;
    }
    bool either = both;
    if (!either) {
        bool both_1 = v % 4 == 1;
        if (both_1) {
            touch(hits, 1);
            both_1 = v < 3;
        }
        either = both_1;
    }
    bool r = either || (!even && v == 5);
    out[threadIdx.x] = r || (v == 0 ? false : false);
}
