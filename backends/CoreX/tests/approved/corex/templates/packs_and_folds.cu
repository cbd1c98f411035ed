// packs_and_folds.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Two {
    int first;
    int second;
};

static __device__ inline int count_int_float(int unused0, float unused1)
{
    return 2;
}

static __device__ inline int total_int_int(int v0, int v1)
{
    return v0 + (v1 + 0);
}

static __device__ inline int weigh_int(int h)
{
    return h;
}

static __device__ inline int weigh_int_int(int h, int r0)
{
    int weigh_result = weigh_int(r0);
    return h + 2 * weigh_result;
}

static __device__ inline int weigh_int_int_int(int h, int r0, int r1)
{
    int weigh_result = weigh_int_int(r0, r1);
    return h + 2 * weigh_result;
}

static __device__ inline int kind_int(int unused0)
{
    return 1;
}

static __device__ inline int kind_float(float unused0)
{
    return 2;
}

__global__ void packs(int *out)
{
    int t = threadIdx.x;
    Two both;
    both.first = t;
    both.second = t + 1;
    Two bound = both;
    int count_result = count_int_float(1, 2.0f);
    int total_result = total_int_int(bound.first, bound.second);
    int weigh_result = weigh_int_int_int(1, 2, t);
    int kind_result = kind_int(t);
    int kind_result_1 = kind_float(1.0f);
    out[t] = count_result + total_result + 6 + 2 + weigh_result + kind_result * 4 + kind_result_1 * 5 + t;
}
