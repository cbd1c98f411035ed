// launch: k<<<1, 64>>>(in: int[64] = 1, out: int[2] = 0)
// expect: out = 32 32
__global__ void k(const int* in, int* out) {
    int lane = threadIdx.x % 32;
    int v = in[threadIdx.x];
    for (int d = 1; d < 32; d *= 2) {
        int other = __shfl_up_sync(0xffffffff, v, d, 32);
        if (lane >= d) v += other;
    }
    if (lane == 31) out[threadIdx.x / 32] = v;
}
