// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[2] = 0)
// expect: out = 31 63
__global__ void k(const int* in, int* out) {
    if (threadIdx.x % 32 == 31) out[threadIdx.x / 32] = in[threadIdx.x];
}
