// launch: k<<<1, 32>>>(out: int[32] = 0)
// expect: out = 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32 32
__global__ void k(int* out) {
    int n = 0;
    for (int i = 0; i < threadIdx.x % 5; i++) n += i;
    out[threadIdx.x] = __popc(__ballot_sync(0xffffffff, true)) + 0 * n;
}
