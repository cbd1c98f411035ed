// half_axpy.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>
#include <hip/hip_fp16.h>

__global__ __launch_bounds__(1024) void axpy(const __half *x, __half *y, float a, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = __float2half(__half2float(__float2half(__half2float(__float2half(a)) * __half2float(x[i]))) + __half2float(y[i]));
    }
}
