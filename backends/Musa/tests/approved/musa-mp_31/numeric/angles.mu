// angles.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void angles(const float *y, const float *x, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        out[i] = atan2f(y[i], x[i]);
    }
}

static __device__ inline float of(int i)
{
    return i == 0 ? -__int_as_float(0x7f800000) : i == 1 ? -0.0f : i == 2 ? 0.0f : i == 3 ? 1e-40f : __int_as_float(0x7f800000);
}

__global__ void axes(float *out)
{
    int t = threadIdx.x;
    if (t < 25) {
        float of_result = of(t / 5);
        float of_result_1 = of(t % 5);
        out[t] = atan2f(of_result, of_result_1);
    }
}
