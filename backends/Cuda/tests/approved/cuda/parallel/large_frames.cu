// large_frames.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void remember(int *out)
{
    __shared__ int sums[512];
    int t = threadIdx.x;
    int sum = 0;
    int v[192];
    for (int j = 0; j < 192; j++) {
        v[j] = (t * 7 + j) % 1000;
    }
    sums[t] = t;
    __syncthreads();
    int next = sums[(t + 1) % 512];
    for (int j_1 = 0; j_1 < 96; j_1++) {
        sum += v[(j_1 * 5 + t) % 96];
    }
    __syncthreads();
    sums[t] = sum + next;
    __syncthreads();
    if (blockIdx.x == 1u) {
        out[t] = sums[511 - t] + v[t * 5 % 96];
    }
}
