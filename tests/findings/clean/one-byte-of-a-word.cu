// launch: k<<<2, 4>>>(p: unsigned char[8] = 0)
// expect: p = 0 1 2 3 10 11 12 13
__global__ void k(unsigned char* p) {
    int i = blockIdx.x * 4 + threadIdx.x;
    p[i] = 10 * blockIdx.x + threadIdx.x;
}
