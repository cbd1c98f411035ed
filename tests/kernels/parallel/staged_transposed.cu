// Rows of a tile that threads store as columns: the rows of threads side by side, in another order, and with a gap.
// launch: staged_transposed<<<2, (16, 16)>>>(in: int[2048] = rand(5, -500, 500), out: int[4096] = 0, gap: 1)
// expect: hash(out) = 449bb1ff3fb1895c (twin)
// launch: staged_transposed<<<2, (16, 16)>>>(in: int[2048] = rand(6, -500, 500), out: int[4096] = 0, gap: 2)
// expect: hash(out) = c603b8e8aacdd7fb (twin)
__global__ void staged_transposed(const int *in, int *out, int gap) {
    __shared__ int tile[16][64];
    __shared__ int other[16][48];
    int t = threadIdx.y * 16 + threadIdx.x;
    for (int e = t; e < 1024; e += 256) tile[e % 16][e / 16] = in[blockIdx.x * 1024 + e];
    for (int e = t; e < 256; e += 256) other[e % 16][(15 - e / 16) * gap] = in[blockIdx.x * 1024 + e] * 3;
    __syncthreads();
    for (int e = t; e < 1024; e += 256) out[blockIdx.x * 2048 + e] = tile[e / 64][e % 64];
    out[blockIdx.x * 2048 + 1024 + t] = other[threadIdx.y][threadIdx.x * gap];
    out[blockIdx.x * 2048 + 1280 + threadIdx.x * 32 + threadIdx.y * gap] = t;
}
