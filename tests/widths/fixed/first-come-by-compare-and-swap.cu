// launch: k<<<1, 64>>>(owner: int[1] = 1000)
// expect: owner = 0
__global__ void k(int* owner) {
    atomicMin(owner, (int)threadIdx.x);
}
