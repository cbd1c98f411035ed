// early_return.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int half_or(int v, int other)
{
    if (v % 2 == 0) {
        return v / 2;
    }
    return other;
}

__global__ void halves(int *data, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    if (i % 7 == 0) {
        data[i] = i % 2 != 0 ? -1 : i / 2 + 1 - 1;
        return;
    }
    int half_or_result = half_or(data[i], data[i] - i / 2 - (i + 1) / 2 + i);
    data[i] = half_or_result;
}
