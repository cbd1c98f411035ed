// returns_behind_barrier.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void returns(const int *a, int *out, int n)
{
    __shared__ int s[64];
    s[threadIdx.x] = a[blockIdx.x * 64u + threadIdx.x];
    __syncthreads();
    int i = blockIdx.x * 64u + threadIdx.x;
    int v = s[63u - threadIdx.x];
    if (i < n) {
        if (v % 3 == 0) {
            out[i] = -1;
            return;
        }
        out[i] = v;
        if (v % 5 == 0) {
            return;
        }
        out[i] += 1000;
    } else {
        out[i] = 7;
    }
    out[i] *= 2;
}
