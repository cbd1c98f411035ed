// vectors_over_halves.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>
#include <hip/hip_fp16.h>

struct __align__(4) kp___half2 {
    __half x;
    __half y;
};

static __device__ inline kp___half2 kp_hadd2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__float2half(__half2float(a.x) + __half2float(b.x)), __float2half(__half2float(a.y) + __half2float(b.y))};
}

__global__ __launch_bounds__(1024) void add8(__half *a, __half *b, __half *c, int n)
{
    int i = 8u * (blockIdx.x * blockDim.x + threadIdx.x);
    __align__(16) __half pa[8];
    (*(float4 *)pa) = (*(float4 *)(a + i));
    __align__(16) __half pb[8];
    (*(float4 *)pb) = (*(float4 *)(b + i));
    __align__(16) __half pc[8];
    for (int k = 0; k < 8; k += 2) {
        kp___half2 __hadd2_result = kp_hadd2((*(kp___half2 *)&pa[k]), (*(kp___half2 *)&pb[k]));
        (*(kp___half2 *)&pc[k]) = __hadd2_result;
    }
    if (i + 7 < n) {
        (*(float4 *)(c + i)) = (*(float4 *)pc);
    }
}

__global__ __launch_bounds__(1024) void halve_bytes(signed char *a, signed char *c)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    __align__(16) signed char p[16];
    (*(int4 *)p) = ((int4 *)a)[i];
    for (int k = 0; k < 16; k++) {
        p[k] /= 2;
    }
    ((int4 *)c)[i] = (*(int4 *)p);
}

__global__ __launch_bounds__(1024) void turn_round(__half *a, __half *c)
{
    __align__(16) __shared__ __half s[512];
    int t = threadIdx.x;
    ((float4 *)s)[t] = ((float4 *)a)[blockIdx.x * 64u + (unsigned int)t];
    __syncthreads();
    ((float4 *)c)[blockIdx.x * 64u + (unsigned int)t] = ((float4 *)s)[63 - t];
}

__global__ __launch_bounds__(1024) void greatest(const float *a, float *out, float *least)
{
    __shared__ float part[128];
    int t = threadIdx.x;
    float v = a[blockIdx.x * 128u + (unsigned int)t];
    part[t] = v;
    __syncthreads();
    for (int d = 64; d > 0; d >>= 1u) {
        if (t < d) {
            part[t] = fmaxf(part[t], part[t + d]);
        }
        __syncthreads();
    }
    float m = part[0];
    __syncthreads();
    part[t] = v;
    __syncthreads();
    for (int d_1 = 64; d_1 > 0; d_1 >>= 1u) {
        if (t < d_1) {
            part[t] = fminf(part[t], part[t + d_1]);
        }
        __syncthreads();
    }
    if (t == 0) {
        out[blockIdx.x] = m;
        least[blockIdx.x] = part[0];
    }
}
