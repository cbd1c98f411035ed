// double_math.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void polar(const double *x, const double *y, double *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    double r = sqrt(x[i] * x[i] + y[i] * y[i]);
    out[i] = exp(-r) * sin(x[i]) + atan2(y[i], x[i]) / (1.0 + r);
}
