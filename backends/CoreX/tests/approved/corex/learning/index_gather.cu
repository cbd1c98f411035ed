// index_gather.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void take_along(const float *x, const int *index, float *y, int rows, int k, int cols)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < rows * k) {
        y[i] = x[i / k * cols + index[i]];
    }
}

__global__ void embedding_backward(float *dtable, const float *dy, const int *ids, int d)
{
    int row = blockIdx.x;
    int id = ids[row];
    for (int c = threadIdx.x; c < d; c += blockDim.x) {
        atomicAdd(dtable + id * d + c, dy[row * d + c]);
    }
}

__global__ void one_hot(const int *ids, float *y, int classes, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = (float)(ids[i / classes] == i % classes);
    }
}

__global__ void encode(float *out, const int *tokens, const float *wte, const float *wpe, int b, int t, int c)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    int n = b * t * c;
    if (idx < n) {
        int bt = idx / c;
        int row = bt / t;
        int pos = bt % t;
        int ch = idx % c;
        int token = tokens[row * t + pos];
        out[idx] = wte[token * c + ch] + wpe[pos * c + ch];
    }
}
