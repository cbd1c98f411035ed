// launch: k<<<1, 32>>>(out: int[32] = 0)
// expect: out = 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16
__global__ void k(int* out) {
    int v = 0;
    if (threadIdx.x % 2) v = threadIdx.x;
    else v = -(int)threadIdx.x - 1;
    out[threadIdx.x] = __popc(__ballot_sync(0xffffffff, v < 0));
}
