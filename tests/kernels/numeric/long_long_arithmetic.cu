// launch: wide<<<1, 4>>>(a: long long[4] = 9223372036854775807 -9223372036854775807 1234567890123 -7, b: long long[4] = 1000 7 1000003 2,
//   q: long long[4], r: long long[4], x: unsigned long long[4], c: int[4])
// expect: q = 9223372036854775 -1317624576693539401 1234564 -3
// expect: r = 807 0 186431 -1
// expect: x = 9223372036854776807 9223372036854775816 1234568890126 18446744073709551611
// expect: c = 63 2 23 62
__global__ void wide(const long long* a, const long long* b, long long* q, long long* r, unsigned long long* x, int* c) {
    int i = threadIdx.x;
    q[i] = a[i] / b[i];
    r[i] = a[i] % b[i];
    x[i] = (unsigned long long)a[i] + (unsigned long long)b[i];
    c[i] = __popcll((unsigned long long)a[i]);
}
