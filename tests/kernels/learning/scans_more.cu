// launch: exclusive_scan<<<4, 128>>>(x: int[500] = rand(991, 0, 10), out: int[500] = poison, n: 500)
// expect: sum(out) = 141959 (twin)
// expect: out[0..1] = 0 (twin)
// expect: out[499..500] = 500 (twin)
// launch: sort_rows<<<5, 64>>>(x: float[320] = rand(992, -1, 1), out: float[320] = poison)
// expect: sum(out) = -12.160441 (twin)
// expect: out[0..1] = -0.99585664 (twin)
// expect: out[319..320] = 0.969679 (twin)
__global__ void exclusive_scan(const int* x, int* out, int n) {
    __shared__ int a[128], b[128];
    int t = threadIdx.x, i = blockIdx.x * 128 + t;
    a[t] = i < n ? x[i] : 0;
    __syncthreads();
    int* from = a;
    int* to = b;
    for (int d = 1; d < 128; d *= 2) {
        to[t] = from[t] + (t >= d ? from[t - d] : 0);
        __syncthreads();
        int* other = from;
        from = to;
        to = other;
    }
    if (i < n) out[i] = t > 0 ? from[t - 1] : 0;
}
__global__ void sort_rows(const float* x, float* out) {
    __shared__ float s[64];
    int t = threadIdx.x;
    s[t] = x[blockIdx.x * 64 + t];
    __syncthreads();
    for (int size = 2; size <= 64; size *= 2) {
        for (int d = size / 2; d > 0; d /= 2) {
            int other = t ^ d;
            float mine = s[t], theirs = s[other];
            bool up = (t & size) == 0;
            __syncthreads();
            s[t] = ((t < other) == up) ? fminf(mine, theirs) : fmaxf(mine, theirs);
            __syncthreads();
        }
    }
    out[blockIdx.x * 64 + t] = s[t];
}
