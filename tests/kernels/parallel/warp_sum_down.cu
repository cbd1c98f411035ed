// launch: warp_sum<<<2, 64>>>(in: float[128] = seq(1, 1), out: float[4])
// expect: out = 528 1552 2576 3600
__global__ void warp_sum(const float* in, float* out) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    float v = in[i];
    for (int d = 16; d > 0; d >>= 1) v += __shfl_down_sync(0xffffffffu, v, d, 32);
    if (threadIdx.x % 32 == 0) out[i / 32] = v;
}
