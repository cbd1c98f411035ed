// launch: log_softmax<<<5, 128>>>(x: float[1005] = rand(941, -4, 4), out: float[1005] = poison, cols: 201)
// tolerance: out ulp 8 rel 1e-6 expf and logf
// expect: sum(out) = -7299.6846 (twin)
// expect: out[0..1] = -6.9845276 (twin)
// expect: out[1004..1005] = -3.196053 (twin)
// launch: kl_divergence<<<4, 256>>>(log_p: float[900] = rand(942, -6, 0), q: float[900] = rand(943, 0, 1), out: float[900] = poison, n: 900)
// tolerance: out ulp 8 abs 1e-6 logf
// expect: sum(out) = 1199.4714 (twin)
// expect: out[0..1] = 1.695613 (twin)
// expect: out[899..900] = 0.5313428 (twin)
// launch: hinge<<<7, 128>>>(score: float[800] = rand(944, -2, 2), label: int[800] = rand(945, 0, 2), out: float[800] = poison, n: 800)
// expect: sum(out) = 892.62103 (twin)
// expect: out[0..1] = 0.90568596 (twin)
// expect: out[799..800] = 0.85392463 (twin)
__global__ void log_softmax(const float* x, float* out, int cols) {
    __shared__ float part[128];
    const float* row = x + blockIdx.x * cols;
    float most = -3.402823466e+38f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) most = fmaxf(most, row[c]);
    part[threadIdx.x] = most;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (threadIdx.x < s) part[threadIdx.x] = fmaxf(part[threadIdx.x], part[threadIdx.x + s]);
        __syncthreads();
    }
    most = part[0];
    __syncthreads();
    float sum = 0.0f;
    for (int c = threadIdx.x; c < cols; c += blockDim.x) sum += expf(row[c] - most);
    part[threadIdx.x] = sum;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (threadIdx.x < s) part[threadIdx.x] += part[threadIdx.x + s];
        __syncthreads();
    }
    float norm = most + logf(part[0]);
    for (int c = threadIdx.x; c < cols; c += blockDim.x) out[blockIdx.x * cols + c] = row[c] - norm;
}
__global__ void kl_divergence(const float* log_p, const float* q, float* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) out[i] = q[i] > 0.0f ? q[i] * (logf(q[i]) - log_p[i]) : 0.0f;
}
__global__ void hinge(const float* score, const int* label, float* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float sign = label[i] == 1 ? 1.0f : -1.0f;
        out[i] = fmaxf(0.0f, 1.0f - sign * score[i]);
    }
}
