// note: shows schedules KP6101
// launch: k<<<4, 1>>>(next: int[1] = 0, out: int[4] = 0)
// expect: out = 0 1 2 3
__global__ void k(int* next, int* out) {
    out[atomicAdd(next, 1)] = blockIdx.x;
}
