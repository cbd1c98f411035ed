// layer_norm.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline float block_sum(float v, float *part)
{
    float v_1 = v;
    for (int d = 16; d > 0; d >>= 1u) {
        float t = __shfl_xor_sync(0xffffffffu, v_1, d, 32);
        v_1 += t;
    }
    if (threadIdx.x % 32u == 0u) {
        part[threadIdx.x / 32u] = v_1;
    }
    __syncthreads();
    v_1 = (*part) + part[1];
    __syncthreads();
    return v_1;
}

__global__ void layer_norm(const float *x, const float *gamma, const float *beta, float *y, float *mean, float *rstd, int cols)
{
    __shared__ float part[2];
    const float *row = x + blockIdx.x * (unsigned int)cols;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        s += row[c];
    }
    float block_sum_result = block_sum(s, part);
    float mu = block_sum_result / (float)cols;
    s = 0.0f;
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += blockDim.x) {
        float d = row[c_1] - mu;
        s += d * d;
    }
    float block_sum_result_1 = block_sum(s, part);
    float r = rsqrtf(block_sum_result_1 / (float)cols + 1e-05f);
    for (int c_2 = threadIdx.x; c_2 < cols; c_2 += blockDim.x) {
        y[blockIdx.x * (unsigned int)cols + (unsigned int)c_2] = (row[c_2] - mu) * r * gamma[c_2] + beta[c_2];
    }
    if (threadIdx.x == 0u) {
        mean[blockIdx.x] = mu;
        rstd[blockIdx.x] = r;
    }
}
