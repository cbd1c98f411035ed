// launch: k<<<1, 64>>>(p: int[64] = 0)
// expect: finding KP6005
__global__ void k(int* p) {
    if (threadIdx.x < 32) {
        __syncthreads();
        p[threadIdx.x] = 1;
    } else {
        p[threadIdx.x] = 2;
        __syncthreads();
    }
}
