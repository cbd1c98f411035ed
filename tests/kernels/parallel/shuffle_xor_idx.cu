// launch: exchange<<<1, 32>>>(x: int[32] = seq(0, 1), a: int[32], b: int[32], c: int[32])
// expect: a = 1 0 3 2 5 4 7 6 9 8 11 10 13 12 15 14 17 16 19 18 21 20 23 22 25 24 27 26 29 28 31 30
// expect: b = 0 0 0 0 0 0 0 0 8 8 8 8 8 8 8 8 16 16 16 16 16 16 16 16 24 24 24 24 24 24 24 24
// expect: c = 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0
__global__ void exchange(const int* x, int* a, int* b, int* c) {
    int t = threadIdx.x;
    a[t] = __shfl_xor_sync(0xffffffffu, x[t], 1, 32);
    b[t] = __shfl_sync(0xffffffffu, x[t], 0, 8);
    c[t] = __shfl_sync(0xffffffffu, x[t], 31 - t, 32);
}
