// matmul_more.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void vector_matrix(const float *v, const float *m, float *out, int k, int n)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= n) {
        return;
    }
    float sum = 0.0f;
    for (int i = 0; i < k; i++) {
        sum += v[i] * m[i * n + c];
    }
    out[c] = sum;
}

__global__ void outer(const float *a, const float *b, float *out, int n)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < n) {
        out[blockIdx.y * (unsigned int)n + (unsigned int)c] = a[blockIdx.y] * b[c];
    }
}

__global__ void linear_relu(const float *x, const float *w, const float *bias, float *out, int k, int n)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < n) {
        float sum = bias[c];
        for (int i = 0; i < k; i++) {
            sum = fmaf(x[blockIdx.y * (unsigned int)k + (unsigned int)i], w[i * n + c], sum);
        }
        out[blockIdx.y * (unsigned int)n + (unsigned int)c] = fmaxf(sum, 0.0f);
    }
}
