// launch: k<<<4, 32>>>(p: int[128] = seq(0, 1), found: int[1] = 0)
// expect: finding KP6013 line 4
__global__ void k(const int* p, int* found) {
    if (p[blockIdx.x * blockDim.x + threadIdx.x] % 5 == 0) *found = 1;
}
