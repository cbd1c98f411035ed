// launch: k<<<1, 32>>>(turn: unsigned[1] = 0, out: unsigned[32] = 0)
// expect: turn = 2
__global__ void k(unsigned* turn, unsigned* out) {
    atomicInc(turn, 2u);
    out[threadIdx.x] = 0;
}
