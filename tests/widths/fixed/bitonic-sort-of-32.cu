// launch: k<<<1, 64>>>(in: int[64] = seq(63, -1), out: int[64] = 0)
// expect: out = 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31
__global__ void k(const int* in, int* out) {
    int lane = threadIdx.x % 32, v = in[threadIdx.x];
    for (int size = 2; size <= 32; size *= 2) {
        for (int d = size / 2; d > 0; d /= 2) {
            int other = __shfl_xor_sync(0xffffffff, v, d);
            bool up = (lane & size) == 0, low = (lane & d) == 0;
            v = up == low ? min(v, other) : max(v, other);
        }
    }
    out[threadIdx.x] = v;
}
