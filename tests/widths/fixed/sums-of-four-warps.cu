// launch: k<<<1, 128>>>(in: int[128] = seq(1, 1), out: int[1] = 0)
// expect: out = 8256
__global__ void k(const int* in, int* out) {
    __shared__ int sums[4];
    if (threadIdx.x < 4) sums[threadIdx.x] = 0;
    __syncthreads();
    int v = in[threadIdx.x];
    for (int d = 16; d > 0; d /= 2) v += __shfl_down_sync(0xffffffff, v, d, 32);
    if (threadIdx.x % 32 == 0) sums[threadIdx.x / 32] = v;
    __syncthreads();
    if (threadIdx.x == 0) *out = sums[0] + sums[1] + sums[2] + sums[3];
}
