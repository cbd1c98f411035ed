// launch: k<<<2, 32>>>(p: int[64] = 5, q: int[64] = 0)
// expect: finding KP6016 line 5
__global__ void k(int* p, int* q) {
    if (blockIdx.x == 0) q[threadIdx.x] = p[threadIdx.x];
    else p[threadIdx.x] = 6;
}
