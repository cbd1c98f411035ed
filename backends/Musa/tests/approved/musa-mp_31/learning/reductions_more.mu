// reductions_more.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void row_norm(const float *x, float *out, int cols)
{
    __shared__ float part[128];
    float sum = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        float v = x[blockIdx.x * (unsigned int)cols + (unsigned int)c];
        sum += v * v;
    }
    part[threadIdx.x] = sum;
    __syncthreads();
    for (int s = blockDim.x / 2u; s > 0; s /= 2) {
        if (threadIdx.x < (unsigned int)s) {
            part[threadIdx.x] += part[threadIdx.x + (unsigned int)s];
        }
        __syncthreads();
    }
    if (threadIdx.x == 0u) {
        out[blockIdx.x] = sqrtf(part[0]);
    }
}

__global__ void column_mean(const float *x, float *out, int rows, int cols)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= cols) {
        return;
    }
    float sum = 0.0f;
    for (int r = 0; r < rows; r++) {
        sum += x[r * cols + c];
    }
    out[c] = sum / (float)rows;
}

__global__ void row_variance(const float *x, float *out, int cols)
{
    __shared__ float part[64];
    const float *row = x + blockIdx.x * (unsigned int)cols;
    float sum = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 64) {
        sum += row[c];
    }
    part[threadIdx.x] = sum;
    __syncthreads();
    for (int s = 32; s > 0; s >>= 1u) {
        if (threadIdx.x < (unsigned int)s) {
            part[threadIdx.x] += part[threadIdx.x + (unsigned int)s];
        }
        __syncthreads();
    }
    float mean = part[0] / (float)cols;
    __syncthreads();
    float squares = 0.0f;
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += 64) {
        squares += (row[c_1] - mean) * (row[c_1] - mean);
    }
    part[threadIdx.x] = squares;
    __syncthreads();
    for (int s_1 = 32; s_1 > 0; s_1 >>= 1u) {
        if (threadIdx.x < (unsigned int)s_1) {
            part[threadIdx.x] += part[threadIdx.x + (unsigned int)s_1];
        }
        __syncthreads();
    }
    if (threadIdx.x == 0u) {
        out[blockIdx.x] = part[0] / (float)(cols - 1);
    }
}
