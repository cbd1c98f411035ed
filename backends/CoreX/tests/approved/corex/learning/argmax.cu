// argmax.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void argmax(const float *x, int *out, float *best, int n)
{
    __shared__ float v[64];
    __shared__ int at[64];
    int t = threadIdx.x;
    v[t] = -__int_as_float(0x7f800000);
    at[t] = -1;
    for (int i = t; i < n; i += 64) {
        if (x[i] > v[t]) {
            v[t] = x[i];
            at[t] = i;
        }
    }
    __syncthreads();
    for (int d = 32; d > 0; d /= 2) {
        if (t < d) {
            bool either = v[t + d] > v[t];
            if (!either) {
                bool both = v[t + d] == v[t];
                if (both) {
                    both = at[t + d] < at[t];
                }
                either = both;
            }
            if (either) {
                v[t] = v[t + d];
                at[t] = at[t + d];
            }
        }
        __syncthreads();
    }
    if (t == 0) {
        (*out) = at[0];
        (*best) = v[0];
    }
}
