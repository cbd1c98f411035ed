// note: shows schedules KP6101
// launch: k<<<1, 32>>>(head: int[1] = -1, next: int[32] = 0)
// expect: next[1..4] = 0 1 2
__global__ void k(int* head, int* next) {
    next[threadIdx.x] = atomicExch(head, threadIdx.x);
}
