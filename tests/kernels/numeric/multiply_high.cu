// launch: high<<<1, 4>>>(a: int[4] = 2147483647 -2147483648 123456789 -1, b: int[4] = 2147483647 -2147483648 -987654321 1, s: int[4], u: unsigned[4], w: long long[4])
// expect: s = 1073741823 1073741824 -28389653 -1
// expect: u = 1073741823 1073741824 95067136 0
// expect: w = 4611686014132420609 4611686018427387904 -121932631112635269 -1
__global__ void high(const int* a, const int* b, int* s, unsigned* u, long long* w) {
    int i = threadIdx.x;
    s[i] = __mulhi(a[i], b[i]);
    u[i] = __umulhi((unsigned)a[i], (unsigned)b[i]);
    w[i] = (long long)a[i] * b[i];
}
