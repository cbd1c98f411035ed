// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64] = 0)
// expect(warp=32): out[32..36] = 0 0 1 1
// expect(warp=64): out[32..36] = 16 16 17 17
// expect(warp=128): out[32..36] = 16 16 17 17
__global__ void k(const int* in, int* out) {
    unsigned votes = __ballot_sync(__activemask(), in[threadIdx.x] % 2);
    int lane = threadIdx.x % warpSize;
    out[threadIdx.x] = __popc(votes & ((1u << lane) - 1));
}
