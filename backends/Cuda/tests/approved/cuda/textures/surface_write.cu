// surface_write.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void invert(cudaSurfaceObject_t from, cudaSurfaceObject_t to)
{
    int x = (unsigned long long)threadIdx.x * 4ULL;
    int y = threadIdx.y;
    uchar4 texel = surf2Dread<uchar4>(from, x, y, cudaBoundaryModeTrap);
    uchar4 v = texel;
    surf2Dwrite<uchar4>(make_uchar4(255 - (int)v.x, 255 - (int)v.y, 255 - (int)v.z, v.w), to, x, y, cudaBoundaryModeTrap);
}
