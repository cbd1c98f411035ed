// atomics_int.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void all(int *v, unsigned int *u)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    atomicAdd(v, 1);
    atomicSub(v + 1, i);
    atomicMin(v + 2, i);
    atomicMax(v + 3, i);
    atomicAnd(v + 4, i);
    atomicOr(v + 5, i);
    atomicXor(v + 6, i);
    if (i == 41) {
        atomicExch(v + 7, i + 1);
    }
    atomicInc(u, 9u);
    atomicDec(u + 1, 9u);
    atomicCAS(u + 2, 9u, 0u);
}
