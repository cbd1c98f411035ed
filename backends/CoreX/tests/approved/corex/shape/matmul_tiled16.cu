// matmul_tiled16.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void matmul(const float *a, const float *b, float *c, int m, int n, int k)
{
    __shared__ float as[16][16];
    __shared__ float bs[16][16];
    int tx = threadIdx.x;
    int ty = threadIdx.y;
    int col = blockIdx.x * 16u + (unsigned int)tx;
    int row = blockIdx.y * 16u + (unsigned int)ty;
    float s = 0.0f;
    float chosen;
    float chosen_1;
    for (int k0 = 0; k0 < k; k0 += 16) {
        bool both = row < m;
        if (both) {
            both = k0 + tx < k;
        }
        if (both) {
            chosen = a[row * k + k0 + tx];
        } else {
            chosen = 0.0f;
        }
        as[ty][tx] = chosen;
        if (k0 + ty < k && col < n) {
            chosen_1 = b[(k0 + ty) * n + col];
        } else {
            chosen_1 = 0.0f;
        }
        bs[ty][tx] = chosen_1;
        __syncthreads();
        for (int i = 0; i < 16; i++) {
            s += as[ty][i] * bs[i][tx];
        }
        __syncthreads();
    }
    if (row < m && col < n) {
        c[row * n + col] = s;
    }
}
