// launch: convert<<<1, 8>>>(x: float[8] = 1 1.00390625 1.01171875 -3.1415927 65504 1e-40 inf 3.4e38, b: __nv_bfloat16[8], back: float[8])
// expect: back = 1 1 1.015625 -3.140625 65536 9.1835496e-41 inf inf
#include <cuda_bf16.h>
__global__ void convert(const float* x, __nv_bfloat16* b, float* back) {
    int i = threadIdx.x;
    b[i] = __float2bfloat16(x[i]);
    back[i] = __bfloat162float(b[i]);
}
