// dynamic_shared_rows.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void column_sums(const int *in, int *out)
{
    extern __shared__ int rows[][4];
    int t = threadIdx.x;
    rows[t % 4][t / 4] = in[blockIdx.x * 16u + (unsigned int)t];
    rows[t % 4][2 + t / 4] = in[blockIdx.x * 16u + 8u + (unsigned int)t];
    __syncthreads();
    if (t < 4) {
        const int *row = rows[t];
        out[blockIdx.x * 4u + (unsigned int)t] = (*row) + row[1] + row[2] + row[3];
    }
}
