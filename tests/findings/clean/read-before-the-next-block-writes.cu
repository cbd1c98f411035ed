// launch: k<<<2, 32>>>(p: int[64] = 5, q: int[64] = 0)
// then: k<<<1, 32>>>(q, p)
// expect: q[0..2] = 5 5
__global__ void k(int* p, int* q) {
    if (blockIdx.x == 0) q[threadIdx.x] = p[threadIdx.x];
    else p[32 + threadIdx.x] = 6;
}
