// launch: k<<<4, 32>>>(p: int[256] = seq(1, 1))
// expect: p[254..256] = 127 128
__global__ void k(int* p) {
    p[128 + blockIdx.x * blockDim.x + threadIdx.x] = p[0] + blockIdx.x * blockDim.x + threadIdx.x;
}
