// rope.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void rope(float *q, int heads, int dim, float base)
{
    int head = blockIdx.x;
    int pos = blockIdx.y;
    int i = threadIdx.x;
    float *v = q + (pos * heads + head) * dim;
    float angle = (float)pos * powf(base, -2.0f * (float)i / (float)dim);
    float s = sinf(angle);
    float c = cosf(angle);
    float a = v[i];
    float b = v[i + dim / 2];
    v[i] = a * c - b * s;
    v[i + dim / 2] = a * s + b * c;
}
