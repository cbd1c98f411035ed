// launch: k<<<4, 32>>>(count: int[1] = 0, seen: int[4] = 0)
// expect: finding KP6016
__global__ void k(int* count, int* seen) {
    atomicAdd(count, 1);
    __syncthreads();
    if (threadIdx.x == 0) seen[blockIdx.x] = count[0] > 0;
}
