// launch: k<<<1, 64>>>(level: int[1] = 0)
// expect: level = 0
__global__ void k(int* level) {
    if (threadIdx.x < 32) atomicSub(level, 1);
    else atomicAdd(level, 1);
}
