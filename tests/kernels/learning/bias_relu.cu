// launch: bias_relu<<<3, 8>>>(x: float[21] = seq(-10, 1), bias: float[7] = 0 1 -1 2 -2 3 -3, rows: 3, cols: 7)
// expect: x = 0 0 0 0 0 0 0 0 0 0 2 0 5 0 4 6 5 9 6 12 7
__global__ void bias_relu(float* x, const float* bias, int rows, int cols) {
    int c = threadIdx.x, r = blockIdx.x;
    if (r < rows && c < cols) {
        float v = x[r * cols + c] + bias[c];
        x[r * cols + c] = v > 0.0f ? v : 0.0f;
    }
}
