// shared_in_functions.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline int sum_256(int v)
{
    __shared__ int part[256];
    int t = threadIdx.x;
    part[t] = v;
    for (int span = 1; span < 256; span *= 2) {
        __syncthreads();
        if (t % (2 * span) == 0) {
            if (t + span < 256) {
                part[t] += part[t + span];
            }
        }
    }
    __syncthreads();
    return part[0];
}

__global__ void sums(int n, const int *x, int *out)
{
    int a = 0;
    for (int i = threadIdx.x; i < n; i += blockDim.x) {
        a += x[i];
    }
    int sum_result = sum_256(a);
    int first = sum_result;
    __syncthreads();
    int sum_result_1 = sum_256(a);
    int second = sum_result_1;
    if (threadIdx.x == 0u) {
        out[blockIdx.x] = first;
        out[2u + blockIdx.x] = second;
    }
}

static __device__ inline int mirrored(int n, int v)
{
    __shared__ int all[192];
    all[threadIdx.x] = v;
    __syncthreads();
    for (int i = 0; i < n; i++) {
        if (i + (int)threadIdx.x == n - 1) {
            return all[i];
        }
    }
    return 0;
}

__global__ void early(int n, const int *x, int *out)
{
    int mirrored_result = mirrored(n, x[threadIdx.x]);
    out[blockIdx.x * blockDim.x + threadIdx.x] = mirrored_result;
}

static __device__ inline int keep(int v, bool writes)
{
    __shared__ int last[64];
    if (writes) {
        last[threadIdx.x] = v;
    }
    __syncthreads();
    return last[63u - threadIdx.x];
}

__global__ void kept(int *out)
{
    keep((int)(threadIdx.x * 2u), true);
    int keep_result = keep(0, false);
    out[threadIdx.x] = keep_result;
}
