// surface_layers.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void copy(cudaSurfaceObject_t from, cudaSurfaceObject_t to)
{
    int x = threadIdx.x * 8u;
    int y = threadIdx.y;
    int z = threadIdx.z;
    float2 texel = surf3Dread<float2>(from, x, y, z, cudaBoundaryModeTrap);
    float2 v;
    v = texel;
    surf2DLayeredwrite<float2>(v, to, x, y, 1 - z, cudaBoundaryModeTrap);
}

__global__ void sum(cudaSurfaceObject_t image, float2 *out)
{
    int x = (threadIdx.x & 1u) * 8u;
    int y = threadIdx.x >> 1u;
    float2 texel = surf2DLayeredread<float2>(image, x, y, 0, cudaBoundaryModeTrap);
    float2 a;
    a = texel;
    float2 texel_1 = surf2DLayeredread<float2>(image, x, y, 1, cudaBoundaryModeTrap);
    float2 b;
    b = texel_1;
    out[threadIdx.x] = make_float2(a.x + b.x, a.y + b.y);
}
