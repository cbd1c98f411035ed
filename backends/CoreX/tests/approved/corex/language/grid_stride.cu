// grid_stride.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void fill(int *out, int n)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        out[i] = 2 * i + 1;
    }
}
