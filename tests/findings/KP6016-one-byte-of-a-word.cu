// launch: k<<<2, 4>>>(p: unsigned char[8] = 0)
// expect: finding KP6016 line 5
__global__ void k(unsigned char* p) {
    int i = blockIdx.x * 3 + threadIdx.x;
    p[i] = 10 * blockIdx.x + threadIdx.x;
}
