// half_axpy.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>
#include <cuda_fp16.h>

__global__ void axpy(const __half *x, __half *y, float a, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = __float2half(__half2float(__float2half(__half2float(__float2half(a)) * __half2float(x[i]))) + __half2float(y[i]));
    }
}
