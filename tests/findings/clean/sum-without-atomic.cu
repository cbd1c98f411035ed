// launch: k<<<4, 32>>>(in: int[128] = 1, sum: int[1] = 0)
// expect: sum = 128
__global__ void k(const int* in, int* sum) {
    atomicAdd(sum, in[blockIdx.x * blockDim.x + threadIdx.x]);
}
