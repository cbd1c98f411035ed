// adamw.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void adamw(float *p, const float *g, float *m, float *v, float lr, float b1, float b2, float eps, float decay, float c1, float c2, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float d = g[i];
    m[i] = b1 * m[i] + (1.0f - b1) * d;
    v[i] = b2 * v[i] + (1.0f - b2) * d * d;
    float step = m[i] / c1 / (sqrtf(v[i] / c2) + eps);
    p[i] -= lr * (step + decay * p[i]);
}
