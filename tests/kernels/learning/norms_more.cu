// launch: instance_norm<<<6, 128>>>(x: float[2346] = rand(931, -2, 2), out: float[2346] = poison, plane: 391, eps: 1e-5)
// tolerance: out ulp 16 abs 1e-5 rsqrtf, and squares less the mean's
// expect: sum(out) = -1.7812941E-05 (twin)
// expect: out[0..1] = 1.564508 (twin)
// expect: out[2345..2346] = -1.5635135 (twin)
// launch: weight_norm<<<8, 64>>>(v: float[1200] = rand(932, -1, 1), g: float[8] = rand(933, 0.5, 2), out: float[1200] = poison, cols: 150)
// expect: sum(out) = -11.595922 (twin)
// expect: out[0..1] = -0.09385647 (twin)
// expect: out[1199..1200] = -0.053477444 (twin)
// launch: l2_normalise<<<4, 256>>>(x: float[2000] = rand(934, -1, 1), out: float[2000] = poison, cols: 500)
// expect: sum(out) = -0.5060394 (twin)
// expect: out[0..1] = 0.00061067234 (twin)
// expect: out[1999..2000] = 0.07102951 (twin)
__device__ float block_sum(float v, float* part) {
    part[threadIdx.x] = v;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (threadIdx.x < s) part[threadIdx.x] += part[threadIdx.x + s];
        __syncthreads();
    }
    float all = part[0];
    __syncthreads();
    return all;
}
__global__ void instance_norm(const float* x, float* out, int plane, float eps) {
    __shared__ float part[128];
    const float* in = x + blockIdx.x * plane;
    float sum = 0.0f, squares = 0.0f;
    for (int i = threadIdx.x; i < plane; i += blockDim.x) {
        sum += in[i];
        squares += in[i] * in[i];
    }
    float mean = block_sum(sum, part) / plane;
    float variance = block_sum(squares, part) / plane - mean * mean;
    float scale = rsqrtf(variance + eps);
    for (int i = threadIdx.x; i < plane; i += blockDim.x) out[blockIdx.x * plane + i] = (in[i] - mean) * scale;
}
__global__ void weight_norm(const float* v, const float* g, float* out, int cols) {
    __shared__ float part[64];
    int base = blockIdx.x * cols;
    float squares = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) squares += v[base + c] * v[base + c];
    float scale = g[blockIdx.x] / sqrtf(block_sum(squares, part));
    for (int c = threadIdx.x; c < cols; c += blockDim.x) out[base + c] = v[base + c] * scale;
}
__global__ void l2_normalise(const float* __restrict__ x, float* __restrict__ out, int cols) {
    __shared__ float part[256];
    float squares = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) squares = fmaf(x[blockIdx.x * cols + c], x[blockIdx.x * cols + c], squares);
    float norm = fmaxf(sqrtf(block_sum(squares, part)), 1e-12f);
    for (int c = threadIdx.x; c < cols; c += blockDim.x) out[blockIdx.x * cols + c] = x[blockIdx.x * cols + c] / norm;
}
