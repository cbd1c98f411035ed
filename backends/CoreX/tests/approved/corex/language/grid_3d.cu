// grid_3d.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void where(int *out)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    int z = blockIdx.z * blockDim.z + threadIdx.z;
    int w = gridDim.x * blockDim.x;
    int h = gridDim.y * blockDim.y;
    int i = (z * h + y) * w + x;
    out[i] = i;
}
