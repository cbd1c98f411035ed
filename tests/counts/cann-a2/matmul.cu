// By hand 864 steps, 12 copies, 3080 bytes; tests/twin/cann-a2/defects/matmul_gather.asc, counted as it runs (npu-dialects 9.3)
// In CUDA's order 1120 steps: Mul and Add, which round twice, instead of MulAddDst, of which no document says how it rounds
// launch: matmul<<<(2, 2), (16, 16)>>>(a: float[100] = rand(4, -1, 1), b: float[95] = rand(5, -1, 1), c: float[380] = poison, m: 20, n: 19, k: 5)
__global__ void matmul(const float *a, const float *b, float *c, int m, int n, int k) {
    __shared__ float as[16][16], bs[16][16];
    int tx = threadIdx.x, ty = threadIdx.y, row = blockIdx.y * 16 + ty, col = blockIdx.x * 16 + tx;
    float acc = 0.0f;
    for (int k0 = 0; k0 < k; k0 += 16) {
        as[ty][tx] = row < m && k0 + tx < k ? a[row * k + k0 + tx] : 0.0f;
        bs[ty][tx] = k0 + ty < k && col < n ? b[(k0 + ty) * n + col] : 0.0f;
        __syncthreads();
        for (int i = 0; i < 16; i++) acc += as[ty][i] * bs[i][tx];
        __syncthreads();
    }
    if (row < m && col < n) c[row * n + col] = acc;
}
