// launch: log_softmax<<<4, 64>>>(x: float[404] = rand(271, -3, 3), y: float[404] = poison, cols: 101)
// tolerance: y abs 4e-6 expf, logf and the order of the sum
// expect: sum(y) = -2357.7236 (twin)
// launch: softmax_causal<<<(9,2), 32>>>(s: float[162] = rand(272, -3, 3), p: float[162] = poison, t: 9, scale: 0.5)
// tolerance: p abs 2e-6 expf and the order of the sum
// expect: sum(p) = 18 (twin)
// launch: softmax_backward<<<3, (32,1)>>>(dx: float[123] = poison, dy: float[123] = rand(273, -1, 1), y: float[123] = rand(274, 0, 0.1), d: 41)
// tolerance: dx abs 2e-6 the order of the sum
// expect: sum(dx) = -0.025580563 (twin)
// launch: softmax_small<<<3, 64>>>(x: float[690] = rand(275, -3, 3), y: float[690] = poison, rows: 138)
// tolerance: y abs 2e-6 expf
// expect: sum(y) = 138 (twin)
__global__ void log_softmax(const float* x, float* y, int cols) {
    __shared__ float scratch[64];
    const float* in = x + blockIdx.x * cols;
    int t = threadIdx.x;
    float m = -3.402823466e+38f;
    for (int i = t; i < cols; i += blockDim.x) m = max(m, in[i]);
    scratch[t] = m;
    __syncthreads();
    for (int s = 32; s > 0; s >>= 1) {
        if (t < s) scratch[t] = max(scratch[t], scratch[t + s]);
        __syncthreads();
    }
    m = scratch[0];
    __syncthreads();
    float sum = 0.0f;
    for (int i = t; i < cols; i += blockDim.x) sum += expf(in[i] - m);
    scratch[t] = sum;
    __syncthreads();
    for (int s = 32; s > 0; s >>= 1) {
        if (t < s) scratch[t] += scratch[t + s];
        __syncthreads();
    }
    float lse = logf(scratch[0]) + m;
    for (int i = t; i < cols; i += blockDim.x) y[blockIdx.x * cols + i] = in[i] - lse;
}

// A query a block: keys behind it weigh nothing.
__global__ void softmax_causal(const float* s, float* p, int t, float scale) {
    int q = blockIdx.x, head = blockIdx.y, k = threadIdx.x;
    const float* row = s + (head * t + q) * t;
    float v = k <= q ? row[k] * scale : -INFINITY;
    float m = v;
    for (int o = 16; o > 0; o >>= 1) m = fmaxf(m, __shfl_xor_sync(0xffffffffu, m, o));
    float e = k <= q ? expf(v - m) : 0.0f, sum = e;
    for (int o = 16; o > 0; o >>= 1) sum += __shfl_xor_sync(0xffffffffu, sum, o);
    if (k < t) p[(head * t + q) * t + k] = e / sum;
}

__global__ void softmax_backward(float* dx, const float* dy, const float* y, int d) {
    float s = 0.0f;
    for (int i = threadIdx.x; i < d; i += blockDim.x) s += dy[blockIdx.x * d + i] * y[blockIdx.x * d + i];
    for (int o = 16; o > 0; o >>= 1) s += __shfl_xor_sync(0xffffffffu, s, o);
    for (int i = threadIdx.x; i < d; i += blockDim.x) {
        int at = blockIdx.x * d + i;
        dx[at] = (dy[at] - s) * y[at];
    }
}

// Rows of five classes, one a thread, in registers.
__global__ void softmax_small(const float* x, float* y, int rows) {
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) return;
    float v[5], m = -INFINITY, s = 0.0f;
    for (int i = 0; i < 5; i++) {
        v[i] = x[r * 5 + i];
        m = fmaxf(m, v[i]);
    }
    for (int i = 0; i < 5; i++) {
        v[i] = expf(v[i] - m);
        s += v[i];
    }
    for (int i = 0; i < 5; i++) y[r * 5 + i] = v[i] / s;
}
