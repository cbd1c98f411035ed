// launch: gemv<<<9, 32>>>(w: signed char[1152] = rand(122, -127, 128), x: signed char[128] = rand(123, -127, 128), scale: float[9] = rand(124, 0.01, 0.1), y: float[9] = poison, k: 128)
// expect: y = 3817.0876 -476.34036 -470.85132 6639.0757 1657.3033 -1317.8636 -11291.124 1283.1956 643.6598 (twin)
__global__ void gemv(const signed char* w, const signed char* x, const float* scale, float* y, int k) {
    const int* w4 = reinterpret_cast<const int*>(w + blockIdx.x * k);
    const int* x4 = reinterpret_cast<const int*>(x);
    int s = 0;
    for (int i = threadIdx.x; i < k / 4; i += 32) s = __dp4a(w4[i], x4[i], s);
    for (int d = 16; d > 0; d >>= 1) s += __shfl_down_sync(0xffffffffu, s, d, 32);
    if (threadIdx.x == 0) y[blockIdx.x] = s * scale[blockIdx.x];
}
