// clock_grows.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void wait_a_while(int *out)
{
    long long t = clock64();
    long long before = t;
    long long t_1 = clock64();
    long long start = t_1;
    while (true) {
        long long t_2 = clock64();
        if (t_2 - start >= 64LL) {
            break;
        }
    }
    bool both = start >= before;
    if (both) {
        long long t_3 = clock64();
        both = t_3 - before >= 64LL;
    }
    out[blockIdx.x * blockDim.x + threadIdx.x] = both;
}
