// mandelbrot.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void mandelbrot(int *out, int w, int h, int limit)
{
    int px = blockIdx.x * blockDim.x + threadIdx.x;
    int py = blockIdx.y * blockDim.y + threadIdx.y;
    if (px >= w || py >= h) {
        return;
    }
    float cx = -2.0f + 3.0f * (float)px / (float)w;
    float cy = -1.0f + 2.0f * (float)py / (float)h;
    float x = 0.0f;
    float y = 0.0f;
    int n = 0;
    while (n < limit) {
        if (!(x * x + y * y <= 4.0f)) {
            break;
        }
        float t = x * x - y * y + cx;
        y = 2.0f * x * y + cy;
        x = t;
        n++;
    }
    out[py * w + px] = n;
}
