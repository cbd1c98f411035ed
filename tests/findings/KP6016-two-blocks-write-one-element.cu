// launch: k<<<3, 32>>>(p: int[32] = 0)
// expect: finding KP6016 line 4
__global__ void k(int* p) {
    p[threadIdx.x] = blockIdx.x * 100 + threadIdx.x;
}
