// paged_gather.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void gather(const float *pages, const int *table, const int *length, float *out)
{
    int sequence = blockIdx.y;
    for (int t = blockIdx.x; t < 12; t += gridDim.x) {
        float v = -1.0f;
        if (t < length[sequence]) {
            int slot = table[3 * sequence + t / 2 % 3];
            v = pages[(unsigned int)((slot * 2 + t % 2) * 8) + threadIdx.x];
        }
        out[(unsigned int)((sequence * 12 + t) * 8) + threadIdx.x] = v;
    }
}
