// launch: k<<<4, 32>>>(count: int[1] = 7)
// expect: finding KP6016
__global__ void k(int* count) {
    if (blockIdx.x == 0 && threadIdx.x == 0) count[0] = 0;
    __syncthreads();
    atomicAdd(count, 1);
}
