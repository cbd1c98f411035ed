// surface_layers.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void copy(hipSurfaceObject_t from, hipSurfaceObject_t to)
{
    int x = threadIdx.x * 8u;
    int y = threadIdx.y;
    int z = threadIdx.z;
    float2 texel;
    surf3Dread(&texel, from, x, y, z, hipBoundaryModeTrap);
    float2 v;
    v = texel;
    surf2DLayeredwrite<float2>(v, to, x, y, 1 - z, hipBoundaryModeTrap);
}

__global__ __launch_bounds__(1024) void sum(hipSurfaceObject_t image, float2 *out)
{
    int x = (threadIdx.x & 1u) * 8u;
    int y = threadIdx.x >> 1u;
    float2 texel;
    surf2DLayeredread(&texel, image, x, y, 0, hipBoundaryModeTrap);
    float2 a;
    a = texel;
    float2 texel_1;
    surf2DLayeredread(&texel_1, image, x, y, 1, hipBoundaryModeTrap);
    float2 b;
    b = texel_1;
    out[threadIdx.x] = make_float2(a.x + b.x, a.y + b.y);
}
