// launch: scan<<<1, 64>>>(in: int[64] = seq(1, 0), out: int[64])
// expect: out[0..4] = 1 2 3 4
// expect: out[31..34] = 32 33 34
// expect: out[63..64] = 64
__global__ void scan(const int* in, int* out) {
    __shared__ int totals[2];
    int t = threadIdx.x, lane = t % 32;
    int v = in[t];
    for (int d = 1; d < 32; d <<= 1) {
        int o = __shfl_up_sync(0xffffffffu, v, d, 32);
        if (lane >= d) v += o;
    }
    if (lane == 31) totals[t / 32] = v;
    __syncthreads();
    if (t >= 32) v += totals[0];
    out[t] = v;
}
