// launch: softmax<<<64, 128>>>(in: float[32768] = rand(3, -4, 4), out: float[32768] = poison, cols: 512)
// expect: sum(out) = 64
// tolerance: out abs 1e-6 (sums of expf)
__global__ void softmax(const float* in, float* out, int cols) {
    __shared__ float s[128];
    int t = threadIdx.x;
    const float* x = in + blockIdx.x * cols;
    float* y = out + blockIdx.x * cols;
    float m = -3.0e38f;
    for (int c = t; c < cols; c += 128) m = fmaxf(m, x[c]);
    s[t] = m;
    __syncthreads();
    for (int d = 64; d > 0; d >>= 1) {
        if (t < d) s[t] = fmaxf(s[t], s[t + d]);
        __syncthreads();
    }
    m = s[0];
    __syncthreads();
    float sum = 0.0f;
    for (int c = t; c < cols; c += 128) sum += expf(x[c] - m);
    s[t] = sum;
    __syncthreads();
    for (int d = 64; d > 0; d >>= 1) {
        if (t < d) s[t] += s[t + d];
        __syncthreads();
    }
    for (int c = t; c < cols; c += 128) y[c] = expf(x[c] - m) / s[0];
}
