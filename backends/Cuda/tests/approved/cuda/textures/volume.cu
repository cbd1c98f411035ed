// volume.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void slice(cudaTextureObject_t volume, float z, float *out)
{
    float texel = tex3D<float>(volume, (float)threadIdx.x + 0.5f, (float)threadIdx.y + 0.5f, z + 0.5f);
    out[threadIdx.y * 4u + threadIdx.x] = texel;
}

__global__ void trace(cudaTextureObject_t volume, float *out)
{
    float t = (float)threadIdx.x * 0.5f;
    float texel = tex3D<float>(volume, t, t, t);
    out[threadIdx.x] = texel;
    float texel_1 = tex3DLod<float>(volume, 0.5f, 1.0f, 0.5f, 0.0f);
    out[2u + threadIdx.x] = texel_1;
}
