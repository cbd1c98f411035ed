// pooling.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void pool(const float *x, float *top, float *mean, int h, int w)
{
    int ox = threadIdx.x;
    int oy = threadIdx.y;
    int c = blockIdx.z;
    int ow = (w - 1) / 2;
    int oh = (h - 1) / 2;
    if (ox >= ow || oy >= oh) {
        return;
    }
    float m = -__int_as_float(0x7f800000);
    float s = 0.0f;
    int n = 0;
    for (int j = 0; j < 2; j++) {
        for (int i = 0; i < 2; i++) {
            float v = x[(c * h + 2 * oy + j) * w + 2 * ox + i];
            m = fmaxf(m, v);
            s += v;
            n++;
        }
    }
    top[(c * oh + oy) * ow + ox] = m;
    mean[(c * oh + oy) * ow + ox] = s / (float)n;
}
