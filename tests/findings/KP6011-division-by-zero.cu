// launch: k<<<1, 4>>>(x: int[4] = 1 2 0 4, y: int[4] = 0)
// expect: finding KP6011 line 4
__global__ void k(const int* x, int* y) {
    y[threadIdx.x] = 12 / x[threadIdx.x];
}
