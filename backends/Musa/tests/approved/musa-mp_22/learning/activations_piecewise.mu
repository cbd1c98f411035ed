// activations_piecewise.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void hard_swish(const float *x, float *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = x[i] * fminf(fmaxf(x[i] + 3.0f, 0.0f), 6.0f) / 6.0f;
    }
}

__global__ void elu(const float *x, float *y, int n, float alpha)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        y[i] = v > 0.0f ? v : alpha * expm1f(v);
    }
}

__global__ void leaky_relu_2(const float *x, float *y, int n, float slope)
{
    int first = (blockIdx.x * blockDim.x + threadIdx.x) * 2u;
    float chosen;
    #pragma unroll
    for (int k = 0; k < 2; k++) {
        int i = first + k;
        if (i < n) {
            if (x[i] > 0.0f) {
                chosen = x[i];
            } else {
                chosen = slope * x[i];
            }
            y[i] = chosen;
        }
    }
}

__global__ void relu6_backward(const float *x, const float *dy, float *dx, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        bool both = x[i] > 0.0f;
        if (both) {
            both = x[i] < 6.0f;
        }
        float chosen;
        if (both) {
            chosen = dy[i];
        } else {
            chosen = 0.0f;
        }
        dx[i] = chosen;
    }
}
