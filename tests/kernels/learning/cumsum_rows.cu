// launch: cumsum<<<3, 1>>>(x: float[30] = seq(1, 1), y: float[30] = poison, cols: 10)
// expect: y[0..10] = 1 3 6 10 15 21 28 36 45 55
// expect: y[29..30] = 255
__global__ void cumsum(const float* x, float* y, int cols) {
    float s = 0.0f;
    for (int c = 0; c < cols; c++) {
        s += x[blockIdx.x * cols + c];
        y[blockIdx.x * cols + c] = s;
    }
}
