// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 128>>>(in: int[128] = 1, out: int[128] = 0)
// expect(warp=32): out[31..33] = 32 1
// expect(warp=64): out[63..65] = 64 1
// expect(warp=128): out[127..128] = 128
__global__ void k(const int* in, int* out) {
    int v = in[threadIdx.x];
    int lane = threadIdx.x % warpSize;
    for (int d = 1; d < 32; d *= 2) {
        int w = __shfl_up(v, d);
        if (lane >= d) v += w;
    }
    out[threadIdx.x] = v;
}
