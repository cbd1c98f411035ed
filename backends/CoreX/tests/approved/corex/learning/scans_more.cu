// scans_more.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void exclusive_scan(const int *x, int *out, int n)
{
    __shared__ int a[128];
    __shared__ int b[128];
    int t = threadIdx.x;
    int i = blockIdx.x * 128u + (unsigned int)t;
    int chosen;
    if (i < n) {
        chosen = x[i];
    } else {
        chosen = 0;
    }
    a[t] = chosen;
    __syncthreads();
    int *from = a;
    int *to = b;
    int chosen_1;
    for (int d = 1; d < 128; d *= 2) {
        if (t >= d) {
            chosen_1 = from[t - d];
        } else {
            chosen_1 = 0;
        }
        to[t] = from[t] + chosen_1;
        __syncthreads();
        int *other = from;
        from = to;
        to = other;
    }
    if (i < n) {
        int chosen_2;
        if (t > 0) {
            chosen_2 = from[t - 1];
        } else {
            chosen_2 = 0;
        }
        out[i] = chosen_2;
    }
}

__global__ void sort_rows(const float *x, float *out)
{
    __shared__ float s[64];
    int t = threadIdx.x;
    s[t] = x[blockIdx.x * 64u + (unsigned int)t];
    __syncthreads();
    for (int size = 2; size <= 64; size *= 2) {
        for (int d = size / 2; d > 0; d /= 2) {
            int other = t ^ d;
            float mine = s[t];
            float theirs = s[other];
            bool up = (t & size) == 0;
            __syncthreads();
            s[t] = (int)(t < other) == (int)up ? fminf(mine, theirs) : fmaxf(mine, theirs);
            __syncthreads();
        }
    }
    out[blockIdx.x * 64u + (unsigned int)t] = s[t];
}
