// row_softmax.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void row_softmax(const float *in, float *out, int cols)
{
    __shared__ float part[128];
    int t = threadIdx.x;
    const float *x = in + blockIdx.x * (unsigned int)cols;
    float *y = out + blockIdx.x * (unsigned int)cols;
    float m = -__int_as_float(0x7f800000);
    for (int c = t; c < cols; c += blockDim.x) {
        m = fmaxf(m, x[c]);
    }
    part[t] = m;
    __syncthreads();
    for (int d = 64; d > 0; d /= 2) {
        if (t < d) {
            part[t] = fmaxf(part[t], part[t + d]);
        }
        __syncthreads();
    }
    m = part[0];
    __syncthreads();
    float s = 0.0f;
    for (int c_1 = t; c_1 < cols; c_1 += blockDim.x) {
        s += expf(x[c_1] - m);
    }
    part[t] = s;
    __syncthreads();
    for (int d_1 = 64; d_1 > 0; d_1 /= 2) {
        if (t < d_1) {
            part[t] += part[t + d_1];
        }
        __syncthreads();
    }
    s = part[0];
    for (int c_2 = t; c_2 < cols; c_2 += blockDim.x) {
        y[c_2] = expf(x[c_2] - m) / s;
    }
}
