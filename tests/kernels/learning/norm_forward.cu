// launch: add_rms_norm<<<4, 64>>>(input: float[364] = rand(261, -1, 1), residual: float[364] = rand(262, -1, 1), weight: float[91] = rand(263, 0, 2), epsilon: 1e-6, hidden: 91)
// tolerance: input abs 4e-6 rsqrtf and the order of the sum
// expect: sum(input) = 21.306183 (twin)
// expect: sum(residual) = 2.3465135 (twin)
// launch: instance_norm<<<(3,2), 48>>>(x: float[462] = rand(264, -1, 3), y: float[462] = poison, plane: 77, eps: 1e-5)
// tolerance: y abs 1e-5 rsqrtf and the order of the sums
// expect: sum(y) = -9.31602E-06 (twin)
// launch: batch_norm_stats<<<3, 64>>>(x: float[630] = rand(265, -1, 3), mean: float[3] = poison, inv: float[3] = poison, n: 6, c: 3, hw: 35, eps: 1e-5)
// tolerance: mean abs 2e-6 the order of the sum
// tolerance: inv abs 4e-6 the order of the sum
// expect: sum(mean) = 2.9622822 (twin)
// expect: sum(inv) = 2.5255446 (twin)
// launch: l2_normalize<<<2, (32,2)>>>(x: float[150] = rand(266, -1, 1), y: float[150] = poison, rows: 3, d: 50)
// tolerance: y abs 2e-6 the order of the sum
// expect: sum(y) = -3.034112 (twin)
// The residual is added in place first, as inference engines fuse it.
__global__ void add_rms_norm(float* input, float* residual, const float* weight, const float epsilon, const int hidden) {
    __shared__ float s_variance;
    __shared__ float warps[2];
    float variance = 0.0f;
    for (int i = threadIdx.x; i < hidden; i += blockDim.x) {
        float z = input[blockIdx.x * hidden + i];
        z += residual[blockIdx.x * hidden + i];
        variance += z * z;
        residual[blockIdx.x * hidden + i] = z;
    }
    for (int o = 16; o > 0; o >>= 1) variance += __shfl_xor_sync(0xffffffffu, variance, o);
    if (threadIdx.x % 32 == 0) warps[threadIdx.x / 32] = variance;
    __syncthreads();
    if (threadIdx.x == 0) s_variance = rsqrtf((warps[0] + warps[1]) / hidden + epsilon);
    __syncthreads();
    for (int i = threadIdx.x; i < hidden; i += blockDim.x)
        input[blockIdx.x * hidden + i] = residual[blockIdx.x * hidden + i] * s_variance * weight[i];
}

__global__ void instance_norm(const float* x, float* y, int plane, float eps) {
    __shared__ float sum[48], square[48];
    int base = (blockIdx.y * gridDim.x + blockIdx.x) * plane, t = threadIdx.x;
    float s = 0.0f, q = 0.0f;
    for (int i = t; i < plane; i += 48) {
        s += x[base + i];
        q += x[base + i] * x[base + i];
    }
    sum[t] = s;
    square[t] = q;
    __syncthreads();
    // Forty-eight is no power of two.
    for (int n = 48; n > 1; n = (n + 1) / 2) {
        int half = (n + 1) / 2;
        if (t + half < n) {
            sum[t] += sum[t + half];
            square[t] += square[t + half];
        }
        __syncthreads();
    }
    float mean = sum[0] / plane;
    float r = rsqrtf(square[0] / plane - mean * mean + eps);
    for (int i = t; i < plane; i += 48) y[base + i] = (x[base + i] - mean) * r;
}

__global__ void batch_norm_stats(const float* x, float* mean, float* inv, int n, int c, int hw, float eps) {
    __shared__ float s1[64], s2[64];
    int channel = blockIdx.x, t = threadIdx.x;
    float a = 0.0f, b = 0.0f;
    for (int i = t; i < n * hw; i += blockDim.x) {
        float v = x[(i / hw * c + channel) * hw + i % hw];
        a += v;
        b += v * v;
    }
    s1[t] = a;
    s2[t] = b;
    for (int k = 32; k > 0; k /= 2) {
        __syncthreads();
        if (t < k) {
            s1[t] += s1[t + k];
            s2[t] += s2[t + k];
        }
    }
    if (t == 0) {
        float m = s1[0] / (n * hw);
        mean[channel] = m;
        inv[channel] = 1.0f / sqrtf(s2[0] / (n * hw) - m * m + eps);
    }
}

__global__ void l2_normalize(const float* x, float* y, int rows, int d) {
    int row = blockIdx.x * blockDim.y + threadIdx.y;
    if (row < rows) {
        float s = 0.0f;
        for (int i = threadIdx.x; i < d; i += 32) s = fmaf(x[row * d + i], x[row * d + i], s);
        for (int o = 16; o > 0; o >>= 1) s += __shfl_xor_sync(0xffffffffu, s, o);
        float scale = 1.0f / fmaxf(sqrtf(s), 1e-12f);
        for (int i = threadIdx.x; i < d; i += 32) y[row * d + i] = x[row * d + i] * scale;
    }
}
