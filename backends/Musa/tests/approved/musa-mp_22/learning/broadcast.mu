// broadcast.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct Dims {
    int n0;
    int n1;
    int n2;
    int s0;
    int s1;
    int s2;
    int outer;
};

__global__ void bias_nchw(float *x, const float *bias, int n, int c, int hw)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        x[i] += bias[i / hw % c];
    }
}

__global__ void outer(const float *a, const float *b, float *y, int rows, int cols)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    int r = blockIdx.y * blockDim.y + threadIdx.y;
    if (r < rows && c < cols) {
        y[r * cols + c] = a[r] * b[c];
    }
}

__global__ void masked_fill(const float *x, const unsigned char *mask, float *y, float value, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float chosen;
        if (mask[i] != (unsigned char)0) {
            chosen = value;
        } else {
            chosen = x[i];
        }
        y[i] = chosen;
    }
}

__global__ void lerp_clamp(const float *a, const float *b, const float *w, float *y, float lo, float hi, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float chosen;
    if (w[i] < 0.5f) {
        chosen = a[i] + w[i] * (b[i] - a[i]);
    } else {
        chosen = b[i] - (b[i] - a[i]) * (1.0f - w[i]);
    }
    float v = chosen;
    y[i] = fminf(fmaxf(v, lo), hi);
}

__global__ void add_strided(const float *a, const float *b, float *y, Dims d, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    int c = i % d.n2;
    int r = i / d.n2;
    int q = r % d.n1;
    int p = r / d.n1;
    y[i] = a[i] + b[(c * d.s0 + q * d.s1 + p % d.n1 * d.s2) % d.outer];
}
