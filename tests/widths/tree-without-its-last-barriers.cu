// note: shows 32 KP6004, 64 KP6004, 128 KP6004
// launch: k<<<1, 128>>>(in: int[128] = seq(1, 1), out: int[1] = 0)
// expect: out = 8256
__global__ void k(const int* in, int* out) {
    __shared__ int s[128];
    int t = threadIdx.x;
    s[t] = in[t];
    __syncthreads();
    for (int d = 64; d > 0; d /= 2) {
        if (t < d) s[t] += s[t + d];
        if (d > 32) __syncthreads();
    }
    if (t == 0) out[0] = s[0];
}
