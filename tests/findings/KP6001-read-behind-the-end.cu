// launch: k<<<1, 32>>>(x: float[32] = 1, y: float[32] = 0)
// expect: finding KP6001 line 5
__global__ void k(const float* x, float* y) {
    int i = threadIdx.x;
    y[i] = x[i + 1];
}
