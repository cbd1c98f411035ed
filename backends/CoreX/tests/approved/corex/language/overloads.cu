// overloads.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline float twice(int x)
{
    return (float)x;
}

static __device__ inline float twice_2(float x)
{
    return x * 2.0f;
}

static __device__ inline float twice_3(float2 v)
{
    return v.x + v.y;
}

static __device__ inline float twice_4(const float *p)
{
    return (*p) * 10.0f;
}

static __device__ inline float twice_5(float x, float y)
{
    return x * y;
}

__global__ void pick(float *out)
{
    float twice_result = twice(1);
    (*out) = twice_result;
    float twice_result_1 = twice_2(1.25f);
    out[1] = twice_result_1;
    float twice_result_2 = twice_3(make_float2(1.0f, 2.0f));
    out[2] = twice_result_2;
    float four = 4.0f;
    float twice_result_3 = twice_4(&four);
    out[3] = twice_result_3;
    float twice_result_4 = twice_5(2.0f, four);
    out[4] = twice_result_4;
}
