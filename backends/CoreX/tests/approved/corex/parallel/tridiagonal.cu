// tridiagonal.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void solve(const float *right, float *x)
{
    __shared__ float a[8];
    __shared__ float b[8];
    __shared__ float c[8];
    __shared__ float d[8];
    int i = threadIdx.x;
    a[i] = i > 0 ? -1.0f : 0.0f;
    b[i] = 2.0f;
    c[i] = i < 7 ? -1.0f : 0.0f;
    d[i] = right[i];
    __syncthreads();
    float chosen;
    float chosen_1;
    float chosen_2;
    float chosen_3;
    float chosen_4;
    float chosen_5;
    float chosen_6;
    float chosen_7;
    for (int step = 1; step < 8; step *= 2) {
        if (i - step >= 0) {
            chosen = a[i] / b[i - step];
        } else {
            chosen = 0.0f;
        }
        float lower = chosen;
        if (i + step < 8) {
            chosen_1 = c[i] / b[i + step];
        } else {
            chosen_1 = 0.0f;
        }
        float upper = chosen_1;
        if (i - step >= 0) {
            chosen_2 = -a[i - step] * lower;
        } else {
            chosen_2 = 0.0f;
        }
        float na = chosen_2;
        if (i + step < 8) {
            chosen_3 = -c[i + step] * upper;
        } else {
            chosen_3 = 0.0f;
        }
        float nc = chosen_3;
        if (i - step >= 0) {
            chosen_4 = c[i - step] * lower;
        } else {
            chosen_4 = 0.0f;
        }
        if (i + step < 8) {
            chosen_5 = a[i + step] * upper;
        } else {
            chosen_5 = 0.0f;
        }
        float nb = b[i] - chosen_4 - chosen_5;
        if (i - step >= 0) {
            chosen_6 = d[i - step] * lower;
        } else {
            chosen_6 = 0.0f;
        }
        if (i + step < 8) {
            chosen_7 = d[i + step] * upper;
        } else {
            chosen_7 = 0.0f;
        }
        float nd = d[i] - chosen_6 - chosen_7;
        __syncthreads();
        a[i] = na;
        b[i] = nb;
        c[i] = nc;
        d[i] = nd;
        __syncthreads();
    }
    x[i] = rintf(1024.0f * d[i] / b[i]) / 1024.0f;
}
