// launch: residual<<<4, 64>>>(x: float[1001] = seq(0, 1), r: float[1001] = seq(1000, -1), scale: 0.5, n: 1001)
// expect: x[0..3] = 500 500.5 501
// expect: sum(x) = 750750
__global__ void residual(float* __restrict__ x, const float* __restrict__ r, float scale, int n) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) x[i] = x[i] + scale * r[i];
}
