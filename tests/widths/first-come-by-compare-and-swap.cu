// note: shows schedules KP6101
// launch: k<<<1, 64>>>(owner: int[1] = -1)
// expect: owner = 0
__global__ void k(int* owner) {
    atomicCAS(owner, -1, (int)threadIdx.x);
}
