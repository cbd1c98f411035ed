// launch: k<<<1, 128>>>(in: int[128] = seq(1, 1), out: int[1] = 0)
// expect: out = 128
__global__ void k(const int* in, int* out) {
    int v = in[threadIdx.x];
    for (int d = warpSize / 2; d > 0; d >>= 1) v = max(v, __shfl_down_sync(0xffffffff, v, d));
    if (threadIdx.x % warpSize == 0) atomicMax(out, v);
}
