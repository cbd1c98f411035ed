// hazard dcu:gfx906: KP4003 line 6
// hazard dcu:gfx906: KP4003 line 8
// hazard maca: KP4003 line 6
// hazard maca: KP4003 line 8
__global__ void sum(const float* x, float* out) {
    int lane = threadIdx.x & 31;
    float v = x[threadIdx.x];
    for (int d = 16; d > 0; d >>= 1) v += __shfl_down_sync(0xffffffffu, v, d);
    if (lane == 0) out[threadIdx.x / warpSize] = v;
    int column = threadIdx.y % 16, i = blockIdx.x / 32;
    out[i] += column;
}
