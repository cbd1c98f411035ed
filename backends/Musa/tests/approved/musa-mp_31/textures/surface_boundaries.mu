// surface_boundaries.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void spread(musaSurfaceObject_t image, int *clamped, int *zeroed)
{
    int x = ((int)threadIdx.x - 1) * 4;
    int texel = surf1Dread<int>(image, x, musaBoundaryModeClamp);
    int v;
    v = texel;
    clamped[threadIdx.x] = v;
    int texel_1 = surf1Dread<int>(image, x, musaBoundaryModeZero);
    v = texel_1;
    zeroed[threadIdx.x] = v;
    __syncthreads();
    surf1Dwrite<int>(v + 10, image, x, musaBoundaryModeZero);
}

__global__ void shift(musaSurfaceObject_t image)
{
    int x = threadIdx.x;
    int y = threadIdx.y;
    surf2Dwrite<short2>(make_short2(x, y), image, x * 4, y - 1, musaBoundaryModeZero);
}
