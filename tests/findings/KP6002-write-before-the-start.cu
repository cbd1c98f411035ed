// launch: k<<<1, 32>>>(y: float[32] = 0)
// expect: finding KP6002 line 4
__global__ void k(float* y) {
    y[(int)threadIdx.x - 1] = 1.0f;
}
