// launch: k<<<2, 32>>>(count: int[2] = 0, seen: int[2] = 0)
// expect: seen = 32 32
__global__ void k(int* count, int* seen) {
    atomicAdd(&count[blockIdx.x], 1);
    __syncthreads();
    if (threadIdx.x == 0) seen[blockIdx.x] = atomicAdd(&count[blockIdx.x], 0);
}
