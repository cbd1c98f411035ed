// note: shows schedules KP6101
// launch: k<<<1, 32>>>(out: int[32] = 0)
// expect: out[0..2] = 16 0
__global__ void k(int* out) {
    if (threadIdx.x % 2 == 0) out[threadIdx.x] = __popc(__activemask());
}
