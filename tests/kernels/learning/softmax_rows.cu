// launch: softmax<<<5, 64>>>(in: float[515] = rand(11, -4, 4), out: float[515] = poison, cols: 103)
// tolerance: out ulp 8 rel 1e-6 expf and the order of the sum
// expect: sum(out) = 5
// expect: out[0..4] = 0.00024471406 0.00015902419 0.0032114366 0.0011043887 (twin)
__global__ void softmax(const float* in, float* out, int cols) {
    __shared__ float part[2];
    const float* x = in + blockIdx.x * cols;
    float* y = out + blockIdx.x * cols;
    float m = -INFINITY;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) m = fmaxf(m, x[c]);
    for (int d = 16; d > 0; d /= 2) m = fmaxf(m, __shfl_xor_sync(0xffffffffu, m, d, 32));
    if (threadIdx.x % 32 == 0) part[threadIdx.x / 32] = m;
    __syncthreads();
    m = fmaxf(part[0], part[1]);
    __syncthreads();
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) s += expf(x[c] - m);
    for (int d = 16; d > 0; d /= 2) s += __shfl_xor_sync(0xffffffffu, s, d, 32);
    if (threadIdx.x % 32 == 0) part[threadIdx.x / 32] = s;
    __syncthreads();
    s = part[0] + part[1];
    for (int c = threadIdx.x; c < cols; c += blockDim.x) y[c] = expf(x[c] - m) / s;
}
