// functors.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int Plus_int_identity()
{
    return 0;
}

static __device__ inline int Plus_int_call(int *a, int *b)
{
    return (*a) + (*b);
}

static __device__ inline int block_Plus_int_8(const int *in, int *scratch)
{
    int identity_result = Plus_int_identity();
    int acc = identity_result;
    scratch[threadIdx.x] = in[threadIdx.x];
    __syncthreads();
    for (int i = 0; i < 8; i++) {
        int t = Plus_int_call(&acc, scratch + i);
        acc = t;
    }
    __syncthreads();
    return acc;
}

static __device__ inline int Larger_int_identity()
{
    return -1000;
}

static __device__ inline int Larger_int_call(int *a, int *b)
{
    int chosen;
    if ((*a) > (*b)) {
        chosen = (*a);
    } else {
        chosen = (*b);
    }
    return chosen;
}

static __device__ inline int block_Larger_int_8(const int *in, int *scratch)
{
    int identity_result = Larger_int_identity();
    int acc = identity_result;
    scratch[threadIdx.x] = in[threadIdx.x];
    __syncthreads();
    for (int i = 0; i < 8; i++) {
        int t = Larger_int_call(&acc, scratch + i);
        acc = t;
    }
    __syncthreads();
    return acc;
}

static __device__ inline int smaller(int a, int b)
{
    return a < b ? a : b;
}

static __device__ inline int folded_smaller(const int *in, int n)
{
    int a = (*in);
    for (int i = 1; i < n; i++) {
        int smaller_result = smaller(a, in[i]);
        a = smaller_result;
    }
    return a;
}

static __device__ inline int twice(int a)
{
    return 2 * a;
}

static __device__ inline int mapped_twice(int x)
{
    int x_1 = x;
    int twice_result = twice(x_1);
    return twice_result;
}

__global__ void reduce(int *in, int *out)
{
    __shared__ int scratch[8];
    int block_result = block_Plus_int_8(in, scratch);
    int sum = block_result;
    int block_result_1 = block_Larger_int_8(in, scratch);
    int top = block_result_1;
    if (threadIdx.x == 0u) {
        (*out) = sum;
        out[1] = top;
        int folded_result = folded_smaller(in, 8);
        out[2] = folded_result;
        int mapped_result = mapped_twice(in[6]);
        out[3] = mapped_result;
    }
}
