// launch: axpy<<<2, 32>>>(x: half[50] = seq(0, 0.5), y: half[50] = seq(100, -1), a: 1.5, n: 50)
// expect: y[0..4] = 100 99.75 99.5 99.25
// expect: y[49..50] = 87.75
#include <cuda_fp16.h>
__global__ void axpy(const half* x, half* y, float a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = __hadd(__hmul(__float2half(a), x[i]), y[i]);
}
