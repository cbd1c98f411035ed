// note: shows schedules KP6101
// launch: k<<<1, 32>>>(lamp: int[1] = 0, out: int[32] = 0)
// expect: out = 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1
__global__ void k(int* lamp, int* out) {
    out[threadIdx.x] = atomicXor(lamp, 1);
}
