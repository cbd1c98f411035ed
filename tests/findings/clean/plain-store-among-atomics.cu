// launch: k<<<4, 32>>>(count: int[4] = 7)
// expect: count = 32 32 32 32
__global__ void k(int* count) {
    if (threadIdx.x == 0) count[blockIdx.x] = 0;
    __syncthreads();
    atomicAdd(&count[blockIdx.x], 1);
}
