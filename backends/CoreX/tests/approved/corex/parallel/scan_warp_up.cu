// scan_warp_up.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void scan(const int *in, int *out)
{
    __shared__ int totals[2];
    int t = threadIdx.x;
    int lane = t % 32;
    int v = in[t];
    for (int d = 1; d < 32; d <<= 1u) {
        int t_1 = __shfl_up_sync(0xffffffffu, v, (unsigned int)d, 32);
        int o = t_1;
        if (lane >= d) {
            v += o;
        }
    }
    if (lane == 31) {
        totals[t / 32] = v;
    }
    __syncthreads();
    if (t >= 32) {
        v += totals[0];
    }
    out[t] = v;
}
