// shuffle_wide_types.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void widest(const double *d, const long long *l, double *od, long long *ol)
{
    double v = d[threadIdx.x];
    long long w = l[threadIdx.x];
    for (int k = 16; k > 0; k >>= 1u) {
        double t = __shfl_xor(v, k, 32);
        v += t;
        long long t_1 = __shfl_down(w, (unsigned int)k, 32);
        w += t_1;
    }
    if (threadIdx.x == 0u) {
        (*od) = v;
        (*ol) = w;
    }
}
