// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64] = 0)
// expect(warp=32): out[32..36] = 0 0 1 1
// expect(warp=64): out[32..36] = 16 16 17 17
// expect(warp=128): out[32..36] = 16 16 17 17
__global__ void k(const int* in, int* out) {
    int lane = threadIdx.x % warpSize;
    int first = threadIdx.x - lane;
    int before = 0;
    for (int i = first; i < threadIdx.x; i++) before += in[i] % 2;
    out[threadIdx.x] = before;
}
