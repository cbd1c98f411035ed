// launch: square_sum<<<4, 32>>>(g: float[203] = rand(135, -1, 1), norm: float[1], n: 203)
// then: clip<<<4, 64>>>(g, norm, limit: 1, n: 203)
// tolerance: norm rel 1e-5 the order of atomic additions
// tolerance: g rel 1e-5 the norm
// expect: norm = 73.125885 (twin)
// expect: g[0..4] = 0.012432902 -0.046052 0.030007208 0.008815216 (twin)
__global__ void square_sum(const float* g, float* norm, int n) {
    float s = 0.0f;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) s += g[i] * g[i];
    for (int d = 16; d > 0; d >>= 1) s += __shfl_down_sync(0xffffffffu, s, d, 32);
    if (threadIdx.x % 32 == 0) atomicAdd(norm, s);
}
__global__ void clip(float* g, const float* norm, float limit, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    float size = sqrtf(*norm);
    if (i < n && size > limit) g[i] *= limit / (size + 1e-6f);
}
