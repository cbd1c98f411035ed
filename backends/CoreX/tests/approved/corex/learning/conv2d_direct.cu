// conv2d_direct.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void conv(const float *x, const float *w, const float *b, float *y, int h, int width)
{
    int ox = blockIdx.x * 4u + threadIdx.x;
    int oy = blockIdx.y * 4u + threadIdx.y;
    int oc = blockIdx.z;
    if (ox >= width || oy >= h) {
        return;
    }
    float s = b[oc];
    for (int ic = 0; ic < 2; ic++) {
        for (int ky = -1; ky <= 1; ky++) {
            for (int kx = -1; kx <= 1; kx++) {
                int iy = oy + ky;
                int ix = ox + kx;
                if (iy < 0 || ix < 0 || iy >= h || ix >= width) {
                    continue;
                }
                s += x[(ic * h + iy) * width + ix] * w[((oc * 2 + ic) * 3 + ky + 1) * 3 + kx + 1];
            }
        }
    }
    y[(oc * h + oy) * width + ox] = s;
}
