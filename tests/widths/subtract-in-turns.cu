// note: shows schedules KP6101
// launch: k<<<1, 64>>>(level: unsigned[1] = 0)
// expect: level = 64
__global__ void k(unsigned* level) {
    if (threadIdx.x < 32) atomicDec(level, 63u);
    else atomicInc(level, 100u);
}
