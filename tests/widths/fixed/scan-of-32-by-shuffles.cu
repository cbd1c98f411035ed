// launch: k<<<1, 128>>>(in: int[128] = 1, out: int[128] = 0)
// expect(warp=32): out[31..33] = 32 1
// expect(warp=64): out[63..65] = 64 1
// expect(warp=128): out[127..128] = 128
__global__ void k(const int* in, int* out) {
    int lane = threadIdx.x % warpSize;
    int v = 0;
    for (int i = threadIdx.x - lane; i <= threadIdx.x; i++) v += in[i];
    out[threadIdx.x] = v;
}
