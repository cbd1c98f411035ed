// launch: k<<<1, 32>>>(p: int[32] = 0)
// expect: finding KP6006 line 5
__global__ void k(int* p) {
    if (threadIdx.x >= 16) return;
    p[threadIdx.x] = __shfl_down_sync(0xffff, threadIdx.x, 8);
}
