// layout_moves.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void transpose(const float *x, float *y, int rows, int cols)
{
    __shared__ float tile[32][33];
    int c = blockIdx.x * 32u + threadIdx.x;
    int r = blockIdx.y * 32u + threadIdx.y;
    for (int j = 0; j < 32; j += 8) {
        if (r + j < rows) {
            if (c < cols) {
                tile[threadIdx.y + (unsigned int)j][threadIdx.x] = x[(r + j) * cols + c];
            }
        }
    }
    __syncthreads();
    c = blockIdx.y * 32u + threadIdx.x;
    r = blockIdx.x * 32u + threadIdx.y;
    for (int j_1 = 0; j_1 < 32; j_1 += 8) {
        if (r + j_1 < cols) {
            if (c < rows) {
                y[(r + j_1) * rows + c] = tile[threadIdx.x][threadIdx.y + (unsigned int)j_1];
            }
        }
    }
}

__global__ void permute_0213(const float *x, float *y, int b, int n, int nh, int d)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < b * nh * n * d) {
        int b_ = idx / (nh * n * d);
        int rest = idx % (nh * n * d);
        int nh_ = rest / (n * d);
        rest %= n * d;
        int n_ = rest / d;
        int d_ = rest % d;
        y[idx] = x[b_ * n * nh * d + n_ * nh * d + nh_ * d + d_];
    }
}

__global__ void upsample_nearest(const float *x, float *y, int h, int w)
{
    int ox = blockIdx.x * blockDim.x + threadIdx.x;
    int c = blockIdx.z;
    for (int oy = blockIdx.y * blockDim.y + threadIdx.y; oy < 2 * h; oy += gridDim.y * blockDim.y) {
        if (ox < 2 * w) {
            y[(c * 2 * h + oy) * 2 * w + ox] = x[(c * h + oy / 2) * w + ox / 2];
        }
    }
}

__global__ void pixel_shuffle(const float *x, float *y, int c, int h, int w, int r)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int oh = h * r;
    int ow = w * r;
    if (i >= c * oh * ow) {
        return;
    }
    int ox = i % ow;
    int oy = i / ow % oh;
    int ch = i / (ow * oh);
    int from = (ch * r * r + oy % r * r + ox % r) * h * w + oy / r * w + ox / r;
    y[i] = x[from];
}

__global__ void pad_reflect(const float *x, float *y, int h, int w, int top, int left)
{
    int ox = threadIdx.x;
    int oy = threadIdx.y;
    int ix = abs(ox - left);
    int iy = abs(oy - top);
    if (ix >= w) {
        ix = 2 * w - 2 - ix;
    }
    if (iy >= h) {
        iy = 2 * h - 2 - iy;
    }
    y[(unsigned int)oy * blockDim.x + (unsigned int)ox] = x[iy * w + ix];
}
