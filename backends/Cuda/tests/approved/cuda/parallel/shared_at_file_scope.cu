// shared_at_file_scope.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct Range {
    int first;
    int last;
};

static __device__ inline void start(int *base, Range *range)
{
    (*base) = blockIdx.x * 1000u;
    range->first = 3;
    range->last = 17;
}

static __device__ inline int between(int v, Range *range)
{
    bool both = v >= range->first;
    if (both) {
        both = v < range->last;
    }
    return both ? 1 : 0;
}

static __device__ inline void put(int t, int *base, int (*table)[32], Range *range)
{
    int base_1 = (*base);
    int between_result = between(t % 32, range);
    table[t / 32][t % 32] = base_1 + t + 100 * between_result;
}

static __device__ inline int * row(int r, int (*table)[32])
{
    return &table[r][0];
}

__global__ void fill(int *out)
{
    __shared__ int base;
    __shared__ int table[2][32];
    __shared__ Range range;
    int t = threadIdx.x;
    if (t == 0) {
        start(&base, &range);
    }
    __syncthreads();
    put(t, &base, table, &range);
    __syncthreads();
    int *row_result = row(1 - t / 32, table);
    out[blockIdx.x * 64u + (unsigned int)t] = row_result[31 - t % 32] + base;
}

static __device__ inline int sum_of(int n, int *partial)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        s += partial[i];
    }
    return s;
}

__global__ void total(const int *in, int *out)
{
    __shared__ int partial[64];
    partial[threadIdx.x] = in[blockIdx.x * 64u + threadIdx.x];
    __syncthreads();
    if (threadIdx.x == 0u) {
        int sum_of_result = sum_of(64, partial);
        out[blockIdx.x] = sum_of_result;
    }
}
