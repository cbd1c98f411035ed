// transpose_tiled.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void transpose(const float *in, float *out, int w, int h)
{
    __shared__ float tile[16][17];
    for (int by = blockIdx.y * 16u; by < h; by += gridDim.y * 16u) {
        int x = blockIdx.x * 16u + threadIdx.x;
        for (int j = threadIdx.y; j < 16; j += 8) {
            if (x < w) {
                if (by + j < h) {
                    tile[j][threadIdx.x] = in[(by + j) * w + x];
                }
            }
        }
        __syncthreads();
        int ox = (unsigned int)by + threadIdx.x;
        for (int j_1 = threadIdx.y; j_1 < 16; j_1 += 8) {
            int oy = blockIdx.x * 16u + (unsigned int)j_1;
            if (ox < h && oy < w) {
                out[oy * h + ox] = tile[threadIdx.x][j_1];
            }
        }
        __syncthreads();
    }
}
