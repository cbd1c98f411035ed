// launch: k<<<4, 32>>>(in: int[128] = seq(1, 1), sum: int[1] = 0)
// expect: finding KP6016
__global__ void k(const int* in, int* sum) {
    sum[0] += in[blockIdx.x * blockDim.x + threadIdx.x];
}
