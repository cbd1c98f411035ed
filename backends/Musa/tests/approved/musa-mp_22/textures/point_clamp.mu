// point_clamp.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void shift(musaTextureObject_t image, int dx, int dy, float *out)
{
    int x = threadIdx.x;
    int y = threadIdx.y;
    float texel = tex2D<float>(image, (float)(x + dx) + 0.5f, (float)(y + dy) + 0.5f);
    float texel_1;
    texel_1 = texel;
    out[(unsigned int)y * blockDim.x + (unsigned int)x] = texel_1;
}
