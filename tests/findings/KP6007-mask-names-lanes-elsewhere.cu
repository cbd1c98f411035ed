// launch: k<<<1, 32>>>(p: int[32] = 0)
// expect: finding KP6007 line 5
__global__ void k(int* p) {
    if (threadIdx.x < 16) {
        p[threadIdx.x] = __shfl_xor_sync(0xffffffff, threadIdx.x, 1);
    } else {
        __syncwarp(0xffff0000);
        p[threadIdx.x] = __shfl_xor_sync(0xffffffff, threadIdx.x, 1);
    }
}
