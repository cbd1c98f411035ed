// function_templates.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline float times_float_3(float v)
{
    float s = 0.0f;
    #pragma unroll
    for (int i = 0; i < 3; i++) {
        s += v;
    }
    return s;
}

__global__ void blend_float_3(const float *x, float *y)
{
    int i = threadIdx.x;
    float times_result = times_float_3(x[i]);
    y[i] = times_result;
}

static __device__ inline int times_int_5(int v)
{
    int s = 0;
    #pragma unroll
    for (int i = 0; i < 5; i++) {
        s += v;
    }
    return s;
}

__global__ void blend_int_5(const int *x, int *y)
{
    int i = threadIdx.x;
    int times_result = times_int_5(x[i]);
    y[i] = times_result;
}
