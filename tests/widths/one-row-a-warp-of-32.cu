// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 128>>>(in: int[128] = 1, out: int[4] = 0)
// expect: out = 32 32 32 32
__global__ void k(const int* in, int* out) {
    int row = threadIdx.x / warpSize;
    int lane = threadIdx.x % warpSize;
    int sum = 0;
    for (int c = lane; c < 32; c += warpSize) sum += in[row * 32 + c];
    for (int d = warpSize / 2; d > 0; d /= 2) sum += __shfl_down(sum, d);
    if (lane == 0) out[row] = sum;
}
