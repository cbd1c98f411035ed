// hash_table.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int start(int key)
{
    return (int)((unsigned int)key * 2654435761u >> 25u);
}

__global__ void count(const int *keys, int *found, int *distinct)
{
    __shared__ int slots[128];
    __shared__ int claimed;
    int i = threadIdx.x;
    int key = keys[blockIdx.x * 64u + (unsigned int)i];
    slots[i + 64] = -1;
    slots[i] = slots[i + 64];
    if (i == 0) {
        claimed = 0;
    }
    __syncthreads();
    int start_result = start(key);
    int at = start_result;
    for (;; at = (at + 1) & 127) {
        int old = atomicCAS(&slots[at], -1, key);
        int before = old;
        if (before == -1) {
            atomicAdd(&claimed, 1);
        }
        if (before == -1 || before == key) {
            break;
        }
    }
    __syncthreads();
    int start_result_1 = start(key);
    int at_1 = start_result_1;
    while (slots[at_1] != key) {
        if (slots[at_1] == -1) {
            break;
        }
        at_1 = (at_1 + 1) & 127;
    }
    found[blockIdx.x * 64u + (unsigned int)i] = slots[at_1] == key;
    if (i == 0) {
        distinct[blockIdx.x] = claimed;
    }
}
