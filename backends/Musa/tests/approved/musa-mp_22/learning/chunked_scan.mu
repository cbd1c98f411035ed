// chunked_scan.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void selective_scan(const float *a, const float *b, float *h, int n)
{
    float state = 0.0f;
    for (int t = 0; t < n; t++) {
        int i = blockIdx.x * (unsigned int)n + (unsigned int)t;
        state = a[i] * state + b[i];
        h[i] = state;
    }
}

__global__ void combined(const float *a, const float *b, float *h)
{
    __shared__ float2 pair[4];
    int t = threadIdx.x;
    int i = blockIdx.x * blockDim.x + (unsigned int)t;
    float2 mine = make_float2(a[i], b[i]);
    for (int d = 1; d < (int)blockDim.x; d *= 2) {
        pair[t] = mine;
        __syncthreads();
        if (t >= d) {
            float2 before = pair[t - d];
            mine = make_float2(mine.x * before.x, mine.x * before.y + mine.y);
        }
        __syncthreads();
    }
    h[i] = mine.y;
}
