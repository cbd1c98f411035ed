// bytes_anywhere.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void bytes(const int *at, const unsigned char *in, unsigned char *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        out[at[i]] = in[i];
    }
}

__global__ void some(const int *at, const int *in, short *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int v = in[i];
    if (v > 0) {
        out[at[i]] = v;
        if ((v & 1) != 0) {
            out[at[i] + 1] = v >> 3u;
        }
    }
    if (v > 39000) {
        out[at[i] + 2] = (short)3;
    }
}

__global__ void backwards(const unsigned char *in, unsigned char *out)
{
    int i = threadIdx.x;
    out[209 - 3 * i] = in[i];
    if ((int)in[i] < 99) {
        out[1 + 3 * (i ^ 5)] = (int)in[i] + 1;
    }
}

__global__ void truths(const int *in, bool *out)
{
    int i = threadIdx.x;
    int where = i * 37 % 50;
    if (in[i] != 0) {
        out[3 * where] = in[i] > 0;
    }
}

__global__ void weigh_bytes(const unsigned char *v, int n, int *sum)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        s += (i + 1) * (int)v[i];
    }
    (*sum) = s;
}

__global__ void weigh_shorts(const short *v, int n, int *sum)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        s += (i + 1) * (int)v[i];
    }
    (*sum) = s;
}

__global__ void weigh_truths(const bool *v, int n, int *sum)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        s += (i + 1) * (v[i] ? 1 : 0);
    }
    (*sum) = s;
}
