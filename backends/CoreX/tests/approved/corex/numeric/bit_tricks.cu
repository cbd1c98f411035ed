// bit_tricks.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void tricks(const unsigned int *x, int *pop, int *lead, int *first, unsigned int *rev, unsigned int *swap)
{
    int i = threadIdx.x;
    pop[i] = __popc(x[i]);
    lead[i] = __clz(x[i]);
    first[i] = __ffs(x[i]);
    rev[i] = __brev(x[i]);
    swap[i] = __byte_perm(x[i], 0u, 291u);
}
