// attention_more.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void causal_bias(const float *score, float *out, int n, float slope)
{
    int q = blockIdx.y;
    int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < n) {
        float chosen;
        if (k <= q) {
            chosen = score[q * n + k] - slope * (float)(q - k);
        } else {
            chosen = -1e+30f;
        }
        out[q * n + k] = chosen;
    }
}

__global__ void mix_values(const float *p, const float *v, float *out, int keys, int dim)
{
    int d = threadIdx.x;
    if (d < dim) {
        float sum = 0.0f;
        for (int k = 0; k < keys; k++) {
            sum += p[blockIdx.x * (unsigned int)keys + (unsigned int)k] * v[k * dim + d];
        }
        out[blockIdx.x * (unsigned int)dim + (unsigned int)d] = sum;
    }
}
