// structs_in_vectors.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct Four {
    float a;
    float b;
    float c;
    float d;
};

__global__ void fours(const float4 *in, float4 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float4 v = in[i];
        out[i] = make_float4(v.y + 1.0f, v.x - 2.0f, v.w * 3.0f, v.z);
    }
}

__global__ void twos(const int2 *in, int2 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int2 v;
        v.x = in[n - 1 - i].y;
        v.y = in[i].x;
        out[i] = v;
    }
}

__global__ void own(float *in, float *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    const Four *from = (Four *)in;
    Four *to = (Four *)(out + 1);
    Four v = from[i];
    to[i] = Four{v.d, v.a * 2.0f, v.b, v.c + 4.0f};
}

__global__ void fields(const float4 *in, float4 *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    out[i].w = in[i].x;
    out[i].y = in[i].w + 1.0f;
    out[i].x = in[i].y;
    out[i].z = in[i].z * 2.0f;
}

__global__ void waits(float4 *a, float4 *out)
{
    int i = threadIdx.x;
    a[i].x = 7.0f;
    a[i].z = a[i].x + (float)i;
    float4 v = a[i];
    a[i] = make_float4(v.w, v.z, v.y, v.x);
    out[i] = a[i];
}

__global__ void weigh1(const float *v, int n, long long *sum)
{
    long long s = 0LL;
    for (int i = 0; i < n; i++) {
        s += (long long)(i + 1) * __float2ll_rz(v[i]);
    }
    (*sum) = s;
}

__global__ void weigh2(const int2 *v, int n, long long *sum)
{
    long long s = 0LL;
    for (int i = 0; i < n; i++) {
        s += (long long)(2 * i + 1) * (long long)v[i].x + (long long)(2 * i + 2) * (long long)v[i].y;
    }
    (*sum) = s;
}

__global__ void weigh4(const float4 *v, int n, long long *sum)
{
    long long s = 0LL;
    for (int i = 0; i < n; i++) {
        s += (long long)(4 * i + 1) * __float2ll_rz(v[i].x) + (long long)(4 * i + 2) * __float2ll_rz(v[i].y) + (long long)(4 * i + 3) * __float2ll_rz(v[i].z) + (long long)(4 * i + 4) * __float2ll_rz(v[i].w);
    }
    (*sum) = s;
}
