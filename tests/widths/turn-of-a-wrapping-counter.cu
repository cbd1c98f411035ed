// note: shows schedules KP6101
// launch: k<<<1, 32>>>(turn: unsigned[1] = 0, out: unsigned[32] = 0)
// expect: out = 0 1 2 0 1 2 0 1 2 0 1 2 0 1 2 0 1 2 0 1 2 0 1 2 0 1 2 0 1 2 0 1
__global__ void k(unsigned* turn, unsigned* out) {
    out[threadIdx.x] = atomicInc(turn, 2u);
}
