// small_texels.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void flip(cudaSurfaceObject_t image)
{
    signed char texel = surf2Dread<char>(image, (int)threadIdx.x, (int)threadIdx.y, cudaBoundaryModeTrap);
    signed char v;
    v = texel;
    v = ~(int)v;
    surf2Dwrite<char>(v, image, (int)threadIdx.x, (int)threadIdx.y, cudaBoundaryModeTrap);
}

__global__ void widen(cudaTextureObject_t bytes, cudaTextureObject_t shorts, int *out)
{
    short2 texel = tex1D<short2>(shorts, (float)threadIdx.x + 0.5f);
    short2 pair = texel;
    int *p = out + 3u * threadIdx.x;
    unsigned char texel_1 = tex1D<unsigned char>(bytes, (float)threadIdx.x + 0.5f);
    (*p) = texel_1;
    p[1] = pair.x;
    p[2] = pair.y;
}

__global__ void floats(cudaTextureObject_t halves, float *out)
{
    float x[3];
    x[0] = 0.5f;
    x[1] = 1.0f;
    x[2] = 2.75f;
    float texel = tex1D<float>(halves, x[threadIdx.x]);
    out[threadIdx.x] = texel;
}
