// dequant_int4.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void dequant(const unsigned int *packed, const float *scale, const unsigned char *zero, float *out, int words)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= words) {
        return;
    }
    unsigned int w = packed[i];
    int group = i / 4;
    for (int b = 0; b < 8; b++) {
        int q = (int)((w >> (unsigned int)(4 * b)) & 15u) - (int)zero[group];
        out[8 * i + b] = (float)q * scale[group];
    }
}
