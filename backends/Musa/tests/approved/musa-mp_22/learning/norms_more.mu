// norms_more.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline float block_sum(float v, float *part)
{
    part[threadIdx.x] = v;
    __syncthreads();
    for (int s = blockDim.x / 2u; s > 0; s >>= 1u) {
        if (threadIdx.x < (unsigned int)s) {
            part[threadIdx.x] += part[threadIdx.x + (unsigned int)s];
        }
        __syncthreads();
    }
    float all = (*part);
    __syncthreads();
    return all;
}

__global__ void instance_norm(const float *x, float *out, int plane, float eps)
{
    __shared__ float part[128];
    const float *in = x + blockIdx.x * (unsigned int)plane;
    float sum = 0.0f;
    float squares = 0.0f;
    for (int i = threadIdx.x; i < plane; i += blockDim.x) {
        sum += in[i];
        squares += in[i] * in[i];
    }
    float block_sum_result = block_sum(sum, part);
    float mean = block_sum_result / (float)plane;
    float block_sum_result_1 = block_sum(squares, part);
    float variance = block_sum_result_1 / (float)plane - mean * mean;
    float scale = rsqrtf(variance + eps);
    for (int i_1 = threadIdx.x; i_1 < plane; i_1 += blockDim.x) {
        out[blockIdx.x * (unsigned int)plane + (unsigned int)i_1] = (in[i_1] - mean) * scale;
    }
}

__global__ void weight_norm(const float *v, const float *g, float *out, int cols)
{
    __shared__ float part[64];
    int base = blockIdx.x * (unsigned int)cols;
    float squares = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        squares += v[base + c] * v[base + c];
    }
    float t = g[blockIdx.x];
    float block_sum_result = block_sum(squares, part);
    float scale = t / sqrtf(block_sum_result);
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += blockDim.x) {
        out[base + c_1] = v[base + c_1] * scale;
    }
}

__global__ void l2_normalise(const float *__restrict__ x, float *__restrict__ out, int cols)
{
    __shared__ float part[256];
    float squares = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        squares = fmaf(x[blockIdx.x * (unsigned int)cols + (unsigned int)c], x[blockIdx.x * (unsigned int)cols + (unsigned int)c], squares);
    }
    float block_sum_result = block_sum(squares, part);
    float norm = fmaxf(sqrtf(block_sum_result), 1e-12f);
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += blockDim.x) {
        out[blockIdx.x * (unsigned int)cols + (unsigned int)c_1] = x[blockIdx.x * (unsigned int)cols + (unsigned int)c_1] / norm;
    }
}
