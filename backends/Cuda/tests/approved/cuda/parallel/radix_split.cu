// radix_split.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void sort(const unsigned int *keys, unsigned int *sorted, int *steps)
{
    __shared__ unsigned int key[64];
    __shared__ int zeros[64];
    int i = threadIdx.x;
    key[i] = keys[blockIdx.x * 64u + (unsigned int)i];
    int chosen;
    int chosen_1;
    for (int bit = 0; bit < 32; bit++) {
        __syncthreads();
        unsigned int k = key[i];
        int zero = ((k >> (unsigned int)bit) & 1u) == 0u;
        zeros[i] = zero;
        __syncthreads();
        for (int step = 1; step < 64; step *= 2) {
            if (i >= step) {
                chosen = zeros[i - step];
            } else {
                chosen = 0;
            }
            int before = chosen;
            __syncthreads();
            zeros[i] += before;
            __syncthreads();
        }
        if (zero != 0) {
            chosen_1 = zeros[i] - 1;
        } else {
            chosen_1 = zeros[63] + i - zeros[i];
        }
        int to = chosen_1;
        __syncthreads();
        key[to] = k;
    }
    __syncthreads();
    sorted[blockIdx.x * 64u + (unsigned int)i] = key[i];
    bool both = i > 0;
    if (both) {
        both = key[i - 1] > key[i];
    }
    int t = __syncthreads_count(both);
    int wrong = t;
    if (i == 0) {
        steps[blockIdx.x] = wrong;
    }
}
