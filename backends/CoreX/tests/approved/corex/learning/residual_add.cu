// residual_add.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void residual(float *__restrict__ x, const float *__restrict__ r, float scale, int n)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        x[i] += scale * r[i];
    }
}
