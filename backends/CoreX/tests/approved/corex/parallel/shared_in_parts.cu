// shared_in_parts.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

union anonymous_1 {
    int i[64];
    float f[64];
    unsigned short h[128];
};

static __device__ inline int first_of(const int *p)
{
    return (*p);
}

__global__ void shared_in_parts(const int *in, int *out, int k)
{
    __shared__ int s[128];
    __shared__ anonymous_1 u;
    int t = threadIdx.x;
    int *o = out + blockIdx.x * 640u;
    s[2 * t] = in[blockIdx.x * 128u + (unsigned int)t];
    s[2 * t + 1] = in[blockIdx.x * 128u + 64u + (unsigned int)t];
    __syncthreads();
    o[t] = s[t] * 2 + s[t + 64];
    __syncthreads();
    if (t < 32) {
        s[4 * t + 3] += s[4 * t + 1];
    }
    __syncthreads();
    if (t < 16) {
        int a = s[8 * t + 3];
        s[8 * t + 3] = s[8 * t + 7];
        s[8 * t + 7] += a;
    }
    __syncthreads();
    o[64 + t] = s[127 - t] - s[63 - t];
    int moved = s[t + 1];
    __syncthreads();
    s[t] = moved;
    __syncthreads();
    o[128 + t] = s[k] + s[t * k & 127];
    __syncthreads();
    s[(t + k) & 63] = t;
    __syncthreads();
    int t_1 = s[t];
    int first_of_result = first_of(s + 3);
    o[192 + t] = t_1 + first_of_result + s[2 * t];
    __syncthreads();
    if (t == 5) {
        s[70] = 4711;
    }
    if (t > 60) {
        s[t + 3] = -t;
    }
    __syncthreads();
    o[256 + t] = s[t + 10] + s[70];
    u.i[t] = s[2 * t + 1] + 1000000;
    __syncthreads();
    o[320 + t] = (int)u.h[(2 * t + 2) & 127] + (int)u.h[(2 * t + 3) & 127] * 3;
    __syncthreads();
    u.f[63 - t] = (float)t;
    __syncthreads();
    o[384 + t] = u.i[t] >> 3u;
    int chosen;
    for (int d = 1; d < 64; d *= 2) {
        if (t >= d) {
            chosen = s[t - d];
        } else {
            chosen = 0;
        }
        int v = chosen;
        __syncthreads();
        s[t] += v;
        __syncthreads();
    }
    o[448 + t] = s[t];
    __syncthreads();
    s[t * 2] = t;
    if (in[t] > 0) {
        s[t * 2] = -t;
    }
    __syncthreads();
    o[512 + t] = s[t] + s[t + 64];
    __syncthreads();
    if (k > 40) {
        s[63 - t] = s[64 + t] + 1;
    }
    __syncthreads();
    o[576 + t] = s[t * 3 & 127] * 5 + s[t / 3];
}
