// launch: k<<<1, 64>>>(best: int[1] = -1, at: int[1] = -1)
// expect: best = 775
// expect: at = 7
__global__ void k(int* best, int* at) {
    // the value above, the smallest index below: one number, one maximum
    atomicMax(best, (threadIdx.x % 8) * 100 + 75 - threadIdx.x / 8);
    __syncthreads();
    if (threadIdx.x == 0) *at = *best / 100;
}
