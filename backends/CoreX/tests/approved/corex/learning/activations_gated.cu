// activations_gated.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>
#include <cuda_fp16.h>
#include <cuda_bf16.h>

__global__ void geglu(const float *x, float *y, int d)
{
    int row = blockIdx.y;
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= d) {
        return;
    }
    float a = x[row * 2 * d + c];
    float g = x[row * 2 * d + d + c];
    y[row * d + c] = a * (0.5f * g * (1.0f + erff(g * 0.70710677f)));
}

static __device__ inline float silu_of(float *x)
{
    return (*x) / (1.0f + expf(-(*x)));
}

static __device__ inline void act_and_mul_silu_of(float *out, const float *in, int d)
{
    long long token = blockIdx.x;
    for (long long i = threadIdx.x; i < (long long)d; i += (long long)blockDim.x) {
        float x = in[token * 2LL * (long long)d + i];
        float y = in[token * 2LL * (long long)d + (long long)d + i];
        float silu_of_result = silu_of(&x);
        out[token * (long long)d + i] = silu_of_result * y;
    }
}

__global__ void silu_and_mul(float *__restrict__ out, float *__restrict__ in, int d)
{
    act_and_mul_silu_of(out, in, d);
}

__global__ void quick_gelu_half(const __half *x, __half *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float v = __half2float(x[i]);
    y[i] = __float2half(v / (1.0f + expf(-1.702f * v)));
}

__global__ void gelu_bf16(const __nv_bfloat16 *x, __nv_bfloat16 *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float v = __bfloat162float(x[i]);
    y[i] = __float2bfloat16(0.5f * v * (1.0f + tanhf(0.7978846f * (v + 0.044715f * v * v * v))));
}
