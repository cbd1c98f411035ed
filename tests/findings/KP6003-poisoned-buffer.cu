// launch: k<<<1, 32>>>(x: float[32] = poison, y: float[32] = 0)
// expect: finding KP6003 line 4
__global__ void k(const float* x, float* y) {
    y[threadIdx.x] = x[threadIdx.x];
}
