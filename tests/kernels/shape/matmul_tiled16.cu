// launch: matmul<<<(3,4), (16,16)>>>(a: float[2009] = rand(41, -1, 1), b: float[1517] = rand(42, -1, 1), c: float[1813] = poison, m: 49, n: 37, k: 41)
// tolerance: c abs 1e-5 the order of the sum over k
// expect: sum(c) = -136.63666
__global__ void matmul(const float* a, const float* b, float* c, int m, int n, int k) {
    __shared__ float as[16][16];
    __shared__ float bs[16][16];
    int tx = threadIdx.x, ty = threadIdx.y, col = blockIdx.x * 16 + tx, row = blockIdx.y * 16 + ty;
    float s = 0.0f;
    for (int k0 = 0; k0 < k; k0 += 16) {
        as[ty][tx] = (row < m && k0 + tx < k) ? a[row * k + k0 + tx] : 0.0f;
        bs[ty][tx] = (k0 + ty < k && col < n) ? b[(k0 + ty) * n + col] : 0.0f;
        __syncthreads();
        for (int i = 0; i < 16; i++) s += as[ty][i] * bs[i][tx];
        __syncthreads();
    }
    if (row < m && col < n) c[row * n + col] = s;
}
