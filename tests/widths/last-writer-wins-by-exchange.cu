// note: shows schedules KP6101
// launch: k<<<8, 1>>>(last: int[1] = 0)
// expect: last = 7
__global__ void k(int* last) {
    atomicExch(last, (int)blockIdx.x);
}
