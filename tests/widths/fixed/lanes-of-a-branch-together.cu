// launch: k<<<1, 32>>>(out: int[32] = 0)
// expect: out[0..2] = 16 0
__global__ void k(int* out) {
    unsigned even = __ballot_sync(0xffffffff, threadIdx.x % 2 == 0);
    if (threadIdx.x % 2 == 0) out[threadIdx.x] = __popc(even);
}
