// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: unsigned[2] = 0)
// expect: out = 2863311530 2863311530
__global__ void k(const int* in, unsigned* out) {
    if (in[threadIdx.x] & 1) atomicOr(&out[threadIdx.x / 32], 1u << (threadIdx.x % 32));
}
