// note: shows 64 KP6001, 128 KP6001
// launch: k<<<1, 128>>>(bias: int[4] = 100 200 300 400, out: int[128] = 0)
// expect: out[0..1] = 100
// expect: out[127..128] = 400
__global__ void k(const int* bias, int* out) {
    int warp = threadIdx.x / warpSize;
    int all = blockDim.x / 32;
    out[threadIdx.x] = bias[warp * (warpSize / 32) * all / 4 + (threadIdx.x % warpSize) / 32 * (warpSize / 32)];
}
