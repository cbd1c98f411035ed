// wrapped_then_widened.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void widen(const int *x, unsigned long long *out, int *picked, unsigned int base, unsigned int shift)
{
    unsigned int i = blockIdx.x * blockDim.x + threadIdx.x;
    int v = i + base;
    out[i] = v;
    int at = i + shift;
    picked[i] = x[at];
}
