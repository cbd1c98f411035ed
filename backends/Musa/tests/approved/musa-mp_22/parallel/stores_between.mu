// stores_between.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void stores_between(const int *in, int *a, short *b, int *c, double *d, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int v = in[i];
    a[2 * i + 1] = v;
    a[2 * i] = v + 1;
    int again = a[2 * i] + a[2 * i + 1];
    a[2 * i] = again;
    a[2 * i] = again + n;
    a[2 * i + 1] = a[2 * i] * 2;
    b[4 * i + 2] = v;
    b[4 * i] = v * 2;
    b[4 * i + 3] = v * 3;
    b[4 * i + 1] = v * 5;
    int at = i * 4 + n;
    c[at - 2] = v;
    c[at - 1] = -v;
    c[at] = v ^ 21;
    if (v > 0) {
        c[at + 1] = v + 7;
    }
    d[2 * i] = (double)v * 0.5;
    if (i == 70) {
        d[141] = 1.25;
    }
    __syncthreads();
    if (i != 70) {
        d[2 * i + 1] = (double)v * 0.25;
    }
}
