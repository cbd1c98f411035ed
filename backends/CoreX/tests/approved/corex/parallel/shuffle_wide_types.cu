// shuffle_wide_types.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void widest(const double *d, const long long *l, double *od, long long *ol)
{
    double v = d[threadIdx.x];
    long long w = l[threadIdx.x];
    for (int k = 16; k > 0; k >>= 1u) {
        double t = __shfl_xor_sync(0xffffffffu, v, k, 32);
        v += t;
        long long t_1 = __shfl_down_sync(0xffffffffu, w, (unsigned int)k, 32);
        w += t_1;
    }
    if (threadIdx.x == 0u) {
        (*od) = v;
        (*ol) = w;
    }
}
