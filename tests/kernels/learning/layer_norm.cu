// launch: layer_norm<<<4, 64>>>(x: float[400] = rand(104, -2, 3), gamma: float[100] = rand(105, 0.5, 1.5), beta: float[100] = rand(106, -1, 1), y: float[400] = poison, mean: float[4], rstd: float[4], cols: 100)
// tolerance: y abs 2e-6 rsqrtf and the order of the sums
// tolerance: mean abs 1e-6 the order of the sum
// tolerance: rstd rel 1e-6 rsqrtf and the order of the sum
// expect: sum(y) = -40.22038519009948 (twin)
// expect: mean = 0.53611684 0.66102356 0.5394881 0.51764303 (twin)
// expect: rstd = 0.69377875 0.66397136 0.70955986 0.72709715 (twin)
__device__ float block_sum(float v, float* part) {
    for (int d = 16; d > 0; d >>= 1) v += __shfl_xor_sync(0xffffffffu, v, d, 32);
    if (threadIdx.x % 32 == 0) part[threadIdx.x / 32] = v;
    __syncthreads();
    v = part[0] + part[1];
    __syncthreads();
    return v;
}
__global__ void layer_norm(const float* x, const float* gamma, const float* beta, float* y, float* mean, float* rstd, int cols) {
    __shared__ float part[2];
    const float* row = x + blockIdx.x * cols;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) s += row[c];
    float mu = block_sum(s, part) / cols;
    s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) {
        float d = row[c] - mu;
        s += d * d;
    }
    float r = rsqrtf(block_sum(s, part) / cols + 1e-5f);
    for (int c = threadIdx.x; c < cols; c += blockDim.x) y[blockIdx.x * cols + c] = (row[c] - mu) * r * gamma[c] + beta[c];
    if (threadIdx.x == 0) {
        mean[blockIdx.x] = mu;
        rstd[blockIdx.x] = r;
    }
}
