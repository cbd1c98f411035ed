// launch: k<<<1, 128>>>(in: int[128] = seq(0, 1), out: int[1] = 0)
// expect: out = 64
__global__ void k(const int* in, int* out) {
    if (in[threadIdx.x] >= 64) atomicAdd(out, 1);
}
