// note: shows schedules KP6101
// launch: k<<<1, 64>>>(level: int[1] = 0)
// expect: level = 100
__global__ void k(int* level) {
    if (threadIdx.x < 32) atomicAdd(level, 10);
    else atomicMin(level, 100);
}
