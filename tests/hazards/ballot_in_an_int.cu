// hazard dcu:gfx906: KP4004 line 6
// hazard dcu:gfx906: KP4004 line 9
// hazard dcu:gfx906: KP4004 line 11
__global__ void count(const int* x, int* out) {
    int warp = threadIdx.x / warpSize;
    unsigned votes = __ballot_sync(0xffffffffu, x[threadIdx.x] > 0);
    unsigned long long wide = __ballot_sync(0xffffffffu, x[threadIdx.x] < 0);
    int all;
    all = (int)(__activemask() & 0xffu);
    out[warp] = all + (int)wide;
    out[warp] += __popc(__ballot_sync(0xffffffffu, x[threadIdx.x] == 0));
    out[warp] += __popc(votes);
}
