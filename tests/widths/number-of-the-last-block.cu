// note: shows schedules KP6101
// launch: k<<<8, 32>>>(done: int[1] = 0, last: int[1] = -1)
// expect: last = 7
__global__ void k(int* done, int* last) {
    if (threadIdx.x == 0 && atomicAdd(done, 1) == gridDim.x - 1) *last = blockIdx.x;
}
