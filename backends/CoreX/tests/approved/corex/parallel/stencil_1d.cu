// stencil_1d.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void blur(const int *in, int *out, int n)
{
    __shared__ int tile[36];
    int g = blockIdx.x * 32u + threadIdx.x;
    int l = threadIdx.x + 2u;
    int chosen;
    if (g < n) {
        chosen = in[g];
    } else {
        chosen = 0;
    }
    tile[l] = chosen;
    if (threadIdx.x < 2u) {
        int chosen_1;
        if (g >= 2) {
            chosen_1 = in[g - 2];
        } else {
            chosen_1 = 0;
        }
        tile[l - 2] = chosen_1;
        int chosen_2;
        if (g + 32 < n) {
            chosen_2 = in[g + 32];
        } else {
            chosen_2 = 0;
        }
        tile[l + 32] = chosen_2;
    }
    __syncthreads();
    if (g < n) {
        int s = 0;
        for (int k = -2; k <= 2; k++) {
            s += tile[l + k];
        }
        out[g] = s;
    }
}
