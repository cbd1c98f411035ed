// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64] = 0)
// expect: out = 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
__global__ void k(const int* in, int* out) {
    out[threadIdx.x] = __any_sync(__activemask(), in[threadIdx.x] == 5);
}
