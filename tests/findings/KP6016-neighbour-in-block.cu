// launch: k<<<1, 64>>>(p: int[65] = 0, q: int[64] = 0)
// expect: finding KP6016 line 5
__global__ void k(int* p, int* q) {
    p[threadIdx.x] = threadIdx.x;
    q[threadIdx.x] = p[63 - threadIdx.x];
}
