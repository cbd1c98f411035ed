// index_64bit.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void far(long long *out, long long base, unsigned long long n)
{
    unsigned long long i = (unsigned long long)blockIdx.x * (unsigned long long)blockDim.x + (unsigned long long)threadIdx.x;
    if (i < n) {
        out[i] = base * (3000000000LL - (long long)i);
    }
}
