// launch: scan<<<3, 64>>>(in: int[192] = seq(1, 1), out: int[192])
// expect: out[0..6] = 1 3 6 10 15 21
// expect: out[63..66] = 2080 65 131
// expect: out[191..192] = 10272
__global__ void scan(const int* in, int* out) {
    __shared__ int buf[2][64];
    int t = threadIdx.x, from = 0;
    buf[0][t] = in[blockIdx.x * 64 + t];
    __syncthreads();
    for (int d = 1; d < 64; d *= 2) {
        int to = 1 - from;
        buf[to][t] = t >= d ? buf[from][t] + buf[from][t - d] : buf[from][t];
        from = to;
        __syncthreads();
    }
    out[blockIdx.x * 64 + t] = buf[from][t];
}
