// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 64>>>(in: int[64] = seq(0, 1), out: unsigned[2] = 0)
// expect: out = 2863311530 2863311530
__global__ void k(const int* in, unsigned* out) {
    unsigned bits = __ballot_sync(__activemask(), in[threadIdx.x] & 1);
    if (threadIdx.x % warpSize == 0) out[threadIdx.x / 32] = bits;
}
