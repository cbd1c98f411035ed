// launch: k<<<1, 32>>>(y: float[32] = 0)
// expect: finding KP6003 line 6
__global__ void k(float* y) {
    float v;
    if (threadIdx.x > 3) v = 2.0f;
    y[threadIdx.x] = v;
}
