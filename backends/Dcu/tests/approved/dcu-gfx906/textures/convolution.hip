// convolution.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void convolve_2(hipTextureObject_t image, const float *taps, float *out)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = threadIdx.y;
    float sum = 0.0f;
    #pragma unroll
    for (int k = -2; k <= 2; k++) {
        float texel = tex2D<float>(image, (float)(x + k) + 0.5f, (float)y + 0.5f);
        sum += texel * taps[2 + k];
    }
    out[y * 16 + x] = sum;
}
