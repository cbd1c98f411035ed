// launch: row_norm<<<5, 128>>>(x: float[1505] = rand(921, -1, 1), out: float[5] = poison, cols: 301)
// expect: sum(out) = 50.557167 (twin)
// expect: out[0..1] = 9.511182 (twin)
// expect: out[4..5] = 10.141311 (twin)
// launch: column_mean<<<3, 128>>>(x: float[6000] = rand(922, -1, 1), out: float[300] = poison, rows: 20, cols: 300)
// expect: sum(out) = 1.9173467 (twin)
// expect: out[0..1] = -0.3005255 (twin)
// expect: out[299..300] = 0.07697972 (twin)
// launch: row_variance<<<6, 64>>>(x: float[1200] = rand(923, 0, 3), out: float[6] = poison, cols: 200)
// expect: sum(out) = 4.447427 (twin)
// expect: out[0..1] = 0.72021085 (twin)
// expect: out[5..6] = 0.77549237 (twin)
__global__ void row_norm(const float* x, float* out, int cols) {
    __shared__ float part[128];
    float sum = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        float v = x[blockIdx.x * cols + c];
        sum += v * v;
    }
    part[threadIdx.x] = sum;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s /= 2) {
        if (threadIdx.x < s) part[threadIdx.x] += part[threadIdx.x + s];
        __syncthreads();
    }
    if (threadIdx.x == 0) out[blockIdx.x] = sqrtf(part[0]);
}
__global__ void column_mean(const float* x, float* out, int rows, int cols) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= cols) return;
    float sum = 0.0f;
    for (int r = 0; r < rows; r++) sum += x[r * cols + c];
    out[c] = sum / rows;
}
__global__ void row_variance(const float* x, float* out, int cols) {
    __shared__ float part[64];
    const float* row = x + blockIdx.x * cols;
    float sum = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 64) sum += row[c];
    part[threadIdx.x] = sum;
    __syncthreads();
    for (int s = 32; s > 0; s >>= 1) {
        if (threadIdx.x < s) part[threadIdx.x] += part[threadIdx.x + s];
        __syncthreads();
    }
    float mean = part[0] / cols;
    __syncthreads();
    float squares = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 64) squares += (row[c] - mean) * (row[c] - mean);
    part[threadIdx.x] = squares;
    __syncthreads();
    for (int s = 32; s > 0; s >>= 1) {
        if (threadIdx.x < s) part[threadIdx.x] += part[threadIdx.x + s];
        __syncthreads();
    }
    if (threadIdx.x == 0) out[blockIdx.x] = part[0] / (cols - 1);
}
