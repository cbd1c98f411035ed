// softmax_rows.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void softmax(const float *in, float *out, int cols)
{
    __shared__ float part[2];
    const float *x = in + blockIdx.x * (unsigned int)cols;
    float *y = out + blockIdx.x * (unsigned int)cols;
    float m = -__int_as_float(0x7f800000);
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        m = fmaxf(m, x[c]);
    }
    for (int d = 16; d > 0; d /= 2) {
        float t = __shfl_xor_sync(0xffffffffu, m, d, 32);
        m = fmaxf(m, t);
    }
    if (threadIdx.x % 32u == 0u) {
        part[threadIdx.x / 32u] = m;
    }
    __syncthreads();
    m = fmaxf(part[0], part[1]);
    __syncthreads();
    float s = 0.0f;
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += blockDim.x) {
        s += expf(x[c_1] - m);
    }
    for (int d_1 = 16; d_1 > 0; d_1 /= 2) {
        float t_1 = __shfl_xor_sync(0xffffffffu, s, d_1, 32);
        s += t_1;
    }
    if (threadIdx.x % 32u == 0u) {
        part[threadIdx.x / 32u] = s;
    }
    __syncthreads();
    s = part[0] + part[1];
    for (int c_2 = threadIdx.x; c_2 < cols; c_2 += blockDim.x) {
        y[c_2] = expf(x[c_2] - m) / s;
    }
}
