// launch: k<<<1, 64>>>(p: int[32] = 0)
// expect: p[0..3] = 1 3 5
__global__ void k(int* p) {
    if (threadIdx.x & 1) p[threadIdx.x / 2] = threadIdx.x;
}
