// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 64>>>(in: int[32] = seq(0, 1), out: int[32] = 0)
// expect: out = 0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42 44 46 48 50 52 54 56 58 60 62
__global__ void k(const int* in, int* out) {
    __shared__ int passed[32];
    int role = threadIdx.x / warpSize, lane = threadIdx.x % 32;
    if (role == 0 && threadIdx.x < 32) passed[lane] = in[lane];
    __syncthreads();
    if (role == 1) out[lane] = 2 * passed[lane];
}
