// surface_boundaries.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void spread(cudaSurfaceObject_t image, int *clamped, int *zeroed)
{
    int x = ((int)threadIdx.x - 1) * 4;
    int texel = surf1Dread<int>(image, x, cudaBoundaryModeClamp);
    int v;
    v = texel;
    clamped[threadIdx.x] = v;
    int texel_1 = surf1Dread<int>(image, x, cudaBoundaryModeZero);
    v = texel_1;
    zeroed[threadIdx.x] = v;
    __syncthreads();
    surf1Dwrite<int>(v + 10, image, x, cudaBoundaryModeZero);
}

__global__ void shift(cudaSurfaceObject_t image)
{
    int x = threadIdx.x;
    int y = threadIdx.y;
    surf2Dwrite<short2>(make_short2(x, y), image, x * 4, y - 1, cudaBoundaryModeZero);
}
