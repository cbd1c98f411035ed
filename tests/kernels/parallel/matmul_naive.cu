// launch: matmul<<<(2,3), (16,8)>>>(a: float[228] = seq(0, 1), b: float[276] = seq(1, 0), c: float[437] = poison, m: 19, n: 23, k: 12)
// expect: c[0..2] = 66 66
// expect: c[23..24] = 210
// expect: c[436..437] = 2658
__global__ void matmul(const float* a, const float* b, float* c, int m, int n, int k) {
    int x = blockIdx.x * blockDim.x + threadIdx.x, y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= n || y >= m) return;
    float s = 0.0f;
    for (int i = 0; i < k; i++) s += a[y * k + i] * b[i * n + x];
    c[y * n + x] = s;
}
