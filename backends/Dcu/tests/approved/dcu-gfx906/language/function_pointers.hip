// function_pointers.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

static __device__ inline int next(int x)
{
    return x + 1;
}

static __device__ inline int twice(int x)
{
    return 2 * x;
}

static __device__ inline int fixed_twice(int x)
{
    int x_1 = x;
    int twice_result = twice(x_1);
    return twice_result;
}

static __device__ inline int square(int x)
{
    return x * x;
}

static __device__ inline int call_square(int x)
{
    int x_1 = x;
    int square_result = square(x_1);
    return square_result;
}

static __device__ inline int call_twice(int x)
{
    int x_1 = x;
    int twice_result = twice(x_1);
    return twice_result;
}

static __device__ inline int on_twice(int x)
{
    int call_result = call_twice(x);
    return call_result + x;
}

__global__ __launch_bounds__(1024) void apply(const int *x, int *out)
{
    int v = x[threadIdx.x];
    int *o = out + 4u * threadIdx.x;
    int next_result = next(v);
    (*o) = next_result;
    int fixed_result = fixed_twice(v);
    o[1] = fixed_result;
    int call_result = call_square(v);
    o[2] = call_result;
    int on_result = on_twice(v);
    o[3] = on_result;
}
