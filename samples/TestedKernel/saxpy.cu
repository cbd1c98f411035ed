// launch: saxpy<<<2, 4>>>(n: 7, a: 2, x: float[7] = seq(0, 1), y: float[8] = 1)
// expect: y = 1 3 5 7 9 11 13 1
__global__ void saxpy(int n, float a, const float* x, float* y)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        y[i] = a * x[i] + y[i];
}
