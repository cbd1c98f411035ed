// surface_write.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void invert(musaSurfaceObject_t from, musaSurfaceObject_t to)
{
    int x = (unsigned long long)threadIdx.x * 4ULL;
    int y = threadIdx.y;
    uchar4 texel = surf2Dread<uchar4>(from, x, y, musaBoundaryModeTrap);
    uchar4 v = texel;
    surf2Dwrite<uchar4>(make_uchar4(255 - (int)v.x, 255 - (int)v.y, 255 - (int)v.z, v.w), to, x, y, musaBoundaryModeTrap);
}
