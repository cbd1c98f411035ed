// softmax_variants.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void log_softmax(const float *x, float *y, int cols)
{
    __shared__ float scratch[64];
    const float *in = x + blockIdx.x * (unsigned int)cols;
    int t = threadIdx.x;
    float m = -3.4028235e+38f;
    for (int i = t; i < cols; i += blockDim.x) {
        m = fmaxf(m, in[i]);
    }
    scratch[t] = m;
    __syncthreads();
    for (int s = 32; s > 0; s >>= 1u) {
        if (t < s) {
            scratch[t] = fmaxf(scratch[t], scratch[t + s]);
        }
        __syncthreads();
    }
    m = scratch[0];
    __syncthreads();
    float sum = 0.0f;
    for (int i_1 = t; i_1 < cols; i_1 += blockDim.x) {
        sum += expf(in[i_1] - m);
    }
    scratch[t] = sum;
    __syncthreads();
    for (int s_1 = 32; s_1 > 0; s_1 >>= 1u) {
        if (t < s_1) {
            scratch[t] += scratch[t + s_1];
        }
        __syncthreads();
    }
    float lse = logf(scratch[0]) + m;
    for (int i_2 = t; i_2 < cols; i_2 += blockDim.x) {
        y[blockIdx.x * (unsigned int)cols + (unsigned int)i_2] = in[i_2] - lse;
    }
}

__global__ void softmax_causal(const float *s, float *p, int t, float scale)
{
    int q = blockIdx.x;
    int head = blockIdx.y;
    int k = threadIdx.x;
    const float *row = s + (head * t + q) * t;
    float chosen;
    if (k <= q) {
        chosen = row[k] * scale;
    } else {
        chosen = -__int_as_float(0x7f800000);
    }
    float v = chosen;
    float m = v;
    for (int o = 16; o > 0; o >>= 1u) {
        float t_1 = __shfl_xor_sync(0xffffffffu, m, o);
        m = fmaxf(m, t_1);
    }
    float chosen_1;
    if (k <= q) {
        chosen_1 = expf(v - m);
    } else {
        chosen_1 = 0.0f;
    }
    float e = chosen_1;
    float sum = e;
    for (int o_1 = 16; o_1 > 0; o_1 >>= 1u) {
        float t_2 = __shfl_xor_sync(0xffffffffu, sum, o_1);
        sum += t_2;
    }
    if (k < t) {
        p[(head * t + q) * t + k] = e / sum;
    }
}

__global__ void softmax_backward(float *dx, const float *dy, const float *y, int d)
{
    float s = 0.0f;
    for (int i = threadIdx.x; i < d; i += blockDim.x) {
        s += dy[blockIdx.x * (unsigned int)d + (unsigned int)i] * y[blockIdx.x * (unsigned int)d + (unsigned int)i];
    }
    for (int o = 16; o > 0; o >>= 1u) {
        float t = __shfl_xor_sync(0xffffffffu, s, o);
        s += t;
    }
    for (int i_1 = threadIdx.x; i_1 < d; i_1 += blockDim.x) {
        int at = blockIdx.x * (unsigned int)d + (unsigned int)i_1;
        dx[at] = (dy[at] - s) * y[at];
    }
}

__global__ void softmax_small(const float *x, float *y, int rows)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) {
        return;
    }
    float m = -__int_as_float(0x7f800000);
    float s = 0.0f;
    float v[5];
    for (int i = 0; i < 5; i++) {
        v[i] = x[r * 5 + i];
        m = fmaxf(m, v[i]);
    }
    for (int i_1 = 0; i_1 < 5; i_1++) {
        v[i_1] = expf(v[i_1] - m);
        s += v[i_1];
    }
    for (int i_2 = 0; i_2 < 5; i_2++) {
        y[r * 5 + i_2] = v[i_2] / s;
    }
}
