// half_rounds_to_even.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>
#include <cuda_fp16.h>
#include <cuda_bf16.h>

__global__ void to_half(const float *x, float *h, float *b, unsigned short *bits)
{
    int i = threadIdx.x;
    h[i] = __half2float(__float2half(x[i]));
    b[i] = __bfloat162float(__float2bfloat16(x[i]));
    bits[i] = __half_as_ushort(__float2half(x[i]));
}
