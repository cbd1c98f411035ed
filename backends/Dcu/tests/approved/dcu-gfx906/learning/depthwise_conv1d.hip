// depthwise_conv1d.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void depthwise_4(const float *__restrict__ x, const float *__restrict__ w, const float *bias, float *y, int n, int channels)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n * channels) {
        return;
    }
    int c = i / n;
    int t = i % n;
    float taps[4];
    #pragma unroll
    for (int k = 0; k < 4; k++) {
        taps[k] = w[c * 4 + k];
    }
    float sum = bias[c];
    #pragma unroll
    for (int k_1 = 0; k_1 < 4; k_1++) {
        int from = t + k_1 - (4 - 1);
        if (from >= 0) {
            sum += taps[k_1] * x[c * n + from];
        }
    }
    y[i] = sum;
}
