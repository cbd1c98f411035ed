// losses_more.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void log_softmax(const float *x, float *out, int cols)
{
    __shared__ float part[128];
    const float *row = x + blockIdx.x * (unsigned int)cols;
    float most = -3.4028235e+38f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        most = fmaxf(most, row[c]);
    }
    part[threadIdx.x] = most;
    __syncthreads();
    for (int s = blockDim.x / 2u; s > 0; s >>= 1u) {
        if (threadIdx.x < (unsigned int)s) {
            part[threadIdx.x] = fmaxf(part[threadIdx.x], part[threadIdx.x + (unsigned int)s]);
        }
        __syncthreads();
    }
    most = part[0];
    __syncthreads();
    float sum = 0.0f;
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += blockDim.x) {
        sum += expf(row[c_1] - most);
    }
    part[threadIdx.x] = sum;
    __syncthreads();
    for (int s_1 = blockDim.x / 2u; s_1 > 0; s_1 >>= 1u) {
        if (threadIdx.x < (unsigned int)s_1) {
            part[threadIdx.x] += part[threadIdx.x + (unsigned int)s_1];
        }
        __syncthreads();
    }
    float norm = most + logf(part[0]);
    for (int c_2 = threadIdx.x; c_2 < cols; c_2 += blockDim.x) {
        out[blockIdx.x * (unsigned int)cols + (unsigned int)c_2] = row[c_2] - norm;
    }
}

__global__ void kl_divergence(const float *log_p, const float *q, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float chosen;
        if (q[i] > 0.0f) {
            chosen = q[i] * (logf(q[i]) - log_p[i]);
        } else {
            chosen = 0.0f;
        }
        out[i] = chosen;
    }
}

__global__ void hinge(const float *score, const int *label, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float sign = label[i] == 1 ? 1.0f : -1.0f;
        out[i] = fmaxf(0.0f, 1.0f - sign * score[i]);
    }
}
