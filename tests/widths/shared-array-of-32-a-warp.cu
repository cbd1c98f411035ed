// note: shows 64 KP6004, 128 KP6004
// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64] = 0)
// expect: sum(out) = 2016
__global__ void k(const int* in, int* out) {
    __shared__ int s[2][32];
    int warp = threadIdx.x / warpSize, lane = threadIdx.x % warpSize;
    s[warp][lane % 32] = in[threadIdx.x];
    __syncthreads();
    out[threadIdx.x] = s[warp][lane % 32];
}
