// do_while_collatz.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void collatz(unsigned int *steps)
{
    unsigned int i = blockIdx.x * blockDim.x + threadIdx.x;
    unsigned long long n = i + 1u;
    unsigned int count = 0u;
    unsigned long long chosen;
    do {
        if ((n & 1ULL) != 0ULL) {
            chosen = 3ULL * n + 1ULL;
        } else {
            chosen = n / 2ULL;
        }
        n = chosen;
        count++;
    } while (n != 1ULL);
    steps[i] = count;
}
