// launch: k<<<1, 64>>>(p: int[32] = 0)
// expect: finding KP6016 line 4
__global__ void k(int* p) {
    p[threadIdx.x / 2] = threadIdx.x;
}
