// launch: k<<<1, 128>>>(in: int[128] = seq(1, 1), out: int[1] = 0)
// expect: out = 8256
__global__ void k(const int* in, int* out) {
    atomicAdd(out, in[threadIdx.x]);
}
