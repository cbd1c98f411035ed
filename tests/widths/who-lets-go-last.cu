// note: shows schedules KP6101
// launch: k<<<1, 64>>>(references: int[1] = 64, by: int[1] = -1)
// expect: by = 63
__global__ void k(int* references, int* by) {
    if (atomicSub(references, 1) == 1) *by = threadIdx.x;
}
