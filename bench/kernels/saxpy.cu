// launch: saxpy<<<400, 256>>>(n: 102400, a: 2, x: float[102400] = seq(0, 0.5), y: float[102400] = 1)
// expect: y[0..2] = 1 2
__global__ void saxpy(int n, float a, const float* x, float* y) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = a * x[i] + y[i];
}
