// assert_and_trap.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void checked(const int *in, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        abort();
    }
    if (in[i] <= 0) {
        abort();
    }
    if (!(in[i] == i + 1 && true)) {
        abort();
    }
    out[i] = 2 * in[i];
}
