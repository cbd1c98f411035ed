// launch: matmul<8><<<(4,3), (8,8)>>>(a: float[440] = rand(41, -1, 1), b: float[594] = rand(42, -1, 1), c: float[540] = poison, m: 20, n: 27, k: 22)
// tolerance: c abs 1e-5 the order of the sum over k
// expect: sum(c) = 66.55492569506168 (twin)
// expect: c[0..4] = 0.6091724 0.861135 -0.646767 0.9500127 (twin)
template <int T>
__global__ void matmul(const float* a, const float* b, float* c, int m, int n, int k) {
    __shared__ float as[T][T];
    __shared__ float bs[T][T];
    int tx = threadIdx.x, ty = threadIdx.y, col = blockIdx.x * T + tx, row = blockIdx.y * T + ty;
    float s = 0.0f;
    for (int k0 = 0; k0 < k; k0 += T) {
        as[ty][tx] = (row < m && k0 + tx < k) ? a[row * k + k0 + tx] : 0.0f;
        bs[ty][tx] = (k0 + ty < k && col < n) ? b[(k0 + ty) * n + col] : 0.0f;
        __syncthreads();
        for (int i = 0; i < T; i++) s += as[ty][i] * bs[i][tx];
        __syncthreads();
    }
    if (row < m && col < n) c[row * n + col] = s;
}
