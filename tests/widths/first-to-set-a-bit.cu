// note: shows schedules KP6101
// launch: k<<<1, 32>>>(flags: int[1] = 0, out: int[32] = 0)
// expect: out = 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
__global__ void k(int* flags, int* out) {
    int bit = 1 << (threadIdx.x % 4);
    if (!(atomicOr(flags, bit) & bit)) out[threadIdx.x] = 1;
}
