// launch: bias_nchw<<<3, 256>>>(x: float[630] = rand(221, -1, 1), bias: float[5] = rand(222, -1, 1), n: 630, c: 5, hw: 63)
// expect: sum(x) = -4.030664 (twin)
// launch: outer<<<(3,2), (16,8)>>>(a: float[13] = rand(223, -1, 1), b: float[41] = rand(224, -1, 1), y: float[533] = poison, rows: 13, cols: 41)
// expect: sum(y) = -10.190778 (twin)
// launch: masked_fill<<<2, 128>>>(x: float[231] = rand(225, -1, 1), mask: uchar[231] = rand(226, 0, 2), y: float[231] = poison, value: -1e9, n: 231)
// expect: y[0..3] = -1E+09 0.08175937 0.5360395 (twin)
// launch: lerp_clamp<<<2, 160>>>(a: float[301] = rand(227, -1, 1), b: float[301] = rand(228, -1, 1), w: float[301] = rand(229, 0, 1), y: float[301] = poison, lo: -0.5, hi: 0.6, n: 301)
// expect: sum(y) = 7.387037 (twin)
// launch: add_strided<<<2, 128>>>(a: float[210] = rand(230, -1, 1), b: float[30] = rand(231, -1, 1), y: float[210] = poison, d: {7, 6, 5, 1, 0, 5, 30}, n: 210)
// expect: sum(y) = -19.909231 (twin)
__global__ void bias_nchw(float* x, const float* bias, int n, int c, int hw) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) x[i] += bias[i / hw % c];
}

__global__ void outer(const float* a, const float* b, float* y, int rows, int cols) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    int r = blockIdx.y * blockDim.y + threadIdx.y;
    if (r < rows && c < cols) y[r * cols + c] = a[r] * b[c];
}

__global__ void masked_fill(const float* x, const unsigned char* mask, float* y, float value, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = mask[i] ? value : x[i];
}

__global__ void lerp_clamp(const float* a, const float* b, const float* w, float* y, float lo, float hi, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float v = w[i] < 0.5f ? a[i] + w[i] * (b[i] - a[i]) : b[i] - (b[i] - a[i]) * (1.0f - w[i]);
    y[i] = fminf(fmaxf(v, lo), hi);
}

struct Dims {
    int n0, n1, n2;
    int s0, s1, s2;
    int outer;
};

// A tensor of three directions and one that is broadcast along the middle one, by sizes and strides.
__global__ void add_strided(const float* a, const float* b, float* y, Dims d, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    int c = i % d.n2, r = i / d.n2;
    int q = r % d.n1, p = r / d.n1;
    y[i] = a[i] + b[(c * d.s0 + q * d.s1 + p % d.n1 * d.s2) % d.outer];
}
