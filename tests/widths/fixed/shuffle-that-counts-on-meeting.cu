// launch: k<<<1, 32>>>(in: int[32] = seq(0, 1), out: int[32] = 0)
// expect: out[0..2] = 1 0
__global__ void k(const int* in, int* out) {
    int v = in[threadIdx.x];
    out[threadIdx.x] = __shfl_xor_sync(0xffffffff, v, 1);
}
