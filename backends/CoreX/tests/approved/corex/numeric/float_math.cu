// float_math.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void survey(const float *x, float *out)
{
    int i = threadIdx.x;
    float v = x[i];
    float *o = out + 8 * i;
    (*o) = expf(-v);
    o[1] = logf(v);
    o[2] = sinf(v);
    o[3] = cosf(v);
    o[4] = tanhf(v);
    o[5] = powf(v, 1.7f);
    o[6] = rsqrtf(v);
    o[7] = erff(v);
}
