// matmul_naive.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void matmul(const float *a, const float *b, float *c, int m, int n, int k)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= n || y >= m) {
        return;
    }
    float s = 0.0f;
    for (int i = 0; i < k; i++) {
        s += a[y * k + i] * b[i * n + x];
    }
    c[y * n + x] = s;
}
