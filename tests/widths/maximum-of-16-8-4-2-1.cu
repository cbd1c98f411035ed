// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 128>>>(in: int[128] = seq(1, 1), out: int[1] = 0)
// expect: out = 128
__global__ void k(const int* in, int* out) {
    int v = in[threadIdx.x];
    for (int d = 16; d > 0; d >>= 1) v = max(v, __shfl_down(v, d));
    if (threadIdx.x % warpSize == 0) atomicMax(out, v);
}
