// bilinear_resize.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void resize(musaTextureObject_t image, float *out, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        float texel = tex2D<float>(image, ((float)x + 0.5f) / (float)width, ((float)y + 0.5f) / (float)height);
        out[y * width + x] = texel;
    }
}
