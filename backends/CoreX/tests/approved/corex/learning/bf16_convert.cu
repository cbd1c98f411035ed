// bf16_convert.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>
#include <cuda_bf16.h>

__global__ void convert(const float *x, __nv_bfloat16 *b, float *back)
{
    int i = threadIdx.x;
    b[i] = __float2bfloat16(x[i]);
    back[i] = __bfloat162float(b[i]);
}
