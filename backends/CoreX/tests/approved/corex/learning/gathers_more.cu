// gathers_more.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void one_hot(const int *label, float *out, int classes)
{
    int c = threadIdx.x;
    if (c < classes) {
        out[blockIdx.x * (unsigned int)classes + (unsigned int)c] = label[blockIdx.x] == c ? 1.0f : 0.0f;
    }
}

__global__ void roll(const float *x, float *out, int n, int by)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    int from = i - by;
    if (from < 0) {
        from += n;
    }
    out[i] = x[from];
}

__global__ void take_rows(const float *table, const int *index, float *out, int cols, int rows)
{
    int r = index[blockIdx.x];
    int c = threadIdx.x;
    if (c < cols) {
        float chosen;
        if (r >= 0 && r < rows) {
            chosen = table[r * cols + c];
        } else {
            chosen = 0.0f;
        }
        out[blockIdx.x * (unsigned int)cols + (unsigned int)c] = chosen;
    }
}
