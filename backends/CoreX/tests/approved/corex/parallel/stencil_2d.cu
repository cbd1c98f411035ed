// stencil_2d.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void laplace(const float *in, float *out, int w, int h)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < 1 || y < 1 || x >= w - 1 || y >= h - 1) {
        return;
    }
    int i = y * w + x;
    out[i] = in[i - 1] + in[i + 1] + in[i - w] + in[i + w] - 4.0f * in[i];
}
