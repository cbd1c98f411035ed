// launch: selective_scan<<<3, 1>>>(a: float[12] = 0.5 0.5 0.5 0.5 1 1 1 1 0 0 0 2, b: float[12] = 1 1 1 1 1 2 3 4 5 6 7 8, h: float[12] = poison, n: 4)
// expect: h = 1 1.5 1.75 1.875 1 3 6 10 5 6 7 22
// launch: combined<<<3, 4>>>(a: float[12] = 0.5 0.5 0.5 0.5 1 1 1 1 0 0 0 2, b: float[12] = 1 1 1 1 1 2 3 4 5 6 7 8, h: float[12] = poison)
// expect: h = 1 1.5 1.75 1.875 1 3 6 10 5 6 7 22
// The recurrence h = a h + b along a row: step by step, and as an associative scan of the pairs (a, b) in shared memory.
__global__ void selective_scan(const float* a, const float* b, float* h, int n) {
    float state = 0.0f;
    for (int t = 0; t < n; ++t) {
        int i = blockIdx.x * n + t;
        state = a[i] * state + b[i];
        h[i] = state;
    }
}
__global__ void combined(const float* a, const float* b, float* h) {
    __shared__ float2 pair[4];
    int t = threadIdx.x, i = blockIdx.x * blockDim.x + t;
    float2 mine = make_float2(a[i], b[i]);
    for (int d = 1; d < (int)blockDim.x; d *= 2) {
        pair[t] = mine;
        __syncthreads();
        if (t >= d) {
            float2 before = pair[t - d];
            mine = make_float2(mine.x * before.x, mine.x * before.y + mine.y);
        }
        __syncthreads();
    }
    h[i] = mine.y;
}
