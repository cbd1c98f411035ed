// hazard dcu:gfx906: KP4013 line 5
// hazard musa:mp_31: KP4013 line 5
// hazard dcu:gfx906: KP4013 line 6
// hazard musa:mp_31: KP4013 line 6
__global__ void k(float* x) { constexpr int lanes = warpSize;
    __shared__ float part[warpSize];
    part[threadIdx.x % warpSize] = x[threadIdx.x];
    x[0] = part[lanes / 2];
}
