// bf16_convert.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>
#include <musa_bf16.h>

__global__ void convert(const float *x, __mt_bfloat16 *b, float *back)
{
    int i = threadIdx.x;
    b[i] = __float2bfloat16(x[i]);
    back[i] = __bfloat162float(b[i]);
}
