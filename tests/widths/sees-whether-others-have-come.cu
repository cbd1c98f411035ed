// note: shows schedules KP6101
// launch: k<<<2, 32>>>(count: int[1] = 0, seen: int[2] = 0)
// expect: seen = 0 32
__global__ void k(int* count, int* seen) {
    if (threadIdx.x == 0) seen[blockIdx.x] = atomicAdd(count, 0);
    __syncthreads();
    atomicAdd(count, 1);
}
