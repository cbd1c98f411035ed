// launch: transpose<<<(3,2), (16,8)>>>(in: float[1360] = seq(0, 1), out: float[1360] = poison, w: 40, h: 34)
// expect: out[0..4] = 0 40 80 120
// expect: out[34..36] = 1 41
// expect: hash(out) = ca2cf5f86bba0aac (twin)
__global__ void transpose(const float* in, float* out, int w, int h) {
    __shared__ float tile[16][17];
    for (int by = blockIdx.y * 16; by < h; by += gridDim.y * 16) {
        int x = blockIdx.x * 16 + threadIdx.x;
        for (int j = threadIdx.y; j < 16; j += 8)
            if (x < w && by + j < h) tile[j][threadIdx.x] = in[(by + j) * w + x];
        __syncthreads();
        int ox = by + threadIdx.x;
        for (int j = threadIdx.y; j < 16; j += 8) {
            int oy = blockIdx.x * 16 + j;
            if (ox < h && oy < w) out[oy * h + ox] = tile[threadIdx.x][j];
        }
        __syncthreads();
    }
}
