// launch: convert<<<1, 8>>>(x: float[8] = 1.5 2.5 -1.5 3e9 -3e9 nan inf 5e9, rn: int[8], rz: int[8], up: int[8], down: int[8], u: unsigned[8], l: long long[8])
// expect: rn = 2 2 -2 2147483647 -2147483648 0 2147483647 2147483647
// expect: rz = 1 2 -1 2147483647 -2147483648 0 2147483647 2147483647
// expect: up = 2 3 -1 2147483647 -2147483648 0 2147483647 2147483647
// expect: down = 1 2 -2 2147483647 -2147483648 0 2147483647 2147483647
// expect: u = 1 2 0 3000000000 0 0 4294967295 4294967295
// expect: l = 2 2 -2 3000000000 -3000000000 0 9223372036854775807 5000000000
__global__ void convert(const float* x, int* rn, int* rz, int* up, int* down, unsigned* u, long long* l) {
    int i = threadIdx.x;
    rn[i] = __float2int_rn(x[i]);
    rz[i] = __float2int_rz(x[i]);
    up[i] = __float2int_ru(x[i]);
    down[i] = __float2int_rd(x[i]);
    u[i] = __float2uint_rz(x[i]);
    l[i] = __float2ll_rn(x[i]);
}
