// launch: argmax<<<1, 64>>>(x: float[203] = rand(134, 0, 1), out: int[1], best: float[1], n: 203)
// expect: out = 25 (twin)
// expect: best = 0.9930759 (twin)
__global__ void argmax(const float* x, int* out, float* best, int n) {
    __shared__ float v[64];
    __shared__ int at[64];
    int t = threadIdx.x;
    v[t] = -INFINITY;
    at[t] = -1;
    for (int i = t; i < n; i += 64)
        if (x[i] > v[t]) {
            v[t] = x[i];
            at[t] = i;
        }
    __syncthreads();
    for (int d = 32; d > 0; d /= 2) {
        if (t < d && (v[t + d] > v[t] || (v[t + d] == v[t] && at[t + d] < at[t]))) {
            v[t] = v[t + d];
            at[t] = at[t + d];
        }
        __syncthreads();
    }
    if (t == 0) {
        *out = at[0];
        *best = v[0];
    }
}
