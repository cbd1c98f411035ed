// elementwise_more.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void lerp(const float *a, const float *b, const float *w, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        out[i] = a[i] + w[i] * (b[i] - a[i]);
    }
}

__global__ __launch_bounds__(1024) void addcmul_row(const float *x, const float *scale, const float *shift, float *out, int cols)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < cols) {
        out[blockIdx.y * (unsigned int)cols + (unsigned int)c] = x[blockIdx.y * (unsigned int)cols + (unsigned int)c] * scale[c] + shift[c];
    }
}

__global__ __launch_bounds__(1024) void masked_fill(const float *x, const int *mask, float value, float *out, int n)
{
    float chosen;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        if (mask[i] != 0) {
            chosen = value;
        } else {
            chosen = x[i];
        }
        out[i] = chosen;
    }
}

__global__ __launch_bounds__(1024) void scale_columns(const float *x, const float *by, float *out)
{
    float s = by[blockIdx.x];
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    out[i] = x[i] / s;
}
