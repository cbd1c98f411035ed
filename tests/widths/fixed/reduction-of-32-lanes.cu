// launch: k<<<1, 64>>>(in: unsigned[64] = seq(0, 1), out: unsigned[1] = 0)
// expect: out = 2016
__global__ void k(const unsigned* in, unsigned* out) {
    atomicAdd(out, in[threadIdx.x]);
}
