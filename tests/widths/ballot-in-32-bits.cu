// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 128>>>(in: int[128] = seq(0, 1), out: int[1] = 0)
// expect: out = 64
__global__ void k(const int* in, int* out) {
    unsigned votes = __ballot_sync(__activemask(), in[threadIdx.x] % 2);
    if (threadIdx.x % warpSize == 0) atomicAdd(out, __popc(votes));
}
