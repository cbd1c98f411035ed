// launch: shift<<<1, 8>>>(x: int[8] = 1 -1 7 -7 100 -100 2147483647 -2147483648, y: int[8] = 1 2 2 2 7 7 3 5,
//   q: int[8], r: int[8], left: int[8], right: int[8], logical: unsigned[8], uq: unsigned[8])
// expect: q = 1 0 3 -3 14 -14 715827882 -429496729
// expect: r = 0 -1 1 -1 2 -2 1 -3
// expect: left = 2 -4 28 -28 12800 -12800 -8 0
// expect: right = 0 -1 1 -2 0 -1 268435455 -67108864
// expect: logical = 0 1073741823 1 1073741822 0 33554431 268435455 67108864
// expect: uq = 1 2147483647 3 2147483644 14 613566742 715827882 429496729
__global__ void shift(const int* x, const int* y, int* q, int* r, int* left, int* right, unsigned* logical, unsigned* uq) {
    int i = threadIdx.x;
    q[i] = x[i] / y[i];
    r[i] = x[i] % y[i];
    left[i] = (int)((unsigned)x[i] << y[i]);
    right[i] = x[i] >> y[i];
    logical[i] = (unsigned)x[i] >> y[i];
    uq[i] = (unsigned)x[i] / (unsigned)y[i];
}
