// note: shows schedules KP6101
// launch: k<<<1, 64>>>(best: int[1] = -1, at: int[1] = -1)
// expect: best = 7
// expect: at = 7
__global__ void k(int* best, int* at) {
    int v = threadIdx.x % 8;
    if (atomicMax(best, v) < v) atomicExch(at, threadIdx.x);
}
