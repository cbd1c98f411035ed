// launch: k<<<1, 64>>>(p: int[64] = 0, q: int[64] = 0)
// expect: finding KP6016 line 6
__global__ void k(int* p, int* q) {
    p[threadIdx.x] = threadIdx.x;
    __syncwarp();
    q[threadIdx.x] = p[threadIdx.x ^ 32];
}
