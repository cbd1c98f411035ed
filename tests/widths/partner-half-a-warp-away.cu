// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64] = 0)
// expect: out = 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47
__global__ void k(const int* in, int* out) {
    out[threadIdx.x] = __shfl_xor(in[threadIdx.x], warpSize / 2);
}
