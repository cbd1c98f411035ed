// launch: negate<<<1, 4>>>(in: uint[4] = 0 1 5 2147483648, f: float[4] = poison, u: uint[4] = poison, wide: ulong[4] = poison)
// expect: f = 0 4294967296 4294967296 2147483648
// expect: u = 0 2147483647 2147483645 1073741824
// expect: wide = 0 18446744073709551615 18446744073709551611 18446744071562067968
// The negative of an unsigned number is unsigned: as a float, halved, widened before.
__global__ void negate(const unsigned int* in, float* f, unsigned int* u, unsigned long long* wide) {
    unsigned int x = in[threadIdx.x];
    f[threadIdx.x] = (float)-x;
    u[threadIdx.x] = -x / 2u;
    wide[threadIdx.x] = -(unsigned long long)x;
}
