#include "factor.cuh"

// Adds a multiple of one array to another.
// @param a the factor
// @param y is added to
__global__ void saxpy(int n, float a, const float* x, float* y)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        y[i] = a * x[i] + y[i];
}

/* Halves of each block's sum. */
__global__ void block_sums(const float* in, float* sums)
{
    __shared__ float held[128];
    held[threadIdx.x] = in[blockIdx.x * 128 + threadIdx.x];
    __syncthreads();
    for (int step = 64; step > 0; step /= 2) {
        if (threadIdx.x < step)
            held[threadIdx.x] += held[threadIdx.x + step];
        __syncthreads();
    }
    if (threadIdx.x == 0)
        sums[blockIdx.x] = FACTOR * held[0];
}
