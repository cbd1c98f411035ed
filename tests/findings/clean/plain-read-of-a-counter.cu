// launch: k<<<4, 32>>>(count: int[1] = 0, seen: int[4] = 0)
// expect: seen = 1 1 1 1
__global__ void k(int* count, int* seen) {
    atomicAdd(count, 1);
    __syncthreads();
    if (threadIdx.x == 0) seen[blockIdx.x] = atomicAdd(count, 0) > 0;
}
