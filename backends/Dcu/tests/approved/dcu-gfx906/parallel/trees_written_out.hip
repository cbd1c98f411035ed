// trees_written_out.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void most(const float *in, float *out)
{
    __shared__ float part[128];
    int t = threadIdx.x;
    part[t] = in[blockIdx.x * 128u + (unsigned int)t];
    __syncthreads();
    if (t < 64) {
        part[t] = fmaxf(part[t], part[t + 64]);
    }
    __syncthreads();
    if (t < 32) {
        part[t] = fmaxf(part[t], part[t + 32]);
    }
    __syncthreads();
    if (t < 16) {
        part[t] = fmaxf(part[t], part[t + 16]);
    }
    __syncthreads();
    if (t < 8) {
        part[t] = fmaxf(part[t], part[t + 8]);
    }
    __syncthreads();
    if (t < 4) {
        part[t] = fmaxf(part[t], part[t + 4]);
    }
    __syncthreads();
    if (t < 2) {
        part[t] = fmaxf(part[t], part[t + 2]);
    }
    __syncthreads();
    if (t < 1) {
        part[t] = fmaxf(part[t], part[t + 1]);
    }
    if (t == 0) {
        out[blockIdx.x] = part[0];
    }
}

__global__ __launch_bounds__(1024) void sum(const float *in, float *out)
{
    __shared__ float part[128];
    int t = threadIdx.x;
    part[t] = in[blockIdx.x * 128u + (unsigned int)t];
    __syncthreads();
    #pragma unroll
    for (int d = 64; d > 0; d >>= 1u) {
        if (t < d) {
            part[t] += part[t + d];
        }
        __syncthreads();
    }
    if (t == 0) {
        out[blockIdx.x] = part[0];
    }
}

__global__ __launch_bounds__(1024) void all_read(const float *in, float *out)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    part[t] = in[t];
    __syncthreads();
    if (t < 32) {
        part[t] = fmaxf(part[t], part[t + 32]);
    }
    __syncthreads();
    if (t < 16) {
        part[t] = fmaxf(part[t], part[t + 16]);
    }
    __syncthreads();
    if (t < 8) {
        part[t] = fmaxf(part[t], part[t + 8]);
    }
    __syncthreads();
    if (t < 4) {
        part[t] = fmaxf(part[t], part[t + 4]);
    }
    __syncthreads();
    if (t < 2) {
        part[t] = fmaxf(part[t], part[t + 2]);
    }
    __syncthreads();
    if (t < 1) {
        part[t] = fmaxf(part[t], part[t + 1]);
    }
    out[t] = part[t];
}

__global__ __launch_bounds__(1024) void one_missing(const float *in, float *out)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    part[t] = in[t];
    __syncthreads();
    if (t < 32) {
        part[t] = fmaxf(part[t], part[t + 32]);
    }
    __syncthreads();
    if (t < 16) {
        part[t] = fmaxf(part[t], part[t + 16]);
    }
    __syncthreads();
    if (t < 4) {
        part[t] = fmaxf(part[t], part[t + 4]);
    }
    __syncthreads();
    if (t < 2) {
        part[t] = fmaxf(part[t], part[t + 2]);
    }
    __syncthreads();
    if (t < 1) {
        part[t] = fmaxf(part[t], part[t + 1]);
    }
    if (t == 0) {
        (*out) = part[0];
    }
}

__global__ __launch_bounds__(1024) void mixed(const float *in, float *out)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    part[t] = in[t];
    __syncthreads();
    if (t < 32) {
        part[t] = fmaxf(part[t], part[t + 32]);
    }
    __syncthreads();
    if (t < 16) {
        part[t] = fmaxf(part[t], part[t + 16]);
    }
    __syncthreads();
    if (t < 8) {
        part[t] = fmaxf(part[t], part[t + 8]);
    }
    __syncthreads();
    if (t < 4) {
        part[t] = fmaxf(part[t], part[t + 4]);
    }
    __syncthreads();
    if (t < 2) {
        part[t] = fmaxf(part[t], part[t + 2]);
    }
    __syncthreads();
    if (t < 1) {
        part[t] = fminf(part[t], part[t + 1]);
    }
    if (t == 0) {
        (*out) = part[0];
    }
}

static __device__ inline void largest_32(float *part, int t)
{
    if (t < 32) {
        part[t] = fmaxf(part[t], part[t + 32]);
    }
    __syncthreads();
}

static __device__ inline void largest_16(float *part, int t)
{
    if (t < 16) {
        part[t] = fmaxf(part[t], part[t + 16]);
    }
    __syncthreads();
}

static __device__ inline void largest_8(float *part, int t)
{
    if (t < 8) {
        part[t] = fmaxf(part[t], part[t + 8]);
    }
    __syncthreads();
}

static __device__ inline void largest_4(float *part, int t)
{
    if (t < 4) {
        part[t] = fmaxf(part[t], part[t + 4]);
    }
    __syncthreads();
}

static __device__ inline void largest_2(float *part, int t)
{
    if (t < 2) {
        part[t] = fmaxf(part[t], part[t + 2]);
    }
    __syncthreads();
}

static __device__ inline void largest_1(float *part, int t)
{
    if (t < 1) {
        part[t] = fmaxf(part[t], part[t + 1]);
    }
    __syncthreads();
}

__global__ __launch_bounds__(1024) void twice(const float *in, float *out)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    for (int k = 0; k < 2; k++) {
        part[t] = in[k * 64 + t];
        __syncthreads();
        largest_32(part, t);
        largest_16(part, t);
        largest_8(part, t);
        largest_4(part, t);
        largest_2(part, t);
        largest_1(part, t);
        if (t == 0) {
            out[k] = part[0];
        }
    }
}
