// lane_addresses.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>
#include <cuda_fp16.h>

__global__ void far(const float *x, const int *at, float *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = x[at[i]] + x[11999 - at[i]];
    }
}

__global__ void backwards(const float *x, float *y, int step, int from)
{
    int i = threadIdx.x;
    y[69 - i] = x[from + i * step];
}

__global__ void boxes(const __half *x, const unsigned char *q, __half *y, unsigned char *r, int w, int h)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    int row = blockIdx.y * blockDim.y + threadIdx.y;
    int z = threadIdx.z;
    int i = (z * h + row) * w + c;
    if (row < h) {
        y[i] = x[i];
        r[i] = q[i];
        if (c >= 2 && row >= 1) {
            y[i] = __float2half(__half2float(x[z * w + c]) + __half2float(x[(z * h + row) * w]));
            r[i] = (int)q[i - 1] + (int)q[row];
        }
    }
}

__global__ void some(const float *x, const short2 *pairs, float *y, short2 *z, unsigned int n)
{
    unsigned int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float v = x[i];
    y[i] = v;
    z[i] = pairs[i];
    if (v > 0.25f) {
        y[i] = x[n - 1u - i] * 2.0f;
        z[i] = make_short2(pairs[i].y, pairs[n - 1u - i].x);
    }
}

__global__ void sums(int *total, int step)
{
    int t = threadIdx.y * blockDim.x + threadIdx.x;
    atomicAdd(total + t * step, t + 1);
    atomicAdd(total + threadIdx.x, 100);
    atomicAdd(total + 3, (int)threadIdx.y);
}
