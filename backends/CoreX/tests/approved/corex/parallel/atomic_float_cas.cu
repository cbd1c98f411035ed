// atomic_float_cas.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline void atomic_max_float(float *p, float v)
{
    int *as_int = (int *)p;
    int old = (*as_int);
    while (__int_as_float(old) < v) {
        int seen = old;
        int old_1 = atomicCAS(as_int, seen, __float_as_int(v));
        old = old_1;
        if (old == seen) {
            break;
        }
    }
}

__global__ void longest(const float *x, float *best, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        atomic_max_float(best, x[i]);
    }
}
