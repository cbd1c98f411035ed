// segmented_sum.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct Part {
    int head;
    int sum;
};

static __device__ inline Part joined(Part a, Part b)
{
    return Part{a.head | b.head, b.head != 0 ? b.sum : a.sum + b.sum};
}

__global__ void sums(const int *value, const int *head, int *out)
{
    __shared__ Part part[64];
    int i = threadIdx.x;
    part[i] = Part{head[i], value[i]};
    __syncthreads();
    for (int step = 1; step < 64; step <<= 1u) {
        Part p = part[i];
        if (i >= step) {
            Part joined_result = joined(part[i - step], p);
            p = joined_result;
        }
        __syncthreads();
        part[i] = p;
        __syncthreads();
    }
    out[i] = part[i].sum;
}
