// hazard dcu:gfx906: KP4005 line 11
// hazard musa:mp_31: KP4005 line 11
// hazard dcu:gfx906: KP4005 line 17
// hazard musa:mp_31: KP4005 line 17
__global__ void sum(const float* x, float* out) {
    __shared__ volatile float s[64];
    int t = threadIdx.x;
    s[t] = x[t];
    __syncthreads();
    if (t < 32) {
        s[t] += s[t + 32];
        s[t] += s[t + 16];
    }
    out[t] = s[t];
}
__device__ void loop(volatile int* p, int t) {
    for (int d = 16; d > 0; d /= 2) if (t < d) p[t] += p[t + d];
}
__global__ void right(float* out) {
    __shared__ float s[64];
    int t = threadIdx.x;
    s[t] = t;
    __syncthreads();
    if (t < 32) { s[t] += s[t + 32]; __syncwarp(); s[t] += s[t + 16]; }
    float mine[4];
    mine[1] += mine[2];
    mine[1] += mine[3];
    __syncthreads();
    for (int d = 8; d > 0; d /= 2) {
        if (t < d) { s[2 * t] += s[2 * (t + d)]; s[2 * t + 1] += s[2 * (t + d) + 1]; }
        __syncthreads();
    }
    out[t] = s[t] + mine[1];
}
