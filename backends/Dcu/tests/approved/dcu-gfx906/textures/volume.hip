// volume.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void slice(hipTextureObject_t volume, float z, float *out)
{
    float texel = tex3D<float>(volume, (float)threadIdx.x + 0.5f, (float)threadIdx.y + 0.5f, z + 0.5f);
    out[threadIdx.y * 4u + threadIdx.x] = texel;
}

__global__ __launch_bounds__(1024) void trace(hipTextureObject_t volume, float *out)
{
    float t = (float)threadIdx.x * 0.5f;
    float texel = tex3D<float>(volume, t, t, t);
    out[threadIdx.x] = texel;
    float texel_1 = tex3DLod<float>(volume, 0.5f, 1.0f, 0.5f, 0.0f);
    out[2u + threadIdx.x] = texel_1;
}
