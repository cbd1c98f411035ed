// scan_block.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void scan(const int *in, int *out)
{
    __shared__ int buf[2][64];
    int t = threadIdx.x;
    int from = 0;
    buf[0][t] = in[blockIdx.x * 64u + (unsigned int)t];
    __syncthreads();
    int chosen;
    for (int d = 1; d < 64; d *= 2) {
        int to = 1 - from;
        if (t >= d) {
            chosen = buf[from][t] + buf[from][t - d];
        } else {
            chosen = buf[from][t];
        }
        buf[to][t] = chosen;
        from = to;
        __syncthreads();
    }
    out[blockIdx.x * 64u + (unsigned int)t] = buf[from][t];
}
