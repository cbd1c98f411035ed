// layers.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void blend(hipTextureObject_t stack, const float *weights, float2 *out)
{
    float2 sum = make_float2(0.0f, 0.0f);
    for (int layer = 0; layer < 3; layer++) {
        float2 texel = tex2DLayered<float2>(stack, (float)threadIdx.x + 0.5f, (float)threadIdx.y + 0.5f, layer);
        float2 t = texel;
        sum.x += weights[layer] * t.x;
        sum.y += weights[layer] * t.y;
    }
    out[threadIdx.y * 2u + threadIdx.x] = sum;
}

__global__ __launch_bounds__(1024) void rows(hipTextureObject_t lines, unsigned int *out)
{
    int layer[4];
    layer[0] = 0;
    layer[1] = 1;
    layer[2] = 5;
    layer[3] = -1;
    unsigned char texel = tex1DLayered<unsigned char>(lines, (float)(threadIdx.x & 1u) + 0.5f, layer[threadIdx.x]);
    out[threadIdx.x] = texel;
}
