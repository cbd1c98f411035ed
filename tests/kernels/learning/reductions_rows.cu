// launch: row_sum<<<2, (32,4)>>>(x: float[385] = rand(241, -1, 1), y: float[7] = poison, rows: 7, cols: 55)
// tolerance: y abs 1e-5 the order of the sum
// expect: sum(y) = 8.370474 (twin)
// launch: column_sum<<<2, 32>>>(x: float[385] = rand(242, -1, 1), y: float[55] = poison, rows: 7, cols: 55)
// expect: sum(y) = -5.2122645 (twin)
// launch: row_argmax<<<5, 64>>>(x: float[505] = rand(243, -1, 1), y: int[5] = poison, cols: 101)
// expect: y = 58 69 60 65 68 (twin)
// launch: row_norm<<<4, 128>>>(x: float[1204] = rand(244, -1, 1), y: float[4] = poison, cols: 301)
// tolerance: y rel 1e-6 the order of the sum
// expect: sum(y) = 40.92121 (twin)
__global__ void row_sum(const float* x, float* y, int rows, int cols) {
    int row = blockIdx.x * blockDim.y + threadIdx.y;
    if (row >= rows) return;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) s += x[row * cols + c];
    for (int d = 16; d > 0; d /= 2) s += __shfl_xor_sync(0xffffffff, s, d);
    if (threadIdx.x == 0) y[row] = s;
}

__global__ void column_sum(const float* x, float* y, int rows, int cols) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= cols) return;
    float s = 0.0f;
    for (int r = 0; r < rows; r++) s += x[r * cols + c];
    y[c] = s;
}

__global__ void row_argmax(const float* x, int* y, int cols) {
    __shared__ float best[64];
    __shared__ int where[64];
    const float* row = x + blockIdx.x * cols;
    int t = threadIdx.x;
    float m = -INFINITY;
    int at = 0;
    for (int c = t; c < cols; c += blockDim.x) {
        if (row[c] > m) {
            m = row[c];
            at = c;
        }
    }
    best[t] = m;
    where[t] = at;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (t < s && (best[t + s] > best[t] || (best[t + s] == best[t] && where[t + s] < where[t]))) {
            best[t] = best[t + s];
            where[t] = where[t + s];
        }
        __syncthreads();
    }
    if (t == 0) y[blockIdx.x] = where[0];
}

__global__ void row_norm(const float* x, float* y, int cols) {
    __shared__ float part[4];
    const float* row = x + blockIdx.x * cols;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) s += row[c] * row[c];
    for (int d = 16; d > 0; d >>= 1) s += __shfl_down_sync(0xffffffffu, s, d);
    int lane = threadIdx.x & 31, warp = threadIdx.x >> 5;
    if (lane == 0) part[warp] = s;
    __syncthreads();
    if (warp == 0) {
        s = lane < blockDim.x / 32 ? part[lane] : 0.0f;
        for (int d = 16; d > 0; d >>= 1) s += __shfl_down_sync(0xffffffffu, s, d);
        if (lane == 0) y[blockIdx.x] = sqrtf(s);
    }
}
