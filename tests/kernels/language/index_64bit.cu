// launch: far<<<2, 64>>>(out: long long[128], base: 3000000000, n: 128)
// expect: out[0..2] = 9000000000000000000 8999999997000000000
// expect: out[127..128] = 8999999619000000000
__global__ void far(long long* out, long long base, size_t n) {
    size_t i = (size_t)blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) out[i] = base * (3000000000LL - (long long)i);
}
