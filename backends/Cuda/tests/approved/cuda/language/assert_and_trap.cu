// assert_and_trap.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void checked(const int *in, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        __trap();
    }
    if (in[i] <= 0) {
        __trap();
    }
    if (!(in[i] == i + 1 && true)) {
        __trap();
    }
    out[i] = 2 * in[i];
}
