// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 64>>>(in: int[64] = seq(5, 1), out: int[64] = 0)
// expect: out = 5 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 37 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
__global__ void k(const int* in, int* out) {
    int v = in[threadIdx.x], before = __shfl_up(v, 1);
    out[threadIdx.x] = threadIdx.x % warpSize == 0 ? v : v - before;
}
