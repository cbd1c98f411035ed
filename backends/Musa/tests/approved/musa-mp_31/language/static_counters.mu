// static_counters.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__constant__ int primes[4] = {2, 3, 5, 7};

__device__ int calls;

static __device__ inline int more()
{
    int old = atomicAdd(&calls, 1);
    return old + 1;
}

__global__ void count(int *seen, int *table)
{
    int more_result = more();
    atomicMax(seen, more_result);
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    table[i] = primes[i % 4];
}
