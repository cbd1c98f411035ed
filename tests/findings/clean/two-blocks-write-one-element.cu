// launch: k<<<3, 32>>>(p: int[96] = 0)
// expect: p[95..96] = 231
__global__ void k(int* p) {
    p[blockIdx.x * 32 + threadIdx.x] = blockIdx.x * 100 + threadIdx.x;
}
