// elementwise_packed.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>
#include <musa_fp16.h>

__global__ void add_f32x4(float *a, float *b, float *c, int n)
{
    int i = 4u * (blockIdx.x * blockDim.x + threadIdx.x);
    if (i < n) {
        float4 x = (*(float4 *)(a + i));
        float4 y = (*(float4 *)(b + i));
        float4 z;
        z.x = x.x + y.x;
        z.y = x.y + y.y;
        z.z = x.z + y.z;
        z.w = x.w + y.w;
        (*(float4 *)(c + i)) = z;
    }
}

__global__ void add_f16(__half *a, __half *b, __half *c, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        c[i] = __float2half(__half2float(a[i]) + __half2float(b[i]));
    }
}

__global__ void quantize_int8(const float *x, signed char *q, float scale, int zero, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    int v = __float2int_rz(rintf(x[i] / scale)) + zero;
    q[i] = min(127, max(-128, v));
}

__global__ void mul_complex(const float2 *a, const float2 *b, float2 *c, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float2 x = a[i];
    float2 y = b[i];
    c[i] = make_float2(x.x * y.x - x.y * y.y, x.x * y.y + x.y * y.x);
}
