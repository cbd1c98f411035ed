// bilinear_resize.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void resize(hipTextureObject_t image, float *out, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        float texel = tex2D<float>(image, ((float)x + 0.5f) / (float)width, ((float)y + 0.5f) / (float)height);
        out[y * width + x] = texel;
    }
}
