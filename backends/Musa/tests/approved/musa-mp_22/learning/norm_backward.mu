// norm_backward.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void layer_norm_backward(float *dx, float *dgamma, float *dbeta, const float *dy, const float *x, const float *gamma, const float *mean, const float *rstd, int c)
{
    int row = blockIdx.x;
    float m = mean[row];
    float r = rstd[row];
    float s1 = 0.0f;
    float s2 = 0.0f;
    for (int i = threadIdx.x; i < c; i += 32) {
        float norm = (x[row * c + i] - m) * r;
        float d = gamma[i] * dy[row * c + i];
        s1 += d;
        s2 += d * norm;
    }
    for (int o = 16; o > 0; o >>= 1u) {
        float t = __shfl_xor_sync(0xffffffffu, s1, o, (int)32u);
        s1 += t;
        float t_1 = __shfl_xor_sync(0xffffffffu, s2, o, (int)32u);
        s2 += t_1;
    }
    s1 /= (float)c;
    s2 /= (float)c;
    for (int i_1 = threadIdx.x; i_1 < c; i_1 += 32) {
        float norm_1 = (x[row * c + i_1] - m) * r;
        float g = dy[row * c + i_1];
        atomicAdd(dbeta + i_1, g);
        atomicAdd(dgamma + i_1, norm_1 * g);
        dx[row * c + i_1] = (gamma[i_1] * g - s1 - norm_1 * s2) * r;
    }
}

__global__ void rms_norm_backward(float *dx, float *dy, float *x, const float *weight, const float *rstd, int d)
{
    __shared__ float buffer[64];
    float *dx_1 = dx;
    float *dy_1 = dy;
    float *x_1 = x;
    int row = blockIdx.x;
    int t = threadIdx.x;
    dx_1 += row * d;
    dy_1 += row * d;
    x_1 += row * d;
    float s = 0.0f;
    for (int i = t; i < d; i += blockDim.x) {
        s += dy_1[i] * weight[i] * x_1[i];
    }
    buffer[t] = s;
    __syncthreads();
    for (int k = 32; k > 0; k >>= 1u) {
        if (t < k) {
            buffer[t] += buffer[t + k];
        }
        __syncthreads();
    }
    float r = rstd[row];
    float factor = buffer[0] * r * r * r / (float)d;
    for (int i_1 = t; i_1 < d; i_1 += blockDim.x) {
        dx_1[i_1] = dy_1[i_1] * weight[i_1] * r - x_1[i_1] * factor;
    }
}
