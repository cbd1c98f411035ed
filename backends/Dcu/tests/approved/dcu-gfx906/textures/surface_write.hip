// surface_write.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void invert(hipSurfaceObject_t from, hipSurfaceObject_t to)
{
    int x = (unsigned long long)threadIdx.x * 4ULL;
    int y = threadIdx.y;
    uchar4 texel;
    surf2Dread(&texel, from, x, y, hipBoundaryModeTrap);
    uchar4 v = texel;
    surf2Dwrite<uchar4>(make_uchar4(255 - (int)v.x, 255 - (int)v.y, 255 - (int)v.z, v.w), to, x, y, hipBoundaryModeTrap);
}
