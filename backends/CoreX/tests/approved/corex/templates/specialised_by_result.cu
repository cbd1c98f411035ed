// specialised_by_result.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Pair {
    int x;
    int y;
};

__global__ void filled_float(float *p, float v)
{
    p[threadIdx.x] = v;
}

__global__ void filled(int *p, int v)
{
    p[threadIdx.x] = v + (int)threadIdx.x;
}

__global__ void filled_2(short *p, short v)
{
    p[threadIdx.x] = (int)v + 2;
}

static __device__ inline int product(int a, int b)
{
    return a * b;
}

static __device__ inline int dot_int_int(int a, int b)
{
    int product_result = product(a, b);
    return product_result;
}

static __device__ inline int start()
{
    return 5;
}

static __device__ inline Pair product_2(int a, Pair b)
{
    Pair result;
    result.x = a * b.x;
    result.y = a * b.y;
    return result;
}

static __device__ inline Pair start_2()
{
    Pair result;
    result.x = 7;
    result.y = 9;
    return result;
}

static __device__ inline Pair product_3(Pair a, Pair b)
{
    Pair result;
    result.x = a.x * b.x;
    result.y = a.y * b.y;
    return result;
}

static __device__ inline Pair dot_Pair_Pair(Pair a, Pair b)
{
    Pair product_result = product_3(a, b);
    return product_result;
}

__global__ void products(int *out)
{
    Pair two;
    two.x = 2;
    two.y = 3;
    Pair five;
    five.x = 5;
    five.y = 7;
    int dot_result = dot_int_int(2, 3);
    (*out) = dot_result;
    int start_result = start();
    out[1] = start_result;
    Pair product_result = product_2(4, five);
    out[2] = product_result.x;
    Pair product_result_1 = product_2(8, two);
    out[3] = product_result_1.y;
    Pair start_result_1 = start_2();
    out[4] = start_result_1.x;
    Pair dot_result_1 = dot_Pair_Pair(two, five);
    out[5] = dot_result_1.x;
    Pair dot_result_2 = dot_Pair_Pair(two, five);
    out[6] = dot_result_2.y;
    Pair start_result_2 = start_2();
    out[7] = start_result_2.y;
}
