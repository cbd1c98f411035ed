// launch: k<<<1, 32>>>(count: int[1] = 0, out: int[32] = 0)
// expect: out = 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
__global__ void k(int* count, int* out) {
    atomicAdd(count, 1);
    if (threadIdx.x < 10) out[threadIdx.x] = 1;
}
