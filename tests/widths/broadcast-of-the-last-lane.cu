// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 128>>>(in: int[128] = seq(0, 1), out: int[128] = 0)
// expect(warp=32): out[0..1] = 31
// expect(warp=64): out[0..1] = 63
// expect(warp=128): out[0..1] = 127
__global__ void k(const int* in, int* out) {
    out[threadIdx.x] = __shfl(in[threadIdx.x], 31);
}
