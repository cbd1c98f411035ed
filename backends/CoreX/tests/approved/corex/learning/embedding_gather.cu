// embedding_gather.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void gather(const float *table, const int *id, float *out, int dim, int rows)
{
    int r = id[blockIdx.x];
    float chosen;
    for (int c = threadIdx.x; c < dim; c += blockDim.x) {
        if (r >= 0 && r < rows) {
            chosen = table[r * dim + c];
        } else {
            chosen = 0.0f;
        }
        out[blockIdx.x * (unsigned int)dim + (unsigned int)c] = chosen;
    }
}
