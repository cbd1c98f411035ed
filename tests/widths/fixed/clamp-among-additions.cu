// launch: k<<<1, 64>>>(level: int[1] = 0)
// expect: level = 100
__global__ void k(int* level) {
    if (threadIdx.x < 32) atomicAdd(level, 10);
    __syncthreads();
    if (threadIdx.x >= 32) atomicMin(level, 100);
}
