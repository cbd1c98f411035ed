// launch: k<<<1, 64>>>(in: int[64] = seq(0, 2), out: int[64] = 0)
// expect: out = 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42 44 46 48 50 52 54 56 58 60 62 62 66 68 70 72 74 76 78 80 82 84 86 88 90 92 94 96 98 100 102 104 106 108 110 112 114 116 118 120 122 124 126 126
__global__ void k(const int* in, int* out) {
    out[threadIdx.x] = __shfl_down_sync(0xffffffff, in[threadIdx.x], 1, 32);
}
