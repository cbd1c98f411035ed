// separable_filter.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__constant__ float weight[3] = {0.25f, 0.5f, 0.25f};

__global__ void filter(const float *in, float *out, int n)
{
    __shared__ float tile[10][10];
    __shared__ float rows[10][8];
    int x0 = blockIdx.x * 8u - 1u;
    int y0 = blockIdx.y * 8u - 1u;
    for (int k = threadIdx.y * 8u + threadIdx.x; k < 100; k += 64) {
        int x = min(max(x0 + k % 10, 0), n - 1);
        int y = min(max(y0 + k / 10, 0), n - 1);
        tile[k / 10][k % 10] = in[y * n + x];
    }
    __syncthreads();
    for (int y_1 = threadIdx.y; y_1 < 10; y_1 += 8) {
        float s = 0.0f;
        #pragma unroll
        for (int k_1 = 0; k_1 < 3; k_1++) {
            s += weight[k_1] * tile[y_1][threadIdx.x + (unsigned int)k_1];
        }
        rows[y_1][threadIdx.x] = s;
    }
    __syncthreads();
    float s_1 = 0.0f;
    #pragma unroll
    for (int k_2 = 0; k_2 < 3; k_2++) {
        s_1 += weight[k_2] * rows[threadIdx.y + (unsigned int)k_2][threadIdx.x];
    }
    out[(blockIdx.y * 8u + threadIdx.y) * (unsigned int)n + blockIdx.x * 8u + threadIdx.x] = s_1;
}
