// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[8] = 0)
// expect: out = 8 8 8 8 8 8 8 8
__global__ void k(const int* in, int* out) {
    atomicAdd(&out[in[threadIdx.x] % 8], 1);
}
